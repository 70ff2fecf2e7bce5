import type { Locator, Page } from '@playwright/test';

/** A reviewer's papers: the venue, its dates, the table. */
export class LibraryPage {
  readonly table: Locator;
  readonly rows: Locator;
  readonly exportReviews: Locator;

  constructor(private readonly page: Page) {
    this.table = page.getByRole('grid', { name: 'Papers to review' });
    this.rows = this.table.getByRole('row').filter({ has: page.getByRole('gridcell') });
    this.exportReviews = page.getByRole('main').getByRole('button', { name: /^Export/ });
  }

  /** The row of a paper. */
  row(paper: number): Locator {
    return this.rows.filter({ has: this.page.getByRole('gridcell', { name: String(paper), exact: true }) });
  }

  /** The words of every row's cells, in the order of the columns. */
  async cells(): Promise<string[][]> {
    const all: string[][] = [];
    for (const row of await this.rows.all()) {
      all.push((await row.getByRole('gridcell').allInnerTexts()).map((text) => text.trim()));
    }
    return all;
  }

  /** Opens a paper with a press on its title. */
  async open(paper: number): Promise<void> {
    await this.row(paper).getByRole('button').click();
  }
}
