import { expect, test } from '@playwright/test';
import { openSamplePaper, type Desk } from './support/desk';
import { launch, type RunningApp } from './support/launch';
import { makeTempFolder } from './support/temp';

const temp = makeTempFolder();
let running: RunningApp;
let desk: Desk;

test.beforeAll(async () => {
  running = await launch({ folder: temp.of('ada'), size: { width: 1440, height: 900 } });
  desk = await openSamplePaper(running.page, 12);
});

test.afterAll(async () => {
  await running.close();
  temp.remove();
});

test.afterEach(() => expect(running.pageErrors).toEqual([]));

test('papers are read by themselves; words of another paper are found by keyboard and shown on their page', async () => {
  const { page } = running;
  await page.keyboard.press('Control+Shift+f');
  const field = page.getByRole('combobox', { name: 'Search all papers' });
  await expect(field).toBeFocused();
  const dialog = page.getByRole('dialog', { name: 'Search all papers' });
  await expect(dialog.getByText('4 of 4 papers searched')).toBeVisible({ timeout: 60_000 });
  await page.keyboard.type('tempering');
  const options = dialog.getByRole('option');
  await expect(options.first()).toHaveAccessibleName(/#7 .*tempering/i);
  const onPageTwo = options.filter({ hasText: 'p. 2' }).first();
  await expect(onPageTwo).toBeVisible();
  const names = await options.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? ''));
  const steps = names.findIndex((name) => name.includes(', p. 2:'));
  for (let step = 0; step < steps; step += 1) await page.keyboard.press('ArrowDown');
  await expect(onPageTwo).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');

  await expect(dialog).toHaveCount(0);
  await expect(desk.reader.pageBox).toHaveValue('2');
  await expect(page.getByRole('textbox', { name: 'Find in paper' })).toHaveValue('tempering');
  await expect(page.locator('.textLayer .highlight.selected').first()).toHaveText(/tempering/i);
  await expect(page.getByRole('region', { name: /^Paper: Tempering/ })).toBeVisible();
});

test('what was written in a review is found too, and Enter goes to its field', async () => {
  const { page } = running;
  const options = page.getByRole('dialog', { name: 'Search all papers' }).getByRole('option');
  await desk.form.text('summary').fill('A zebrafish study.');
  await expect(desk.form.field('summary')).toContainText('zebrafish');
  await page.keyboard.press('Control+Shift+f');
  await page.keyboard.type('zebrafish');
  await expect(options).toHaveCount(1);
  await expect(options.first()).toHaveAccessibleName(/Summary: A zebrafish study/);
  await page.keyboard.press('Enter');
  await expect(options).toHaveCount(0);
  await expect(desk.form.text('summary')).toBeFocused();
});
