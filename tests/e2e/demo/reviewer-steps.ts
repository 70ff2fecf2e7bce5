import { expect, type Page } from '@playwright/test';
import { BundleSheet } from '../pages/bundle-sheet';
import { ExportSheet } from '../pages/export-sheet';
import { FramePage } from '../pages/frame';
import { LibraryPage } from '../pages/library';
import { ReaderPage } from '../pages/reader';
import { ReviewFormPage } from '../pages/review-form';
import { answerSaveDialog } from '../support/dialogs';
import { launch, type RunningApp } from '../support/launch';
import { expectProse } from '../support/prose';
import { SIM2SCIENCE } from '../support/store';
import type { Album } from './album';
import { readSampleReviews, type SampleReview } from './sample-reviews';

const size = { width: 1280, height: 800 } as const;
const PAPER = 12;

/** Ada opens her bundle, reads, reviews, loses her power, goes on, and exports one file. */
export async function reviewerReviews(
  album: Album,
  folder: string,
  assignment: string,
  out: string,
): Promise<void> {
  album.begin('Ada, a reviewer, offline');
  const reviews = readSampleReviews().filter(({ email }) => email.startsWith('ada.'));
  let running = await launch({ folder, files: [assignment], size });
  const library = await openBundle(album, running.page);
  await library.open(PAPER);
  await read(album, running.page);
  const review = reviews.find(({ paper }) => paper === PAPER);
  if (review === undefined) throw new Error(`the sample has no review of paper ${PAPER}`);
  await write(album, running.page, review);

  await running.kill();
  running = await launch({ folder, size });
  await goOn(album, running.page);
  await writeOthers(
    running.page,
    reviews.filter(({ paper }) => paper !== PAPER),
  );
  await send(album, running, out);
  await running.close();
}

async function openBundle(album: Album, page: Page): Promise<LibraryPage> {
  const sheet = new BundleSheet(page);
  await sheet.accept.waitFor();
  await album.picture(
    page,
    'bundle',
    'The bundle she was sent, before anything of it comes in',
    'Every hash and the signature were checked. The sheet says what it is, from whom, for whom, and what it will add.',
  );
  await sheet.accept.click();
  const library = new LibraryPage(page);
  await expect(library.rows).toHaveCount(4);
  await album.picture(
    page,
    'library',
    'Her four papers',
    'Every deadline in both zones, with the time left.',
  );
  return library;
}

async function read(album: Album, page: Page): Promise<void> {
  const reader = new ReaderPage(page);
  await new FramePage(page).dismissMessages();
  await reader.whenPainted();
  await reader.find('limits');
  await expect(reader.findCount).toHaveText(/^\d+ of \d+$/);
  await album.picture(
    page,
    'reading',
    'Reading, and finding a word',
    'The paper on the left, the form on the right.',
  );
  await page.keyboard.press('Escape');
}

async function write(album: Album, page: Page, { answers }: SampleReview): Promise<void> {
  const form = new ReviewFormPage(page);
  await form.addDeclaredTopic('Emulators and surrogates');
  await form.addDeclaredTopic('Simulator pipelines');
  await form.weighTopic('Simulator pipelines', 'Secondary', 'In part');
  for (const [id, answer] of Object.entries(answers)) {
    if (answer.kind === 'rating') await form.rate(id, answer.value);
    if (answer.kind === 'text') await form.text(id).fill(answer.text);
  }
  await form
    .field('questions')
    .getByRole('button', { name: /^Preview/ })
    .click();
  await form.field('questions').locator('.katex').first().waitFor();
  await form.whenSaved();
  await form.field('questions').scrollIntoViewIfNeeded();
  await album.picture(
    page,
    'writing',
    'The review, saved as it is typed',
    'Words are counted, mathematics is shown as it will read, and what is missing is named. "Saved" is true.',
  );
  await form.text('weaknesses').press('Control+End');
  // In one piece: where the text ends with a list, Enter would begin the item by itself.
  await page.keyboard.insertText('\n- ');
  await page.keyboard.type('The error bars of Figure 1', { delay: 10 });
  await form.whenSaved();
}

async function goOn(album: Album, page: Page): Promise<void> {
  const form = new ReviewFormPage(page);
  await new ReaderPage(page).whenPainted();
  await expectProse(form.text('weaknesses'), /- The error bars of Figure 1$/);
  await form.text('weaknesses').press('Control+End');
  await album.picture(
    page,
    'after-the-kill',
    'Every process was killed in mid-sentence; this is the next start',
    'The same paper at the same place, and the sentence as far as it was typed.',
  );
  await page.keyboard.type(' are missing, though five designs would give them.');
  await form.choose('presentation', 'Poster');
  await form.whenSaved();
  await form.markReady.click();
  await form.takeBack.waitFor();
  await form.field('topics').scrollIntoViewIfNeeded();
  await album.picture(
    page,
    'ready',
    'Nothing is missing: the review is ready',
    'It can be taken back at any time.',
  );
}

/** Her other reviews, by the requests that the form makes: one picture of filling a form is enough. */
async function writeOthers(page: Page, reviews: readonly SampleReview[]): Promise<void> {
  const refused = await page.evaluate(
    async ({ venue, all }) => {
      const { referee } = window as unknown as {
        referee: { request(route: string, input: object): Promise<{ ok: boolean }> };
      };
      const failed: string[] = [];
      for (const { paper, answers } of all) {
        for (const [field, answer] of Object.entries(answers)) {
          const { ok } = await referee.request('review.answer', { venue, paper, field, answer });
          if (!ok) failed.push(`${paper} ${field}`);
        }
        // The last one stays a draft, so that the export has something to leave out.
        if (paper !== all.at(-1)?.paper) await referee.request('review.markReady', { venue, paper });
      }
      return failed;
    },
    { venue: SIM2SCIENCE, all: reviews },
  );
  expect(refused).toEqual([]);
}

async function send(album: Album, { app, page }: RunningApp, out: string): Promise<void> {
  await answerSaveDialog(app, out);
  await page.keyboard.press('Control+e');
  const sheet = new ExportSheet(page);
  await sheet.box(PAPER).waitFor();
  await album.picture(
    page,
    'export',
    'What goes out, to whom, before when',
    'Reviews that are not ready stay here unless she ticks them.',
  );
  await sheet.export();
  await sheet.showInFolder.waitFor();
  await album.picture(
    page,
    'exported',
    'One signed file',
    'Where it is, how to tell it, and what to do with it.',
  );
  await sheet.done.click();
  await page.getByRole('button', { name: 'All papers' }).click();
  await expect(new LibraryPage(page).rows).toHaveCount(4);
  await album.picture(page, 'library-after', 'Her papers afterwards', 'Exported, and what is still to do.');
}
