import type { ElectronApplication, Locator, Page } from '@playwright/test';
import { answerOpenDialog } from '../support/dialogs';

/** The part of the organizer's desk where papers are assigned. */
export class AssignmentPage {
  readonly assign: Locator;
  readonly fairness: Locator;
  readonly accept: Locator;
  readonly repair: Locator;
  readonly slider: Locator;
  readonly rows: Locator;
  readonly panel: Locator;

  constructor(
    private readonly app: ElectronApplication,
    private readonly page: Page,
  ) {
    this.assign = page.getByRole('button', { name: 'Assign', exact: true });
    this.fairness = page.getByRole('button', { name: 'Fairness' });
    this.accept = page.getByRole('button', { name: /^Accept/ });
    this.repair = page.getByRole('button', { name: /^Repair/ });
    this.slider = page.getByRole('slider', { name: 'Fairness to the worst paper' });
    this.rows = page
      .getByRole('grid', { name: 'Papers and their reviewers' })
      .getByRole('row')
      .filter({ has: page.getByRole('gridcell') });
    this.panel = page.getByRole('region', { name: /^Reviewers of paper/ });
  }

  /** Goes there by keyboard, from anywhere at the desk. */
  async show(): Promise<void> {
    await this.page.getByRole('radio', { name: 'Assignment', exact: true }).waitFor();
    await this.page.keyboard.press('Control+Shift+J');
    await this.assign.waitFor();
  }

  /** Brings a table in through the system's dialog. */
  async bring(what: 'Reviewers' | 'Bids', path: string): Promise<void> {
    await answerOpenDialog(this.app, [path]);
    await this.page.getByRole('button', { name: `${what}...` }).click();
    await this.page
      .getByRole('status')
      .filter({ hasText: /^Took in/ })
      .waitFor({ timeout: 60_000 });
  }
}
