import type { Locator, Page } from '@playwright/test';
import { KeyQuestion } from './signing-key';

/** The sheet that exports a consolidation or decisions, and then says where the file is. */
export class JudgementSheet {
  readonly dialog: Locator;
  readonly write: Locator;
  readonly encrypt: Locator;
  readonly done: Locator;

  constructor(private readonly page: Page) {
    this.dialog = page.getByRole('dialog');
    this.write = this.dialog.getByRole('button', { name: /^Export (consolidation|(\d+ )?decisions?)/ });
    this.encrypt = this.dialog.getByRole('checkbox', { name: /^Encrypt: / });
    this.done = this.dialog.getByRole('button', { name: 'Done' });
  }

  /** Writes the file; a key that is made for it is kept in a file too. */
  async export(): Promise<void> {
    await this.write.click();
    await new KeyQuestion(this.page).keepInFile();
  }

  /** What the sheet says about one thing: "For", "Meta-reviews", "Encrypted". */
  fact(term: string): Locator {
    return this.dialog
      .locator('dt', { hasText: new RegExp(`^${term}$`) })
      .locator('xpath=following-sibling::dd[1]');
  }
}
