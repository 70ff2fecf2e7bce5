import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { ExportSheet } from './pages/export-sheet';
import type { ReviewTexts } from './pages/review-form';
import { KeyQuestion } from './pages/signing-key';
import { cliJson } from './support/cli';
import { openSamplePaper } from './support/desk';
import { answerSaveDialog } from './support/dialogs';
import { focusPlace, press, pressUntil } from './support/keyboard';
import { launch } from './support/launch';
import { review12 } from './support/review-texts';
import { SAMPLE_VENUE, storedAnswers } from './support/store';
import { makeTempFolder } from './support/temp';

const temp = makeTempFolder();
const size = { width: 1440, height: 900 } as const;

test.afterAll(() => temp.remove());

/** A whole review without formulas: this is not about them. */
function plainReview(): ReviewTexts {
  return { ...review12, texts: { ...review12.texts, weaknesses: 'The baseline is weak. '.repeat(8) } };
}

/** Runs a command through the palette, as a person would who does not know its key. */
async function choose(page: Page, title: string): Promise<void> {
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: 'Commands' });
  await expect(palette.getByRole('combobox')).toBeFocused();
  await page.keyboard.type(title);
  await expect(palette.getByRole('option', { name: title })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(palette).toHaveCount(0);
}

/** What axe finds that is serious, a line each; in a sheet only, where one is open. */
async function findFaults(page: Page, isSheet = false): Promise<readonly string[]> {
  const axe = new AxeBuilder({ page })
    .setLegacyMode()
    .exclude('.structTree')
    .exclude('[data-live-announcer]');
  const { violations } = await (isSheet ? axe.include('[role=dialog]') : axe).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
    .filter((fault) => !fault.includes('pdfjs_internal_id_'));
}

