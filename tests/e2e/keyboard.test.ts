import { expect, test } from '@playwright/test';
import { ExportSheet } from './pages/export-sheet';
import { LibraryPage } from './pages/library';
import { ReaderPage } from './pages/reader';
import { ReviewFormPage } from './pages/review-form';
import { KeyQuestion } from './pages/signing-key';
import { WelcomePage } from './pages/welcome';
import { cliJson } from './support/cli';
import { answerSaveDialog } from './support/dialogs';
import { focusPlace, press, pressUntil } from './support/keyboard';
import { launch } from './support/launch';
import { review12 } from './support/review-texts';
import { SAMPLE_VENUE, storedAnswers } from './support/store';
import { makeTempFolder } from './support/temp';

const temp = makeTempFolder();

test.afterAll(() => temp.remove());

test('a whole review, from the start page to the exported file, with no pointer', async () => {
  const running = await launch({ folder: temp.of('ada') });
  try {
    const { app, page } = running;
    await new WelcomePage(page).heading.waitFor();
    await pressUntil(page, 'Tab', ({ what }) => what.includes('Try the sample'));
    await page.keyboard.press('Enter');

    const library = new LibraryPage(page);
    await library.row(12).waitFor();
    await pressUntil(page, 'Tab', ({ what }) => what.startsWith('grid Papers to review'));
    await press(page, 'ArrowDown');
    await press(page, 'ArrowDown');
    await page.keyboard.press('Enter');
    const reader = new ReaderPage(page);
    const form = new ReviewFormPage(page);
    await reader.whenPainted();
    await expect(form.root).toHaveAccessibleName('Review of paper 12');

    // Reading: the pages by their own keys, a word by the find bar.
    await press(page, 'Alt+2');
    await page.keyboard.press('Control+f');
    await page.keyboard.type('Thiele');
    await expect(reader.findCount).toHaveText(/^1 of \d+$/);
    await press(page, 'Escape');

    // Writing: the form is one pane; Alt+PageDown goes from field to field.
    await press(page, 'Alt+3');
    if (!(await focusPlace(page)).what.includes('Add Emulators and surrogates')) {
      await pressUntil(page, 'Tab', ({ what }) => what.includes('Add Emulators and surrogates'), 5);
    }
    await page.keyboard.press('Enter');
    await expect(form.field('topics').getByRole('list', { name: 'Topic tags' })).toBeVisible();
    for (const [field, value] of Object.entries(review12.ratings)) {
      await pressUntil(page, 'Alt+PageDown', (place) => place.field === field, 3);
      await press(page, String(value));
      await expect(form.field(field).getByRole('radio', { name: new RegExp(`^${value}, `) })).toBeChecked();
    }
    for (const [field, text] of Object.entries(review12.texts)) {
      await pressUntil(page, 'Alt+PageDown', (place) => place.field === field, 5);
      await page.keyboard.insertText(text);
    }
    await pressUntil(page, 'Alt+PageUp', (place) => place.field === 'ethics', 3);
    await page.keyboard.press('Space');
    await pressUntil(page, 'Tab', ({ what, field }) => field === 'ethics' && what.startsWith('textarea'), 2);
    await page.keyboard.type('Consent is not mentioned.');
    await pressUntil(page, 'Alt+PageUp', (place) => place.field === 'presentation', 3);
    await press(page, 'Space');
    await form.whenSaved();
    expect(storedAnswers(running.dataFolder, SAMPLE_VENUE, 12)).toMatchObject({
      ethics: { kind: 'flag', isRaised: true, detail: 'Consent is not mentioned.' },
      presentation: { kind: 'choice', option: 'oral' },
      strengths: { kind: 'text', text: review12.texts['strengths'] },
      overall: { kind: 'rating', value: review12.ratings['overall'] },
    });
    await page.keyboard.press('Control+Enter');
    await expect(form.takeBack).toBeVisible();

    // Sending: the sheet, its default button, and out again.
    const out = temp.of('ada.referee');
    await answerSaveDialog(app, out);
    await page.keyboard.press('Control+e');
    const exporting = new ExportSheet(page);
    await expect(exporting.box(12)).toBeChecked();
    await pressUntil(page, 'Tab', ({ what }) => what.startsWith('button Export 1 review'));
    await page.keyboard.press('Enter');
    await new KeyQuestion(page).keepInFileByKeyboard();
    await expect(exporting.fact('Holds')).toHaveText('Reviews of #12');
    expect((await focusPlace(page)).what).toContain('Show in folder');
    await press(page, 'Escape');
    await expect(exporting.dialog).toHaveCount(0);
    expect(cliJson('bundle', 'verify', out, '--store', running.dataFolder)).toMatchObject([{ ok: true }]);

    await page.keyboard.press('Control+l');
    await press(page, 'F6');
    expect((await library.cells()).find(([number]) => number === '12')?.[3]).toBe('Exported');
  } finally {
    await running.close();
  }
});

test('the palette and the keymap know every command, and Escape closes one thing at a time', async () => {
  const running = await launch({ folder: temp.of('bo') });
  try {
    const { page } = running;
    await new WelcomePage(page).heading.waitFor();
    await page.keyboard.press('Control+k');
    const palette = page.getByRole('dialog');
    await expect(palette).toBeVisible();
    await page.keyboard.type('sample');
    await expect(palette.getByText('Try the sample')).toBeVisible();
    await page.keyboard.press('Enter');
    const library = new LibraryPage(page);
    await library.row(12).waitFor();

    await page.keyboard.press('?');
    const keymap = page.getByRole('dialog');
    await expect(keymap).toContainText('Open a bundle');
    await expect(keymap).toContainText('Go to the next pane');
    await page.keyboard.press('Control+k');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(library.table).toBeVisible();
  } finally {
    await running.close();
  }
});
