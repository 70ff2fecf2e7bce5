import { expect, test } from '@playwright/test';
import { ExportSheet } from '../e2e/pages/export-sheet';
import { LibraryPage } from '../e2e/pages/library';
import { NotesPage } from '../e2e/pages/notes';
import { ReaderPage } from '../e2e/pages/reader';
import { ReviewFormPage } from '../e2e/pages/review-form';
import { KeyQuestion } from '../e2e/pages/signing-key';
import { cliJson } from '../e2e/support/cli';
import { answerSaveDialog } from '../e2e/support/dialogs';
import { focusPlace, press, pressUntil } from '../e2e/support/keyboard';
import { launch } from '../e2e/support/launch';
import { review12 } from '../e2e/support/review-texts';
import { SIM2SCIENCE, storedText } from '../e2e/support/store';
import { makeTempFolder } from '../e2e/support/temp';
import { makeCorpusStore } from './corpus-store';
import { findLongPaper } from './long-paper';

const LEAST_PAGES = 30;
const corpus = process.env['REFEREE_CORPUS'] ?? '';
const temp = makeTempFolder();

test.afterAll(() => temp.remove());

test('a long paper is read to its end, marked, quoted, reviewed and sent with no pointer', async () => {
  const { file, pageCount } = await findLongPaper(corpus, LEAST_PAGES);
  const { userData } = makeCorpusStore(corpus, [file], temp.of('long'));
  const running = await launch({ folder: userData, size: { width: 1440, height: 900 } });
  try {
    const { app, page } = running;
    const library = new LibraryPage(page);
    await library.row(1).waitFor();
    await pressUntil(page, 'Tab', ({ what }) => what.startsWith('grid Papers to review'));
    await press(page, 'ArrowDown');
    await page.keyboard.press('Enter');
    const reader = new ReaderPage(page);
    await reader.whenPainted();

    // Reading: every page in turn, each painted before the next.
    await press(page, 'Alt+2');
    for (let number = 1; number <= pageCount; number += 1) {
      await expect(reader.pageBox).toHaveValue(/.+/);
      await page
        .locator(`.pdfViewer .page[data-page-number="${number}"][data-loaded] canvas`)
        .first()
        .waitFor({ state: 'attached' });
      if (number < pageCount) await page.keyboard.press('Control+PageDown');
    }

    // Evidence: a word that the find bar found is marked as a strength and quoted.
    await page.keyboard.press('Control+f');
    await page.keyboard.type('model');
    await expect(reader.findCount).toHaveText(/^\d+ of \d+/);
    await page.locator('.textLayer .highlight.selected').first().waitFor();
    await page.keyboard.press('Control+Shift+h');
    const notes = new NotesPage(page);
    await expect(notes.bar).toBeVisible();
    await page.keyboard.press('1');
    await expect(notes.bar).toBeHidden();
    await page.keyboard.press('Control+Shift+n');
    await expect(notes.list).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(notes.comment).toBeFocused();
    await page.keyboard.type('Clear where it matters.');
    await pressUntil(page, 'Tab', ({ what }) => what.includes('Quote in'), 12);
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Strengths' }).press('Enter');
    const strengths = (): string => storedText(running.dataFolder, SIM2SCIENCE, 1, 'strengths') ?? '';
    await expect.poll(strengths).toMatch(/^> “.*model.*” \[p\. /i);
    await page.keyboard.press('Escape');

    // The form, field by field.
    const form = new ReviewFormPage(page);
    await press(page, 'Alt+3');
    const topics = form.field('topics');
    await expect(topics.getByRole('combobox', { name: 'Add a topic' })).toBeFocused();
    await page.keyboard.type('emul');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(topics.getByRole('list', { name: 'Topic tags' })).toBeVisible();
    for (const [field, value] of Object.entries(review12.ratings)) {
      await pressUntil(page, 'Alt+PageDown', (place) => place.field === field, 3);
      await press(page, String(value));
    }
    for (const [field, text] of Object.entries(review12.texts)) {
      await pressUntil(page, 'Alt+PageDown', (place) => place.field === field, 5);
      await page.keyboard.press('Control+End');
      await page.keyboard.insertText(text);
    }
    await form.whenSaved();
    await page.keyboard.press('Control+Enter');
    await expect(form.takeBack).toBeVisible();
    expect(strengths()).toContain(review12.texts['strengths']);

    const out = temp.of('long.referee');
    await answerSaveDialog(app, out);
    await page.keyboard.press('Control+e');
    const exporting = new ExportSheet(page);
    await expect(exporting.box(1)).toBeChecked();
    await pressUntil(page, 'Tab', ({ what }) => what.startsWith('button Export 1 review'));
    await page.keyboard.press('Enter');
    await new KeyQuestion(page).keepInFileByKeyboard();
    await expect(exporting.fact('Holds')).toHaveText('Reviews of #1');
    expect((await focusPlace(page)).what).toContain('Show in folder');
    expect(cliJson('bundle', 'verify', out, '--store', running.dataFolder)).toMatchObject([{ ok: true }]);
    expect(running.pageErrors).toEqual([]);
  } finally {
    await running.close();
  }
});
