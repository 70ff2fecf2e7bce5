import { expect, test } from '@playwright/test';
import type { PaperNumber, VenueId } from '@shared/model/ids';
import { quiet } from '@main/services/deps';
import { importBundles } from '@main/services/import-bundles';
import { openPaper } from '@main/services/library';
import { requireSelf } from '@main/services/my-review';
import { saveAnnotation } from '@main/store/annotations';
import { transact } from '@main/store/database';
import { makeContent, type annotationId } from '../support/annotation';
import { launch, type RunningApp } from './support/launch';
import { onComputerOf, writeAssignments } from './support/people';
import { SIM2SCIENCE } from './support/store';
import { makeTempFolder, type TempFolder } from './support/temp';
let temp: TempFolder;
let running: RunningApp | undefined;
test.beforeEach(() => {
  temp = makeTempFolder();
});
test.afterEach(async () => {
  await running?.close();
  temp.remove();
});
test('scrolls through 10,000 notes about as smoothly as through none', async () => {
  const venue = SIM2SCIENCE as VenueId;
  const paper = 12 as PaperNumber;
  const bundle = writeAssignments(temp.of())('Ada Lindqvist');
  onComputerOf(temp.of('ada'), (deps) => importBundles(deps, { paths: [bundle], venue: null }, quiet));
  const measure = async (
    isFirst: boolean,
  ): Promise<{
    readonly p50: number;
    readonly p95: number;
    readonly worst: number;
  }> => {
    running = await launch({ folder: temp.of('ada'), size: { width: 1280, height: 800 } });
    const { page } = running;
    // Afterwards the window opens where it was.
    if (isFirst) await page.getByRole('gridcell', { name: '12', exact: true }).dblclick();
    await page.locator('.textLayer span[role=presentation]').first().waitFor();
    await page.waitForFunction(() => document.querySelectorAll('.pdfViewer .page canvas').length > 0);
    const frames = await page.evaluate(async () => {
      const pane = document.querySelector('.pdfViewer')?.parentElement;
      const times: number[] = [];
      let last = performance.now();
      for (let frame = 0; frame < 240; frame += 1) {
        if (pane) pane.scrollTop += frame < 120 ? 25 : -25;
        const now = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
        times.push(now - last);
        last = now;
      }
      return times.toSorted((a, b) => a - b);
    });
    const drawn = await page.evaluate(() => [
      document.querySelectorAll('.pdfViewer .marks').length,
      document.querySelectorAll('.pdfViewer .page canvas').length,
      document.querySelectorAll('.pdfViewer [data-mark]').length,
    ]);
    await running.close();
    running = undefined;
    const at = (share: number): number => Math.round(frames[Math.floor(frames.length * share)] ?? 0);
    const figures = { p50: at(0.5), p95: at(0.95), worst: at(0.999) };
    process.stdout.write(`${JSON.stringify({ ...figures, drawn })}\n`);
    return figures;
  };
  const none = await measure(true);
  onComputerOf(temp.of('ada'), (deps) => {
    const { db } = deps.stores.open(venue);
    const view = openPaper(deps, { venue, paper });
    transact(db, () => {
      for (let at = 0; at < 10_000; at += 1) {
        const [x, y] = [60 + (at % 7) * 70, 740 - ((at / 7) % 60) * 11];
        const id = `a-${at.toString(16).padStart(16, '0')}` as ReturnType<typeof annotationId>;
        const quads = [[x, y, x + 50, y, x, y - 8, x + 50, y - 8]];
        const content = makeContent({ pdf: view.paper.pdf.sha256, pages: [{ page: 1 + (at % 6), quads }] });
        const now = new Date(0).toISOString() as never;
        saveAnnotation(
          db,
          { id, paper, creator: requireSelf(db).id, version: 1, createdAt: now, modifiedAt: now, content },
          false,
        );
      }
    });
  });
  const many = await measure(false);
  expect(many.p95).toBeLessThan(none.p95 * 2 + 34);
});
