import type { ElectronApplication, Locator, Page } from '@playwright/test';
import { answerOpenDialog } from '../support/dialogs';
import { chooseRadio } from './fields';
import { KeyQuestion } from './signing-key';

/** An organizer's files. */
export interface SetUpFiles {
  /** Null: the venue that ships with Referee. */
  readonly venueFile: string | null;
  readonly papersTable: string;
  readonly pdfFolder: string;
  readonly assignmentsTable: string;
}

/** The page on which an organizer sets a venue up. */
export class SetUpPage {
  readonly heading: Locator;
  readonly submit: Locator;

  constructor(
    private readonly app: ElectronApplication,
    private readonly page: Page,
  ) {
    this.heading = page.getByRole('heading', { name: 'Set up a venue' });
    this.submit = page.getByRole('button', { name: 'Set up venue' });
  }

  /** Chooses the files through the system's dialogs. */
  async chooseFiles(files: SetUpFiles): Promise<void> {
    if (files.venueFile !== null) {
      await chooseRadio(this.page.getByRole('radiogroup').first(), 'A venue file');
      await this.choose(/choose venue file/i, files.venueFile);
    }
    await this.choose(/choose table of papers/i, files.papersTable);
    await this.choose(/choose folder of pdfs/i, files.pdfFolder);
    await this.choose(/choose table of assignments/i, files.assignmentsTable);
  }

  /** Says who the organizer is. */
  async introduce(organizer: { readonly name: string; readonly email: string }): Promise<void> {
    await this.page.getByRole('textbox', { name: 'Your name' }).fill(organizer.name);
    await this.page.getByRole('textbox', { name: 'Your e-mail address' }).fill(organizer.email);
  }

  /** Sets the venue up; a key that is made for it is kept in a file. */
  async create(): Promise<void> {
    await this.submit.click();
    await new KeyQuestion(this.page).keepInFile();
  }

  private async choose(button: RegExp, path: string): Promise<void> {
    await answerOpenDialog(this.app, [path]);
    await this.page.getByRole('button', { name: button }).click();
    await this.page.getByText(path.split('/').at(-1) ?? '', { exact: true }).waitFor();
  }
}