test('a paper is declined, taken back, and declared a conflict, which goes out in a file: with no pointer', async () => {
  const running = await launch({ folder: temp.of('ada'), size });
  try {
    const { app, page } = running;
    const { form, library } = await openSamplePaper(page, 12);
    await choose(page, 'Decline this paper');
    const sheet = page.getByRole('dialog', { name: 'Decline #12' });
    await expect(sheet.getByLabel('Reason (optional)')).toBeFocused();
    expect(await findFaults(page, true)).toEqual([]);
    await page.keyboard.type('I know nothing of catalysis.');
    await pressUntil(page, 'Tab', ({ what }) => what.includes('Decline the paper'), 4);
    await page.keyboard.press('Enter');
    await expect(sheet).toHaveCount(0);
    const declined = form.root.getByText(/You declined this paper: "I know nothing of catalysis\."/);
    await expect(declined).toBeVisible();
    await expect(form.root.locator('header').getByText('Declined')).toBeVisible();
    await expect(form.markReady).toHaveCount(0);

    await choose(page, 'Review this paper after all');
    await expect(declined).toHaveCount(0);
    await expect(form.markReady).toBeVisible();

    await choose(page, 'Declare a conflict of interest');
    await expect(page.getByRole('dialog', { name: 'Conflict of interest with #12' })).toBeVisible();
    await pressUntil(page, 'Tab', ({ what }) => what.startsWith('input'), 3);
    await press(page, 'ArrowDown');
    await pressUntil(page, 'Tab', ({ what }) => what.includes('Declare the conflict'), 5);
    await page.keyboard.press('Enter');
    await expect(
      form.root.getByText(/conflict of interest with this paper \(colleague or same/),
    ).toBeVisible();

    await page.keyboard.press('Control+l');
    await expect(library.row(12).getByRole('gridcell', { name: 'Conflict of interest' })).toBeVisible();
    await expect(library.row(12).getByRole('gridcell', { name: 'Not exported yet' })).toBeVisible();
    await expect(page.getByRole('group', { name: 'Plan' })).toContainText(/^1 paper /);
    expect(await findFaults(page)).toEqual([]);

    const out = temp.of('ada.referee');
    await answerSaveDialog(app, out);
    await page.keyboard.press('Control+e');
    const exporting = new ExportSheet(page);
    await expect(
      exporting.dialog.getByText('Conflict of interest (colleague or same institution)'),
    ).toBeVisible();
    expect(await findFaults(page, true)).toEqual([]);
    await pressUntil(page, 'Tab', ({ what }) => what.startsWith('button Export your word on 1 paper'));
    await page.keyboard.press('Enter');
    await new KeyQuestion(page).keepInFileByKeyboard();
    await expect(exporting.fact('Tells')).toHaveText('That you will not review #12');
    expect((await focusPlace(page)).what).toContain('Show in folder');
    await page.keyboard.press('Escape');
    await expect(exporting.dialog).toHaveCount(0);
    await expect(library.row(12).getByRole('gridcell', { name: 'Nothing' })).toBeVisible();
    expect(cliJson('bundle', 'verify', out, '--store', running.dataFolder)).toMatchObject([{ ok: true }]);
    expect(running.pageErrors).toEqual([]);
  } finally {
    await running.close();
  }
});

test('after the deadline the plan says so; an export still works, and what changed since it is shown by word', async () => {
  const folder = temp.of('late');
  const running = await launch({ folder, size, env: { REFEREE_CLOCK: '2026-05-20T09:00:00Z' } });
  try {
    const { app, page } = running;
    const { form, library } = await openSamplePaper(page, 12);
    await form.addDeclaredTopic('Emulators and surrogates');
    await form.fill(plainReview());
    await page.keyboard.press('Control+Enter');
    await expect(form.takeBack).toBeVisible();
    await page.keyboard.press('Control+l');
    const plan = page.getByRole('group', { name: 'Plan' });
    await expect(plan).toContainText(/papers are late/);
    await expect(plan).toContainText('You can still review and export.');
    await expect(plan).toContainText('Authors were to be notified by 15 May 2026.');

    await answerSaveDialog(app, temp.of('late.referee'));
    const exporting = new ExportSheet(page);
    await page.keyboard.press('Control+e');
    await expect(exporting.fact('Note')).toContainText('may come too late to count');
    await exporting.export();
    await exporting.done.click();
    await expect(library.row(12).getByRole('gridcell', { name: 'Exported' })).toBeVisible();

    await library.open(12);
    await form.text('questions').click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' And at 300 runs?');
    await form.whenSaved();
    expect(storedAnswers(running.dataFolder, SAMPLE_VENUE, 12)['questions']).toMatchObject({ kind: 'text' });
    await page.keyboard.press('Control+e');
    await expect(exporting.dialog.getByText(/^1 review changed since 20 May 2026, 18:0\d$/)).toBeVisible();
    await exporting.dialog.getByRole('button', { name: 'See what changed' }).click();
    const changes = page.getByRole('dialog', { name: 'What changed in your review of #12' });
    await expect(changes.getByRole('insertion').filter({ hasText: '300' })).toBeVisible();
    expect(await findFaults(page, true)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(changes).toHaveCount(0);
    await page.keyboard.press('Escape');
    await expect(exporting.dialog).toHaveCount(0);
    expect(running.pageErrors).toEqual([]);
  } finally {
    await running.close();
  }
});

test('reminders and the count of time are set by keyboard and kept; a pressed reminder leads to its papers', async () => {
  const running = await launch({ folder: temp.of('reminded'), size });
  try {
    const { app, page } = running;
    const { library } = await openSamplePaper(page, 7);
    await page.keyboard.press('Control+,');
    const settings = page.getByRole('dialog', { name: 'Settings' });
    await expect(settings).toBeVisible();
    const reminders = settings.getByRole('radiogroup', { name: 'Reminders before a deadline' });
    await expect(reminders.getByRole('radio', { name: 'Off' })).toBeChecked();
    await reminders.getByRole('radio', { name: 'Off' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Space');
    await expect(settings.getByRole('checkbox', { name: '7 days before' })).toBeChecked();
    await settings.getByRole('checkbox', { name: 'Count the time at each paper' }).focus();
    await page.keyboard.press('Space');
    await expect(settings.getByRole('checkbox', { name: 'Count the time at each paper' })).toBeChecked();
    expect(await findFaults(page, true)).toEqual([]);
    expect(JSON.parse(readFileSync(join(running.dataFolder, 'preferences.json'), 'utf8'))).toMatchObject({
      reminders: { daysBefore: [7, 2, 0], hour: 9, hasTitles: false },
      countsTime: true,
    });
    await page.keyboard.press('Escape');
    await expect(settings).toHaveCount(0);

    await app.evaluate(({ BrowserWindow }, venue) => {
      const event = { topic: 'venue.asked', payload: { venue } };
      BrowserWindow.getAllWindows()[0]?.webContents.send('referee:event', event);
    }, SAMPLE_VENUE);
    await expect(library.row(7)).toBeVisible();
    // Leaving a paper tells what was counted of it.
    await expect(library.table.getByRole('columnheader', { name: 'Time' })).toBeVisible();
    expect(running.pageErrors).toEqual([]);
  } finally {
    await running.close();
  }
});
