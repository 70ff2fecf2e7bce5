import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { makePdf } from '../support/pdf';
import { LibraryPage } from './pages/library';
import { ReviewFormPage } from './pages/review-form';
import { KeyQuestion } from './pages/signing-key';
import { WelcomePage } from './pages/welcome';
import { runCli } from './support/cli';
import { answerOpenDialog, answerSaveDialog } from './support/dialogs';
import { launch } from './support/launch';
import { makeTempFolder } from './support/temp';

const temp = makeTempFolder();
const FORM = resolve('tests', 'fixtures', 'offline-forms', 'hotcrp', 'sim2science.txt');

test.afterAll(() => temp.remove());

/** Nothing that axe knows stands in the way of anybody in the open sheet. */
async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().include('[role=dialog]').analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}

/** Runs a command of the palette by its words, as a person who knows no shortcut does. */
async function runByName(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog').filter({ has: page.getByRole('combobox') });
  await palette.getByRole('combobox').fill(words);
  await expect(palette.getByRole('option').first()).toContainText(words.slice(0, 12));
  await page.keyboard.press('Enter');
}

test('a HotCRP form comes in with its PDFs, is reviewed by keyboard, and goes back in every shape', async () => {
  const running = await launch({ folder: temp.of('ada') });
  const { app, page } = running;
  try {
    const pdfs = temp.of('pdfs');
    mkdirSync(pdfs, { recursive: true });
    for (const number of [12, 31]) {
      writeFileSync(join(pdfs, `sim2science-paper${number}.pdf`), makePdf(`Paper ${number}`));
    }

    // The form and the PDFs.
    await new WelcomePage(page).startFromForm.focus();
    await answerOpenDialog(app, [FORM]);
    await page.keyboard.press('Enter');
    const start = page.getByRole('dialog', { name: 'Start from another system’s form' });
    await expect(start.getByRole('button', { name: 'Choose the form…' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(start.getByText('Emulators That Know What They Do Not Know')).toBeVisible();
    await expect(start.getByLabel('Name of the venue')).toHaveValue('Sim2Science');
    await expect(start.getByLabel('Your e-mail address')).toHaveValue('ada@example.org');
    await answerOpenDialog(app, [pdfs]);
    await start.getByRole('button', { name: 'Choose a folder…' }).press('Enter');
    await expect(start.getByText('Nothing chosen')).toHaveCount(0);
    await expectAccessible(page);
    await start.getByRole('button', { name: 'Start reviewing' }).press('Enter');

    // The review.
    const library = new LibraryPage(page);
    await library.row(12).waitFor();
    await library.open(12);
    const form = new ReviewFormPage(page);
    await form.root.waitFor();
    await form.field('overall-merit').getByRole('radio', { name: /^4/ }).press('Space');
    await form.whenSaved();
    const said = runCli('review', 'show', '12', '--store', running.dataFolder);
    expect(said.stdout).toContain('overall-merit: 4');

    // The form, filled.
    const filled = temp.of('filled.txt');
    await answerSaveDialog(app, filled);
    await runByName(page, 'Fill the form for HotCRP');
    const out = page.getByRole('dialog', { name: 'Filled form for HotCRP' });
    await expect(out.getByRole('group', { name: 'The filled form' })).toContainText('4. Accept');
    await expectAccessible(page);
    await out.getByRole('button', { name: 'Save…' }).press('Enter');
    await expect(out).toBeHidden();
    const text = readFileSync(filled, 'utf8');
    const given = readFileSync(FORM, 'utf8');
    const one = given.slice(0, given.indexOf('==+== =====', given.indexOf('Begin Review')));
    expect(text).toBe(one.replace('(Your choice here)', '4. Accept').replace('\nReady\n', '\nNot ready\n'));

    // Edited elsewhere, and read back.
    writeFileSync(filled, text.replace('\n4. Accept\n', '\n2. Weak reject\n'));
    await answerOpenDialog(app, [filled]);
    await runByName(page, 'Read a filled form back');
    const back = page.getByRole('dialog', { name: 'Read a filled form back' });
    await back.getByRole('button', { name: 'Choose the form…' }).press('Enter');
    const difference = back.getByRole('region', { name: '#12 Overall merit' });
    await expect(difference.getByRole('group', { name: 'In the file' })).toHaveText('2');
    await expectAccessible(page);
    await difference.getByRole('radio', { name: 'Take the file’s' }).press('Space');
    await back.getByRole('button', { name: 'Take 1 answer' }).press('Enter');
    await expect(back).toBeHidden();
    await expect(form.field('overall-merit').getByRole('radio', { name: /^2/ })).toBeChecked();

    // A PDF, with no word of the system or the user in it.
    const pdf = temp.of('copy.pdf');
    await answerSaveDialog(app, pdf);
    await page.keyboard.press('Control+Alt+e');
    const copies = page.getByRole('dialog', { name: 'Copies of reviews' });
    await expect(copies.getByRole('radio', { name: 'Of #12 only' })).toBeChecked();
    await expectAccessible(page);
    await copies.getByRole('button', { name: 'Save…' }).press('Enter');
    await expect(copies).toBeHidden();
    const bytes = readFileSync(pdf).toString('latin1');
    expect(bytes.startsWith('%PDF-')).toBe(true);
    expect(bytes).toContain('/StructTreeRoot');
    expect(bytes).toContain('/Outlines');
    expect(bytes).toMatch(/\/Creator \(Referee +\)/);
    expect(bytes).not.toMatch(/Mozilla|Chrome|Electron|Linux|X11|Macintosh|Windows/);

    // Plain text.
    const plain = temp.of('copy.txt');
    await answerSaveDialog(app, plain);
    await page.keyboard.press('Control+Alt+e');
    await copies.getByRole('radio', { name: 'Plain text' }).press('Space');
    await copies.getByRole('button', { name: 'Save…' }).press('Enter');
    await expect(copies).toBeHidden();
    expect(readFileSync(plain, 'utf8')).toContain('Overall merit\n-------------\n2: Weak reject\n');

    // A receipt, with its page, and its check.
    const receipt = temp.of('receipt.json');
    await answerSaveDialog(app, receipt);
    await runByName(page, 'Make a receipt for reviewing');
    const making = page.getByRole('dialog', { name: 'Receipt for reviewing' });
    await expect(making.getByRole('button', { name: 'Save the receipt…' })).toBeEnabled();
    await expectAccessible(page);
    await making.getByRole('button', { name: 'Save the receipt…' }).press('Enter');
    await new KeyQuestion(page).keepInFile();
    await expect(making).toBeHidden();
    expect(readFileSync(temp.of('receipt.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
    expect(runCli('receipt', 'verify', receipt).stdout).toContain('is valid');
    await answerOpenDialog(app, [receipt]);
    await runByName(page, 'Verify a receipt');
    await expect(page.getByText('This receipt is valid')).toBeVisible();
    await expectAccessible(page);
    expect(running.pageErrors).toEqual([]);
  } finally {
    await running.close();
  }
});
