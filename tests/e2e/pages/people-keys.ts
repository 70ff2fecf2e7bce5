import type { Locator, Page } from '@playwright/test';

/** The sheet of everybody's signing keys. */
export class PeopleKeysSheet {
  readonly opener: Locator;
  readonly dialog: Locator;
  readonly confirm: Locator;

  constructor(page: Page) {
    this.opener = page.getByRole('button', { name: /^People and keys/ });
    this.dialog = page.getByRole('dialog', { name: 'People and keys' });
    this.confirm = page.getByRole('alertdialog', { name: /^Revoke this key of / });
  }

  /** One person with their keys. */
  person(name: string): Locator {
    return this.dialog
      .getByRole('listitem')
      .filter({ has: this.dialog.page().getByRole('heading', { name, exact: true }) });
  }

  /** Asks to revoke the only key of a person. */
  async askToRevoke(name: string): Promise<void> {
    await this.dialog.getByRole('button', { name: `Revoke this key of ${name}` }).click();
    await this.confirm.waitFor();
  }
}
