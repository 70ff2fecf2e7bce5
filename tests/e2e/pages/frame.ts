import type { Locator, Page } from '@playwright/test';

/** What stands around every screen: the top bar, the sheets, the messages. */
export class FramePage {
  readonly dialog: Locator;
  readonly messages: Locator;

  constructor(readonly page: Page) {
    this.dialog = page.getByRole('dialog');
    this.messages = page.getByRole('status', { name: 'Messages' });
  }

  /** Shows every command with its keys. */
  async openKeymap(): Promise<void> {
    await this.page.getByRole('banner').getByRole('button', { name: 'Show keyboard shortcuts' }).click();
    await this.dialog.getByText('Open a bundle').first().waitFor();
  }

  /** Puts every message away. */
  async dismissMessages(): Promise<void> {
    for (const message of await this.messages.getByRole('button', { name: 'Dismiss' }).all())
      await message.click();
  }

  /** Closes the topmost sheet. */
  async closeSheet(): Promise<void> {
    await this.page.keyboard.press('Escape');
    await this.dialog.waitFor({ state: 'hidden' });
  }
}
