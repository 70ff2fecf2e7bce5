import type { FieldId, PaperNumber, VenueId } from '@shared/model/ids';
import type { Answer } from '@shared/model/review';
import { generateIdentity } from '@main/bundle/keys';
import { quiet, type ServiceDeps } from '@main/services/deps';
import { importBundles } from '@main/services/import-bundles';
import { answerField } from '@main/services/save-draft';
import { BundleSheet } from '../pages/bundle-sheet';
import { ConsolidationPage } from '../pages/consolidation';
import { ExportSheet } from '../pages/export-sheet';
import { FramePage } from '../pages/frame';
import { ReaderPage } from '../pages/reader';
import { ReviewFormPage } from '../pages/review-form';
import { VersionsSheet } from '../pages/versions';
import { answerOpenDialog } from './dialogs';
import { onComputerOf, reviewAsColleague, type AnswersByField } from './people';
import { colleagueReview, review12 } from './review-texts';
import type { ScreenStop } from './screens';
import { SIM2SCIENCE } from './store';
import type { TempFolder } from './temp';

const venue = SIM2SCIENCE as VenueId;
const paper = 12 as PaperNumber;
const text = (words: string): Answer => ({ kind: 'text', text: words });

/** A long review, as somebody wrote it over a weekend. */
const { summary, strengths, weaknesses } = review12.texts;
const onLaptop: AnswersByField = {
  ...colleagueReview(5, 'From the laptop:'),
  summary: text(`${summary} ${summary}`),
  strengths: text(`${strengths}\n\n- Table 1 is honest about the tail.\n- The code is there, and it runs.`),
  weaknesses: text(`${weaknesses} ${weaknesses}`),
};

/** The same after a train ride on the other computer. */
const onDesktop: AnswersByField = {
  ...onLaptop,
  overall: { kind: 'rating', value: 3 },
  topics: {
    kind: 'topics',
    tags: [{ topic: 'emulators' as never, weight: 'primary', fit: 2 }],
  },
  summary: text(
    `${summary} ${summary}`.replaceAll('10 runs', 'ten runs').replace('a porous slab', 'one slab'),
  ),
  strengths: text(`${strengths}\n\n- Table 1 is honest about the tail.`),
};

/** Makes what the tours open, beside the assignments that are there: a review from two computers whose versions part. */
export function makeVersionFiles(temp: TempFolder): void {
  const key = generateIdentity();
  const write = (computer: string, answers: AnswersByField): void =>
    reviewAsColleague(
      temp.of(computer),
      temp.of('ada.referee'),
      temp.of(`${computer}.referee`),
      new Map([[paper, answers]]),
      venue,
      key,
    );
  write('ada-laptop', onLaptop);
  write('ada-desktop', onDesktop);
  const begin = (deps: ServiceDeps): void => {
    importBundles(deps, { paths: [temp.of('ada.referee')], venue: null }, quiet);
    for (const [field, answer] of Object.entries(onDesktop))
      answerField(deps, { venue, paper, field: field as FieldId, answer });
  };
  onComputerOf(temp.of('ada-tower'), begin, key);
}

/** A reviewer's second computer meets what the first exported. Begins there, with that file on the command line. */
export const twoComputersTour: readonly ScreenStop[] = [
  {
    name: 'own-export',
    show: async ({ page }) => {
      await new BundleSheet(page).accept.waitFor();
    },
  },
  {
    name: 'own-conflict',
    show: async ({ page }) => {
      await new BundleSheet(page).accept.click();
      await page.getByRole('button', { name: 'Go and compare' }).waitFor();
    },
  },
  {
    name: 'other-version',
    show: async ({ page }) => {
      await page.getByRole('button', { name: 'Go and compare' }).click();
      await new ReviewFormPage(page).root.getByRole('button', { name: 'Compare', exact: true }).waitFor();
      await new ReaderPage(page).whenPainted();
      await new FramePage(page).dismissMessages();
    },
  },
  {
    name: 'compare-own',
    show: async ({ page }) => {
      await new ReviewFormPage(page).root.getByRole('button', { name: 'Compare', exact: true }).click();
      const versions = new VersionsSheet(page);
      await versions.field('Summary').getByRole('button').click();
      await versions.same.click();
    },
  },
  {
    name: 'library-versions',
    show: async ({ page }) => {
      await new FramePage(page).closeSheet();
      await page.getByRole('button', { name: 'All papers' }).click();
      await page.getByRole('grid', { name: 'Papers to review' }).getByText('Two versions').waitFor();
    },
  },
  {
    name: 'export-versions',
    show: async ({ page }) => {
      await page.keyboard.press('Control+e');
      const exporting = new ExportSheet(page);
      await exporting.box(paper).check();
      await exporting.dialog.getByText(/^Two versions of #12/).waitFor();
    },
  },
];

/** A chair meets the same two versions. Begins at a first start with the chair's bundle on the command line. */
export const conflictTour: readonly ScreenStop[] = [
  {
    name: 'report-conflict',
    show: async ({ app, page, temp }) => {
      await new BundleSheet(page).accept.click();
      await answerOpenDialog(app, [temp.of('ada-laptop.referee'), temp.of('ada-desktop.referee')]);
      await new ConsolidationPage(page).importReviews.click();
      await new BundleSheet(page).done.waitFor();
    },
  },
  {
    name: 'conflict',
    show: async ({ page }) => {
      await new BundleSheet(page).done.click();
      const table = new ConsolidationPage(page);
      await table.open(paper);
      await table
        .review('Ada Lindqvist')
        .getByRole('button', { name: /^Compare versions/ })
        .waitFor();
      await new ReaderPage(page).whenPainted();
    },
  },
  {
    name: 'compare',
    show: async ({ page }) => {
      const review = new ConsolidationPage(page).review('Ada Lindqvist');
      await review.getByRole('button', { name: /^Compare versions/ }).click();
      await new VersionsSheet(page).ask.click();
    },
  },
  {
    name: 'settled',
    show: async ({ page }) => {
      // Where the window became narrow and wide again, the reviews were laid out anew and the sheet closed.
      const review = new ConsolidationPage(page).review('Ada Lindqvist');
      await review.getByRole('button', { name: /^Compare versions/ }).click();
      await new VersionsSheet(page).keep(0).click();
      await review.getByRole('button', { name: /^Show the other version/ }).waitFor();
    },
  },
];
