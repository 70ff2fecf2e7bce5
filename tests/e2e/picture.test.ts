import { readFileSync, readdirSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { prepareCipher } from '@main/bundle/age/cipher';
import { BundleSheet } from './pages/bundle-sheet';
import { ConsolidationPage } from './pages/consolidation';
import { answerOpenDialog, answerSaveDialog } from './support/dialogs';
import { focusPlace, press, pressUntil } from './support/keyboard';
import { launch, type RunningApp } from './support/launch';
import { makePanelVenue, type PanelFiles } from './support/panel-venue';
import { makeTempFolder } from './support/temp';

const temp = makeTempFolder();
let files: PanelFiles;
let running: RunningApp | undefined;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  await prepareCipher();
  files = makePanelVenue(temp.of(), { papers: 10, reviewers: 6, silent: 1 });
});

test.afterEach(async () => {
  await running?.close();
  running = undefined;
});

test.afterAll(() => temp.remove());

/** Nothing that assistive tools would stumble over, on the screen as it stands. */
async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .exclude('[data-live-announcer]')
    .analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(
    serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`),
  ).toEqual([]);
}

test('a chair sorts by calibrated score, is told so, and finds the saved view again the next day', async () => {
  running = await launch({ folder: temp.of('noor'), files: [files.assignment] });
  const { app, page, pageErrors } = running;
  const { table } = new ConsolidationPage(page);
  await new BundleSheet(page).accept.click();
  await table.waitFor();
  await answerOpenDialog(app, files.reviews);
  await page.keyboard.press('Control+o');
  await page.getByRole('button', { name: 'Done' }).click();
  await expect(table.getByRole('row', { name: /^1 / })).toContainText(/[23] of 3/);

  await page.keyboard.press('Alt+Shift+2');
  await expect(table.getByRole('columnheader', { name: /^Calibrated/ })).toBeVisible();
  await expect(page.getByText('Sorted by calibrated score')).toBeHidden();
  await table.focus();
  await pressUntil(page, 'Tab', ({ what }) => what.startsWith('button Calibrated'), 12);
  await press(page, 'Enter');
  await expect(page.getByText('Sorted by calibrated score')).toBeVisible();
  await expectAccessible(page);

  await table.focus();
  await page.keyboard.press('Control+c');
  await page.getByText('Copied 10 papers').waitFor();
  const copied = await app.evaluate(({ clipboard }) => clipboard.readText());
  expect(copied.split('\n')[0]).toBe('#\tTitle\tIn\tMean\tBy conf.\tCalibrated\tRange\tDisagree\tReviews');

  await page.keyboard.press('Control+k');
  await page.keyboard.type('save this view');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await focusPlace(page)).what).toMatch(/^input/);
  await page.keyboard.type('By calibrated score');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Save this view' }).waitFor({ state: 'hidden' });
  expect(pageErrors).toEqual([]);
  await running.close();

  running = await launch({ folder: temp.of('noor') });
  await running.page.getByRole('button', { name: 'Views', exact: true }).click();
  await running.page.getByRole('menu').getByText('By calibrated score', { exact: true }).click();
  await expect(running.page.getByText('Sorted by calibrated score')).toBeVisible();
});

test('a chair reads charts, saves one, writes letters to the late, and looks up what came in', async () => {
  running = await launch({ folder: temp.of('noor') });
  const { app, page, pageErrors } = running;
  await new ConsolidationPage(page).table.waitFor();

  await page.keyboard.press('Control+Alt+c');
  const charts = page.getByRole('dialog', { name: 'Charts' });
  await expect(charts.getByRole('img')).toHaveCount(5);
  await expectAccessible(page);
  await answerSaveDialog(app, temp.of('scores.png'));
  await charts.getByRole('button', { name: 'Save "How scores are spread" as PNG' }).press('Enter');
  await page.getByText('Saved scores.png').waitFor();
  expect(readFileSync(temp.of('scores.png')).subarray(1, 4).toString()).toBe('PNG');
  await answerSaveDialog(app, temp.of('leniency.svg'));
  await charts
    .getByRole('button', { name: 'Save "How strict and how kind reviewers are" as SVG' })
    .press('Enter');
  await page.getByText('Saved leniency.svg').waitFor();
  expect(readFileSync(temp.of('leniency.svg'), 'utf8')).toContain('Ada Lindqvist');
  await page.keyboard.press('Escape');
  await charts.waitFor({ state: 'hidden' });

  await page.keyboard.press('Control+Alt+u');
  const owed = page.getByRole('dialog', { name: 'Missing reviews' });
  await expect(owed.getByRole('region', { name: /^Letter to / })).toContainText('23:59 AoE');
  await expectAccessible(page);
  await answerOpenDialog(app, [temp.of()]);
  await owed.getByRole('button', { name: 'Write 1 letter…' }).press('Enter');
  await page.getByText(/^Wrote 1 letter/).waitFor();
  expect(readdirSync(temp.of()).filter((name) => name.endsWith('.eml'))).toHaveLength(1);
  await page.keyboard.press('Escape');
  await owed.waitFor({ state: 'hidden' });

  await page.keyboard.press('Control+Alt+i');
  const log = page.getByRole('dialog', { name: 'Earlier imports' });
  await expect(log.getByRole('listitem')).toHaveCount(5);
  await expectAccessible(page);
  await log
    .getByRole('button', { name: /^Open paper / })
    .first()
    .press('Enter');
  await page.getByRole('region', { name: /^Reviews of paper / }).waitFor();
  expect(pageErrors).toEqual([]);
});
