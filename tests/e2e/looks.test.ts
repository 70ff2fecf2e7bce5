import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { prepareCipher } from '@main/bundle/age/cipher';
import { measureLayout } from './support/layout';
import { launch, resize, type RunningApp } from './support/launch';
import {
  chairTour,
  deciderTour,
  looks,
  makeTourFiles,
  organizerTour,
  reviewerTour,
  setTextSize,
  wear,
} from './support/screens';
import { makeTempFolder } from './support/temp';
import { conflictTour, makeVersionFiles, twoComputersTour } from './support/version-screens';

const pictures = 'test-results/looks';
const sizes = [
  { width: 1440, height: 900 },
  { width: 1024, height: 700 },
] as const;
const tours = {
  reviewer: reviewerTour,
  organizer: organizerTour,
  chair: chairTour,
  decider: deciderTour,
  'two computers': twoComputersTour,
  conflict: conflictTour,
} as const;

/** What is on the command line, and whose computer it is where it is not a new one. */
const starts: Readonly<Record<keyof typeof tours, { readonly file?: string; readonly folder?: string }>> = {
  reviewer: {},
  organizer: {},
  chair: { file: 'noor.referee' },
  decider: { folder: 'organizer' },
  'two computers': { file: 'ada-laptop.referee', folder: 'ada-tower' },
  conflict: { file: 'noor.referee' },
};
const temp = makeTempFolder();

test.beforeAll(async () => {
  await prepareCipher();
  mkdirSync(pictures, { recursive: true });
  makeTourFiles(temp);
  makeVersionFiles(temp);
});

test.afterAll(() => temp.remove());

for (const [person, stops] of Object.entries(tours)) {
  test(`every screen of the ${person} holds up in each look and size`, async () => {
    test.setTimeout(300_000);
    const start = starts[person as keyof typeof tours];
    const files = start.file === undefined ? [] : [temp.of(start.file)];
    const folder = temp.of(start.folder ?? `looks-${person}`);
    const running = await launch({ folder, files, size: sizes[0] });
    try {
      const problems: string[] = [];
      for (const stop of stops) {
        await stop.show({ app: running.app, page: running.page, temp });
        problems.push(...(await examine(running, `${person}-${stop.name}`)));
      }
      expect(problems).toEqual([]);
      expect(running.pageErrors).toEqual([]);
    } finally {
      await running.close();
    }
  });
}

/** Looks at one screen in every look and size: its pictures, its layout, and what axe says. */
async function examine({ app, page }: RunningApp, name: string): Promise<string[]> {
  const problems: string[] = [];
  for (const size of sizes) {
    await resize(app, page, size);
    const where = `${name} at ${size.width}x${size.height}`;
    problems.push(...(await measureLayout(page)).map((problem) => `${where}: ${problem}`));
    for (const look of size === sizes[0] ? looks : (['light', 'dark'] as const)) {
      await wear(page, look);
      // A colour on its way from one look to the other is in neither.
      const path = join(pictures, `${name}-${size.width}-${look}.png`);
      await page.screenshot({ path, animations: 'disabled' });
      if (size !== sizes[0]) continue;
      // What a paper says of its own structure is its authors'; what is spoken outlives by seconds the button it names.
      const axe = new AxeBuilder({ page })
        .setLegacyMode()
        .exclude('.structTree')
        .exclude('[data-live-announcer]');
      // Roles and names are the same in every look: there, only colours are looked at again.
      if (look !== looks[0]) axe.withRules(['color-contrast']);
      const { violations } = await axe.analyze();
      const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
      for (const { id, nodes: found } of serious) {
        const nodes = found.filter(({ target }) => id !== 'aria-valid-attr-value' || !isLinkOfPaper(target));
        if (nodes.length === 0) continue;
        problems.push(
          `${where}, ${look}: ${id}: ${nodes
            .map(({ target }) => target.join(' '))
            .slice(0, 3)
            .join(', ')}`,
        );
      }
    }
  }
  await wear(page, 'light');
  await resize(app, page, sizes[0]);
  await setTextSize(page, 200);
  problems.push(...(await measureLayout(page)).map((problem) => `${name} at 200 % text: ${problem}`));
  await page.screenshot({ path: join(pictures, `${name}-large-text.png`) });
  await setTextSize(page, 100);
  return problems;
}

/** A link on a page names the text that it owns, which pdf.js may lay out a moment after the link. */
function isLinkOfPaper(target: readonly unknown[]): boolean {
  return target.every((selector) => String(selector).includes('pdfjs_internal_id_'));
}
