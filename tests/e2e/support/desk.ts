import type { Page } from '@playwright/test';
import { LibraryPage } from '../pages/library';
import { ReaderPage } from '../pages/reader';
import { ReviewFormPage } from '../pages/review-form';
import { WelcomePage } from '../pages/welcome';

/** A reviewer's desk with the sample open. */
export interface Desk {
  readonly library: LibraryPage;
  readonly reader: ReaderPage;
  readonly form: ReviewFormPage;
}

/** Opens the sample from the start page and waits for its papers. */
export async function openSample(page: Page): Promise<Desk> {
  await new WelcomePage(page).trySample.click();
  const library = new LibraryPage(page);
  await library.row(7).waitFor();
  return { library, reader: new ReaderPage(page), form: new ReviewFormPage(page) };
}

/** Opens the sample and one of its papers, and waits for the form and the first page. */
export async function openSamplePaper(page: Page, paper: number): Promise<Desk> {
  const desk = await openSample(page);
  await desk.library.open(paper);
  await desk.reader.whenPainted();
  await desk.form.root.waitFor();
  return desk;
}
