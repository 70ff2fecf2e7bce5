import type { Locator, Page } from '@playwright/test';

/** What stands around every screen: the top bar, the sheets, the messages. */
export class FramePage {
  readonly dialog: Locator;
  readonly messages: Locator;
  readonly deadline: Locator;

  constructor(readonly page: Page) {
    this.dialog = page.getByRole('dialog');
    this.messages = page.getByRole('status', { name: 'Messages' });
    this.deadline = page.getByRole('banner').getByRole('button', { name: /AoE/ });
  }

  /** The screen's own title. */
  heading(name: string | RegExp): Locator {
    return this.page.getByRole('heading', { level: 1, name });
  }

  /** Goes to another of the venue's desks. */
  async goToDesk(desk: 'Reviewer' | 'Chair' | 'Organizer'): Promise<void> {
    await this.page.getByRole('radiogroup', { name: 'Desk' }).getByRole('radio', { name: desk }).click();
  }

  /** Runs a command from the palette, by its title. */
  async runCommand(title: string): Promise<void> {
    await this.page.keyboard.press('Control+k');
    await this.dialog.getByRole('searchbox').or(this.dialog.getByRole('combobox')).fill(title);
    await this.page.keyboard.press('Enter');
  }

  /** Shows every command with its keys. */
  async openKeymap(): Promise<void> {
    await this.page.getByRole('banner').getByRole('button', { name: 'Show keyboard shortcuts' }).click();
    await this.dialog.getByText('Open a bundle').first().waitFor();
  }

  /** A button of the open sheet. */
  button(name: string | RegExp): Locator {
    return this.dialog.getByRole('button', { name });
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
