import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import type { ElectronApplication, Page } from '@playwright/test';
import { generateIdentity } from '@main/bundle/keys';
import { BundleSheet } from '../pages/bundle-sheet';
import { ConsolidationPage } from '../pages/consolidation';
import { DecisionsPage } from '../pages/decisions';
import { FramePage } from '../pages/frame';
import { JudgementSheet } from '../pages/judgement-sheet';
import { LibraryPage } from '../pages/library';
import { MetaReviewPage } from '../pages/meta-review';
import { AssignmentBundlesSheet } from '../pages/organizer';
import { PeopleKeysSheet } from '../pages/people-keys';
import { ReaderPage } from '../pages/reader';
import { ReviewFormPage } from '../pages/review-form';
import { SetUpPage } from '../pages/set-up';
import { KeyQuestion, KeySettings } from '../pages/signing-key';
import { WelcomePage } from '../pages/welcome';
import { answerOpenDialog } from './dialogs';
import { decideAsColleague, judgeAsColleague, LONG_META } from './judges';
import { olga, reviewAsColleague, sampleFiles, writeAssignments } from './people';
import { colleagueReview, review12 } from './review-texts';
import type { TempFolder } from './temp';

/** A window in which a screen is to be shown. */
export interface Stage {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** Where the files of the tour are. */
  readonly temp: TempFolder;
}

/** One stop of the tour: a screen or sheet as a person meets it. */
export interface ScreenStop {
  readonly name: string;
  /** Goes there from the stop before. */
  show(stage: Stage): Promise<void>;
}

/** Makes the files that the tours open: assignments, two reviews that come back, a damaged one, what an organizer says. */
export function makeTourFiles(temp: TempFolder): void {
  const organizer = generateIdentity();
  const bundleOf = writeAssignments(temp.of(), organizer);
  copyFileSync(bundleOf('Ada Lindqvist'), temp.of('ada.referee'));
  copyFileSync(bundleOf('Noor Haddad'), temp.of('noor.referee'));
  for (const [person, name, paper, overall] of [
    ['Benedikt Sommer', 'benedikt', 7, 3],
    ['Chiara Fontana', 'chiara', 7, 5],
    ['David Mwangi', 'david', 12, 2],
  ] as const) {
    const review = new Map([[paper, colleagueReview(overall, `From ${person}:`)]]);
    reviewAsColleague(temp.of(name), bundleOf(person), temp.of(`${name}.referee`), review);
  }
  const bytes = readFileSync(temp.of('david.referee'));
  bytes.writeUInt8(bytes.readUInt8(600) ^ 1, 600);
  writeFileSync(temp.of('damaged.referee'), bytes);
  mkdirSync(temp.of('empty'), { recursive: true });
  const reviews = [temp.of('benedikt.referee'), temp.of('chiara.referee')];
  judgeAsColleague(
    temp.of('second-chair'),
    [temp.of('noor.referee'), ...reviews],
    temp.of('noor-consolidation.referee.age'),
  );
  judgeAsColleague(
    temp.of('organizer'),
    [temp.of('noor-consolidation.referee.age')],
    temp.of('olga-consolidation.referee.age'),
    organizer,
  );
  const outcomes = { 7: 'poster', 12: 'oral', 15: 'reject' };
  decideAsColleague(temp.of('organizer'), outcomes, temp.of('olga-decisions.referee.age'), organizer);
}

