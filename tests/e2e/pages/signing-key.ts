import type { Locator, Page } from '@playwright/test';
import type { KeyInfo } from '@shared/contract/key';
import { press, pressUntil } from '../support/keyboard';
import { chooseRadio } from './fields';

/** What the window may know of the signing key. */
export async function keyInfo(page: Page): Promise<KeyInfo> {
  const answer = await page.evaluate(() => {
    const { referee } = window as unknown as {
      referee: { request(route: string, input: object): Promise<unknown> };
    };
    return referee.request('key.get', {});
  });
  return (answer as { value: KeyInfo }).value;
}

/**
 * The question how a new signing key is kept. It comes with the first act that signs, on computers without a keychain; to
 * be answered after that act was begun.
 */
export class KeyQuestion {
  readonly dialog: Locator;
  readonly goOn: Locator;

  constructor(private readonly page: Page) {
    this.dialog = page.getByRole('dialog', { name: 'Your signing key' });
    this.goOn = this.dialog.getByRole('button', { name: 'Go on' });
  }

  /** Keeps it in a file, where it is asked. */
  async keepInFile(): Promise<void> {
    if (!(await this.isAsked())) return;
    await chooseRadio(this.dialog, 'Keep it in a file');
    await this.goOn.click();
    await this.dialog.waitFor({ state: 'hidden' });
  }

  /** The same with no pointer. */
  async keepInFileByKeyboard(): Promise<void> {
    if (!(await this.isAsked())) return;
    await this.dialog.waitFor();
    await pressUntil(this.page, 'Tab', ({ what }) => what.startsWith('input'), 5);
    await press(this.page, 'ArrowDown');
    await pressUntil(this.page, 'Tab', ({ what }) => what.includes('Go on'), 5);
    await this.page.keyboard.press('Enter');
    await this.dialog.waitFor({ state: 'hidden' });
  }

  /** Protects it with a passphrase. */
  async protect(passphrase: string): Promise<void> {
    await this.dialog.getByLabel('Passphrase', { exact: true }).fill(passphrase);
    await this.dialog.getByLabel('The same again', { exact: true }).fill(passphrase);
    await this.goOn.click();
    await this.dialog.waitFor({ state: 'hidden' });
  }

  private async isAsked(): Promise<boolean> {
    const { state, hasKeychain } = await keyInfo(this.page);
    return state === 'none' && !hasKeychain;
  }
}

/** The sheet that asks for the passphrase of a locked key. */
export class UnlockSheet {
  readonly dialog: Locator;
  readonly passphrase: Locator;
  readonly unlock: Locator;

  constructor(page: Page) {
    this.dialog = page.getByRole('dialog', { name: 'Unlock your signing key' });
    this.passphrase = this.dialog.getByLabel('Passphrase', { exact: true });
    this.unlock = this.dialog.getByRole('button', { name: 'Unlock' });
  }
}

/** The signing key in the settings. */
export class KeySettings {
  readonly section: Locator;
  readonly fingerprint: Locator;

  constructor(private readonly page: Page) {
    this.section = page.getByRole('region', { name: 'Signing key' });
    this.fingerprint = this.section.getByRole('group', { name: 'Fingerprint of the signing key' });
  }

  /** Opens the settings. */
  async open(): Promise<void> {
    await this.page.keyboard.press('Control+,');
    await this.section.waitFor();
  }

  /** Opens the sheet of one of the acts: "Back up", "Restore", "Change passphrase". */
  async choose(act: string): Promise<void> {
    await this.section.getByRole('button', { name: act }).click();
  }
}
