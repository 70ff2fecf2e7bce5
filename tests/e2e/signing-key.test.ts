import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { ExportSheet } from './pages/export-sheet';
import { FramePage } from './pages/frame';
import { ReviewFormPage } from './pages/review-form';
import { keyInfo, KeyQuestion, KeySettings, UnlockSheet } from './pages/signing-key';
import { WelcomePage } from './pages/welcome';
import { cliJson } from './support/cli';
import { openSamplePaper } from './support/desk';
import { answerOpenDialog, answerSaveDialog } from './support/dialogs';
import { launch, type RunningApp } from './support/launch';
import { makeTempFolder } from './support/temp';

const PASSPHRASE = 'tidal marsh Übung 7';
const temp = makeTempFolder();

test.afterAll(() => temp.remove());

test('a key that a passphrase protects signs, is asked for after a restart, and moves to a second computer', async () => {
  test.setTimeout(120_000);
  const folder = temp.of('ada');
  let running = await launch({ folder });
  const { hasKeychain } = await keyInfo(running.page);
  test.skip(hasKeychain, 'this computer has a keychain, so nothing is asked');
  try {
    const { form } = await openSamplePaper(running.page, 12);
    await form.text('summary').fill('What the paper does.');
    await form.whenSaved();
    const asked = await startExport(running, 'first.referee');
    const question = new KeyQuestion(running.page);
    await question.dialog.waitFor();
    // Nobody has said anything yet: nothing is made and nothing is written.
    expect(existsSync(join(running.dataFolder, 'identity.json'))).toBe(false);
    await question.protect(PASSPHRASE);
    await expect(asked.fact('Holds')).toHaveText('Reviews of #12');
    expect(
      cliJson('bundle', 'verify', temp.of('first.referee'), '--store', running.dataFolder),
    ).toMatchObject([{ ok: true }]);
    expect(readFileSync(join(running.dataFolder, 'identity.json'), 'utf8')).not.toContain('PRIVATE KEY');
    const { fingerprint } = await keyInfo(running.page);
    await running.close();

    running = await launch({ folder });
    const { page } = running;
    await new ReviewFormPage(page).root.waitFor();
    const again = await startExport(running, 'second.referee');
    const unlock = new UnlockSheet(page);
    await unlock.passphrase.fill('not this one');
    await unlock.unlock.click();
    await expect(unlock.dialog).toContainText('does not open your signing key');
    expect(existsSync(temp.of('second.referee'))).toBe(false);
    await unlock.passphrase.fill(PASSPHRASE);
    await page.keyboard.press('Enter');
    await expect(again.fact('Holds')).toHaveText('Reviews of #12');
    await again.done.click();

    const settings = new KeySettings(page);
    await settings.open();
    await expect(settings.fingerprint).toContainText(fingerprint ?? '');
    await answerSaveDialog(running.app, temp.of('key.age'));
    await settings.choose('Back up');
    const backUp = page.getByRole('dialog', { name: 'Back up your signing key' });
    await backUp.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
    await backUp.getByLabel('The same again', { exact: true }).fill(PASSPHRASE);
    await backUp.getByRole('button', { name: 'Back up' }).click();
    await page.getByRole('dialog', { name: 'Your signing key is backed up' }).getByText('key.age').waitFor();
    expect(running.pageErrors).toEqual([]);
    await running.close();

    running = await launch({ folder: temp.of('laptop') });
    await new WelcomePage(running.page).heading.waitFor();
    const second = new KeySettings(running.page);
    await second.open();
    await answerOpenDialog(running.app, [temp.of('key.age')]);
    await second.choose('Restore');
    await running.page.getByLabel('Passphrase of key.age').fill(PASSPHRASE);
    await running.page.keyboard.press('Enter');
    await expect(second.fingerprint).toContainText(fingerprint ?? '');
    await new FramePage(running.page).closeSheet();
    const log = join(folder, 'data', 'logs', 'main.log');
    for (const path of [log, join(temp.of('laptop'), 'data', 'logs', 'main.log')]) {
      if (existsSync(path)) expect(readFileSync(path, 'utf8')).not.toContain(PASSPHRASE);
    }
  } finally {
    await running.close();
  }
});

/** Exports the draft of paper 12 as far as the key lets it. */
async function startExport({ app, page }: RunningApp, name: string): Promise<ExportSheet> {
  await answerSaveDialog(app, temp.of(name));
  await page.keyboard.press('Control+e');
  const sheet = new ExportSheet(page);
  await sheet.box(12).check();
  await sheet.write.click();
  return sheet;
}
