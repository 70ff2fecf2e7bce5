import type { Locator, Page } from '@playwright/test';

/** The sheet that compares two versions of a review. */
export class VersionsSheet {
  readonly dialog: Locator;
  readonly keepMine: Locator;
  readonly takeOther: Locator;
  readonly ask: Locator;
  readonly same: Locator;

  constructor(page: Page) {
    this.dialog = page.getByRole('dialog', { name: /versions of (your review|the review) of #\d+/ });
    this.keepMine = this.dialog.getByRole('button', { name: 'Keep what is here' });
    this.takeOther = this.dialog.getByRole('button', { name: 'Take the other version' });
    this.ask = this.dialog.getByRole('button', { name: 'Keep both and ask' });
    this.same = this.dialog.getByText(/^\d+ fields? (is|are) the same$/);
  }

  /** What keeps a received version: the left one, or the right one. */
  keep(column: 0 | 1): Locator {
    return this.dialog.getByRole('button', { name: /^Keep this version/ }).nth(column);
  }

  /** A field in which the two part, by its label. */
  field(label: string): Locator {
    return this.dialog.getByRole('region', { name: label, exact: true });
  }

  /** The words of a field that only one side has, as marked. */
  async marks(label: string): Promise<{ readonly removed: string[]; readonly added: string[] }> {
    const field = this.field(label);
    return {
      removed: await field.locator('del').allInnerTexts(),
      added: await field.locator('ins').allInnerTexts(),
    };
  }
}
