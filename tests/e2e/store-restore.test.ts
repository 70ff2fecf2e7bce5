import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from '@playwright/test';
import { ReviewFormPage } from './pages/review-form';
import { openSamplePaper } from './support/desk';
import { measureLayout } from './support/layout';
import { launch, resize, type RunningApp } from './support/launch';
import { wear } from './support/screens';
import { databasePath, SAMPLE_VENUE, storedText } from './support/store';
import { expectProse } from './support/prose';
import { makeTempFolder, type TempFolder } from './support/temp';

const pictures = 'test-results/looks';
const WORDS = 'Written after the backup was made.';
let temp: TempFolder;
let running: RunningApp | undefined;

test.beforeEach(() => {
  temp = makeTempFolder();
});

test.afterEach(async () => {
  await running?.close();
  running = undefined;
  temp.remove();
});

test('a damaged store is found at the start, restored with one press, and has what was written last', async () => {
  const folder = temp.of('ada');
  running = await launch({ folder });
  const { form } = await openSamplePaper(running.page, 12);
  const backups = join(dirname(databasePath(running.dataFolder, SAMPLE_VENUE)), 'backups');
  // The import of the sample was backed up beside the window.
  await expect.poll(() => listOf(backups)).toHaveLength(1);
  await form.text('summary').fill(WORDS);
  await form.whenSaved();
  await running.close();

  const path = databasePath(running.dataFolder, SAMPLE_VENUE);
  const damaged = readFileSync(path);
  const at = damaged.indexOf('Sim2Science');
  damaged.writeUInt8(damaged.readUInt8(at) ^ 1, at);
  writeFileSync(path, damaged);

  running = await launch({ folder, size: { width: 1440, height: 900 }, env: { REFEREE_CLOCK: LATER } });
  const { page, app } = running;
  const restore = page.getByRole('button', { name: /^Restore the backup of .* today \(2 h old\)$/ });
  await restore.waitFor();
  mkdirSync(pictures, { recursive: true });
  for (const size of [
    { width: 1440, height: 900 },
    { width: 1024, height: 700 },
  ]) {
    await resize(app, page, size);
    expect(await measureLayout(page)).toEqual([]);
    for (const look of ['light', 'dark'] as const) {
      await wear(page, look);
      await page.screenshot({ path: join(pictures, `store-damaged-${size.width}-${look}.png`) });
    }
  }
  await resize(app, page, { width: 1440, height: 900 });
  await restore.click();
  await page.getByText(/The damaged files are kept in the venue's folder/).waitFor();
  await page.screenshot({ path: join(pictures, 'store-restored-1440-dark.png') });
  await expectProse(new ReviewFormPage(page).text('summary'), WORDS);
  expect(storedText(running.dataFolder, SAMPLE_VENUE, 12, 'summary')).toBe(WORDS);
  const [kept = ''] = readdirSync(join(dirname(path), 'damaged'));
  expect(readFileSync(join(dirname(path), 'damaged', kept, 'venue.sqlite')).equals(damaged)).toBe(true);
  expect(running.pageErrors).toEqual([]);
});

/** Two hours after the tests' clock. */
const LATER = '2026-05-10T11:05:00Z';

function listOf(folder: string): readonly string[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith('.sqlite'));
  } catch {
    return [];
  }
}
