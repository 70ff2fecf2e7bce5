import type { ElectronApplication, Locator, Page } from '@playwright/test';
import { answerOpenDialog } from '../support/dialogs';

/** The organizer's sheet that writes assignment bundles. */
export class AssignmentBundlesSheet {
  readonly opener: Locator;
  readonly dialog: Locator;
  readonly write: Locator;
  readonly rows: Locator;

  constructor(
    private readonly app: ElectronApplication,
    page: Page,
  ) {
    this.opener = page.getByRole('button', { name: /^Assignment bundles/ });
    this.dialog = page.getByRole('dialog', { name: 'Assignment bundles' });
    this.write = this.dialog.getByRole('button', { name: /^Write (bundles|them again)/ });
    this.rows = this.dialog.getByRole('row').filter({ has: page.getByRole('gridcell') });
  }

  /** Writes one bundle for each reviewer and chair into a folder. */
  async writeTo(folder: string): Promise<void> {
    await answerOpenDialog(this.app, [folder]);
    await this.write.click();
    await this.rows.first().waitFor();
  }
}
