import { expect, type Locator, type Page } from '@playwright/test';

/** The chair's and organizer's table of papers and reviews, and the reviews of one paper. */
export class ConsolidationPage {
  readonly table: Locator;
  readonly rows: Locator;
  readonly importReviews: Locator;
  readonly exportTable: Locator;
  readonly totals: Locator;
  readonly reviews: Locator;

  constructor(private readonly page: Page) {
    this.table = page.getByRole('grid', { name: 'Papers and their reviews' });
    this.rows = this.table.getByRole('row').filter({ has: page.getByRole('gridcell') });
    this.importReviews = page.getByRole('button', { name: /^Import reviews/ });
    this.exportTable = page.getByRole('button', { name: /^Export CSV/ });
    this.totals = page.getByRole('main').getByText(/\d+ of \d+\s+reviews in/);
    this.reviews = page.getByRole('region', { name: /^Reviews of paper / });
  }

  /** The row of a paper. */
  row(paper: number): Locator {
    return this.rows.filter({ has: this.page.getByRole('gridcell', { name: String(paper), exact: true }) });
  }

  /** The words of a paper's cells, by the columns' titles. */
  async cells(paper: number): Promise<Record<string, string>> {
    const titles = (await this.table.getByRole('columnheader').allInnerTexts()).map((text) => text.trim());
    const row = this.row(paper);
    await expect(row).toHaveCount(1);
    const words = (await row.getByRole('gridcell').allInnerTexts()).map((text) =>
      text.replace(/\s+/g, ' ').trim(),
    );
    return Object.fromEntries(titles.map((title, index) => [title, words[index] ?? '']));
  }

  /** Opens a paper with its reviews. */
  async open(paper: number): Promise<void> {
    await this.row(paper).dblclick();
  }

  /** One reviewer's review, in full. */
  review(by: string): Locator {
    return this.page.getByRole('article', { name: `Review by ${by}` });
  }
}
