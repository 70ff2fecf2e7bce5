import { expect, type Locator, type Page } from '@playwright/test';
import { chooseRadio } from './fields';

/** The organizer's table of papers to decide, and the decision on the one in hand. */
export class DecisionsPage {
  readonly table: Locator;
  readonly totals: Locator;
  readonly panel: Locator;
  readonly saved: Locator;
  readonly export: Locator;

  constructor(private readonly page: Page) {
    this.table = page.getByRole('grid', { name: 'Papers to decide' });
    this.totals = page.getByText(/^\d+ of \d+\s+decided/);
    this.panel = page.getByRole('region', { name: /^Decision on paper / });
    this.saved = this.panel.getByText(/^Saved \d\d:\d\d:\d\d$/);
    this.export = page.getByRole('button', { name: /^Export decisions/ });
  }

  /** Shows the table, from wherever the organizer is. */
  async open(): Promise<void> {
    await this.page.keyboard.press('Control+Shift+k');
    await this.table.waitFor();
  }

  /** The row of a paper. */
  row(paper: number): Locator {
    return this.table
      .getByRole('row')
      .filter({ has: this.page.getByRole('gridcell', { name: String(paper), exact: true }) });
  }

  /** Takes a paper in hand. */
  async take(paper: number): Promise<void> {
    await this.row(paper).click();
    await expect(this.panel).toHaveAccessibleName(`Decision on paper ${paper}`);
  }

  /** Decides the paper in hand. */
  async decide(outcome: string): Promise<void> {
    await chooseRadio(this.panel.getByRole('radiogroup', { name: 'Decision' }), outcome);
  }
}