/** The reviewer's screens, in the order in which a reviewer meets them. Begins at a first start. */
export const reviewerTour: readonly ScreenStop[] = [
  {
    name: 'welcome',
    show: async ({ page }) => {
      await new WelcomePage(page).heading.waitFor();
    },
  },
  {
    name: 'refusal',
    show: async ({ app, page, temp }) => {
      await answerOpenDialog(app, [temp.of('damaged.referee')]);
      await page.keyboard.press('Control+o');
      await new FramePage(page).dialog.getByText('This bundle is damaged').waitFor();
    },
  },
  {
    name: 'bundle',
    show: async ({ app, page, temp }) => {
      await new FramePage(page).closeSheet();
      await answerOpenDialog(app, [temp.of('ada.referee')]);
      await page.keyboard.press('Control+o');
      await new BundleSheet(page).accept.waitFor();
    },
  },
  {
    name: 'library',
    show: async ({ page }) => {
      await new BundleSheet(page).accept.click();
      await new LibraryPage(page).row(12).waitFor();
    },
  },
  {
    name: 'paper',
    show: async ({ page }) => {
      await new LibraryPage(page).open(12);
      await new ReaderPage(page).whenPainted();
      await page.keyboard.press('Alt+3');
    },
  },
  {
    name: 'paper-find',
    show: async ({ page }) => {
      const reader = new ReaderPage(page);
      // The page is opened anew where the window has become wider.
      await reader.whenPainted();
      await reader.find('limit');
      await reader.findCount.getByText(/^\d+ of \d+/).waitFor();
    },
  },
  {
    name: 'form-only',
    show: async ({ page }) => {
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+Alt+f');
      const form = new ReviewFormPage(page);
      if ((await form.field('topics').getByRole('list', { name: 'Topic tags' }).count()) === 0)
        await form.addDeclaredTopic('Emulators and surrogates');
      await form.fill(review12);
      await form.markReady.click();
      await form.takeBack.waitFor();
    },
  },
  {
    name: 'export',
    show: async ({ page }) => {
      await page.keyboard.press('Control+Alt+f');
      await page.keyboard.press('Control+e');
      await new FramePage(page).dialog.getByRole('checkbox').first().waitFor();
    },
  },
  {
    name: 'settings',
    show: async ({ page }) => {
      await new FramePage(page).closeSheet();
      await page.keyboard.press('Control+,');
      await new FramePage(page).dialog.getByText('Appearance').waitFor();
    },
  },
  {
    name: 'palette',
    show: async ({ page }) => {
      await new FramePage(page).closeSheet();
      await page.keyboard.press('Control+k');
      await new FramePage(page).dialog.getByText('Open a bundle').first().waitFor();
    },
  },
  {
    name: 'keymap',
    show: async ({ page }) => {
      await new FramePage(page).closeSheet();
      await new FramePage(page).openKeymap();
    },
  },
];

/** The organizer's and chair's screens. Begins at a first start. */
export const organizerTour: readonly ScreenStop[] = [
  {
    name: 'set-up',
    show: async ({ app, page }) => {
      await new WelcomePage(page).setUpVenue.click();
      await new SetUpPage(app, page).heading.waitFor();
    },
  },
  {
    name: 'set-up-problems',
    show: async ({ app, page }) => {
      await new SetUpPage(app, page).submit.click();
      await page
        .getByRole('textbox', { name: 'Your name' })
        .and(page.locator('[aria-invalid=true]'))
        .waitFor();
    },
  },
  {
    name: 'key-question',
    show: async ({ app, page }) => {
      const setUp = new SetUpPage(app, page);
      await setUp.chooseFiles(sampleFiles);
      await setUp.introduce(olga);
      await setUp.submit.click();
      await new KeyQuestion(page).dialog.waitFor();
    },
  },
  {
    name: 'table-empty',
    show: async ({ page }) => {
      await new KeyQuestion(page).keepInFile();
      await new ConsolidationPage(page).row(12).waitFor();
    },
  },
  {
    name: 'assignment-bundles',
    show: async ({ app, page, temp }) => {
      const sheet = new AssignmentBundlesSheet(app, page);
      await sheet.opener.click();
      await sheet.writeTo(temp.of('empty'));
    },
  },
  {
    name: 'signing-key',
    show: async ({ page }) => {
      await new FramePage(page).closeSheet();
      const settings = new KeySettings(page);
      await settings.open();
      await settings.fingerprint.waitFor();
    },
  },
  {
    name: 'key-backup',
    show: async ({ page }) => {
      await new KeySettings(page).choose('Back up');
      await page.getByRole('dialog', { name: 'Back up your signing key' }).waitFor();
    },
  },
  {
    name: 'key-restore',
    show: async ({ app, page, temp }) => {
      await page.keyboard.press('Escape');
      await answerOpenDialog(app, [temp.of('key.age')]);
      await new KeySettings(page).choose('Restore');
      await page.getByRole('dialog', { name: 'Restore your signing key' }).waitFor();
    },
  },
];

