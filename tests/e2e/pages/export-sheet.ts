import type { Locator, Page } from '@playwright/test';
import { KeyQuestion } from './signing-key';

/** The sheet that exports reviews, and then says where the file is. */
export class ExportSheet {
  readonly dialog: Locator;
  readonly write: Locator;
  readonly done: Locator;
  readonly showInFolder: Locator;

  constructor(private readonly page: Page) {
    this.dialog = page.getByRole('dialog');
    this.write = this.dialog.getByRole('button', { name: /^Export (\d+ )?reviews?/ });
    this.done = this.dialog.getByRole('button', { name: 'Done' });
    this.showInFolder = this.dialog.getByRole('button', { name: 'Show in folder' });
  }

  /** Writes the file; a key that is made for it is kept in a file too. */
  async export(): Promise<void> {
    await this.write.click();
    await new KeyQuestion(this.page).keepInFile();
  }

  /** The box that puts a paper's review into the file. */
  box(paper: number): Locator {
    return this.dialog.getByRole('checkbox', { name: new RegExp(`^#${paper} `) });
  }

  /** What the sheet says about one thing: "For", "Due", "SHA-256". */
  fact(term: string): Locator {
    return this.dialog
      .locator('dt', { hasText: new RegExp(`^${term}$`) })
      .locator('xpath=following-sibling::dd[1]');
  }
}
