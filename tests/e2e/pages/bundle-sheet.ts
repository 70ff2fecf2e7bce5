import type { Locator, Page } from '@playwright/test';

/** The sheet that says what a bundle is, or why it is not opened. */
export class BundleSheet {
  readonly dialog: Locator;
  readonly accept: Locator;
  readonly done: Locator;
  readonly close: Locator;

  constructor(page: Page) {
    this.dialog = page.getByRole('dialog');
    this.accept = this.dialog.getByRole('button', {
      name: /^(Open for review|Go to the papers|Import (\d+|consolidation))/,
    });
    this.done = this.dialog.getByRole('button', { name: 'Done' });
    this.close = this.dialog.getByRole('button', { name: 'Close', exact: true }).last();
  }

  /** What the sheet says about one thing: "Venue", "From", "Rule". */
  fact(term: string): Locator {
    return this.dialog
      .locator('dt', { hasText: new RegExp(`^${term}$`) })
      .locator('xpath=following-sibling::dd[1]');
  }

  /** The rows of a report about several files, each as its words. */
  async reportRows(): Promise<string[]> {
    const rows = this.dialog.getByRole('list', { name: /\d+ files?$/ }).getByRole('listitem');
    return (await rows.allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim());
  }
}