/** The chair's screens. Begins at a first start with the chair's bundle on the command line. */
export const chairTour: readonly ScreenStop[] = [
  {
    name: 'report',
    show: async ({ app, page, temp }) => {
      await new BundleSheet(page).accept.click();
      const files = ['benedikt', 'chiara', 'damaged', 'benedikt'].map((name) => temp.of(`${name}.referee`));
      await answerOpenDialog(app, files);
      await new ConsolidationPage(page).importReviews.click();
      await new BundleSheet(page).done.waitFor();
    },
  },
  {
    name: 'table',
    show: async ({ page }) => {
      await new BundleSheet(page).done.click();
      await new ConsolidationPage(page).row(7).waitFor();
    },
  },
  {
    name: 'reviews',
    show: async ({ page }) => {
      const table = new ConsolidationPage(page);
      await table.open(7);
      await table.review('Benedikt Sommer').waitFor();
      await new ReaderPage(page).whenPainted();
    },
  },
  {
    name: 'meta-review',
    show: async ({ app, page, temp }) => {
      const files = ['olga-consolidation.referee.age', 'olga-decisions.referee.age'];
      await answerOpenDialog(
        app,
        files.map((name) => temp.of(name)),
      );
      await page.keyboard.press('Control+o');
      await new BundleSheet(page).done.click();
      const meta = new MetaReviewPage(page);
      await meta.openByKey();
      await meta.text.fill(LONG_META);
      await meta.recommend('Accept (oral)');
      await meta.saved.waitFor();
      await meta.by('Olga Marin').waitFor();
    },
  },
  {
    name: 'meta-review-others',
    show: async ({ page }) => {
      // The window has just been narrow: what stands beside the page is built anew.
      await expect(async () => {
        await new MetaReviewPage(page).by('Olga Marin').scrollIntoViewIfNeeded({ timeout: 2000 });
      }).toPass();
    },
  },
  {
    name: 'meta-review-beside-reviews',
    show: async ({ page }) => {
      await page.keyboard.press('Control+Alt+f');
      await new MetaReviewPage(page).text.waitFor();
    },
  },
  {
    name: 'consolidation-export',
    show: async ({ page }) => {
      await page.keyboard.press('Control+Alt+f');
      await page.keyboard.press('Control+Shift+e');
      await new JudgementSheet(page).encrypt.waitFor();
    },
  },
  {
    name: 'table-judged',
    show: async ({ page }) => {
      await new FramePage(page).closeSheet();
      await page.keyboard.press('Control+l');
      await new ConsolidationPage(page).row(7).waitFor();
    },
  },
  {
    name: 'people-keys',
    show: async ({ page }) => {
      const people = new PeopleKeysSheet(page);
      await people.opener.click();
      await people.person('Olga Marin').waitFor();
    },
  },
  {
    name: 'revoke',
    show: async ({ page }) => {
      await new PeopleKeysSheet(page).askToRevoke('Benedikt Sommer');
    },
  },
];

/** The screens of an organizer who decides. Begins on the computer of one who has begun to. */
export const deciderTour: readonly ScreenStop[] = [
  {
    name: 'decisions-none',
    show: async ({ page }) => {
      await new ConsolidationPage(page).row(7).waitFor();
      await new DecisionsPage(page).open();
    },
  },
  {
    name: 'decisions',
    show: async ({ page }) => {
      const decisions = new DecisionsPage(page);
      await decisions.take(7);
      await decisions.decide('Reject');
      await decisions.saved.waitFor();
    },
  },
  {
    name: 'decision-export',
    show: async ({ page }) => {
      await new DecisionsPage(page).export.click();
      await new JudgementSheet(page).encrypt.waitFor();
    },
  },
];

/** Looks in which every screen is shown. */
export const looks = ['light', 'dark', 'contrast'] as const;

/** Puts a look in force, as the settings do. */
export async function wear(page: Page, theme: (typeof looks)[number]): Promise<void> {
  await prefer(page, { theme });
  await page.locator(`:root[data-theme="${theme}"]`).waitFor({ state: 'attached' });
}

/** Sets the size of all text, as the settings do. */
export async function setTextSize(page: Page, textSizePercent: number): Promise<void> {
  await prefer(page, { textSizePercent });
  await page.waitForFunction(
    (scale) => document.documentElement.style.getPropertyValue('--text-scale') === scale,
    String(textSizePercent / 100),
  );
}

async function prefer(page: Page, preferences: object): Promise<void> {
  await page.evaluate(async (changes) => {
    const { referee } = window as unknown as {
      referee: { request(route: string, input: object): Promise<unknown> };
    };
    await referee.request('app.setPreferences', changes);
  }, preferences);
}
