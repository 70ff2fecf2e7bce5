import { expect, test } from '@playwright/test';
import type { FieldId, PaperNumber, VenueId } from '@shared/model/ids';
import type { Answer } from '@shared/model/review';
import { readConsolidatedPaper } from '@main/services/consolidation';
import { prepareCipher } from '@main/bundle/age/cipher';
import { generateIdentity } from '@main/bundle/keys';
import { quiet, type ServiceDeps } from '@main/services/deps';
import { importBundles } from '@main/services/import-bundles';
import { answerField } from '@main/services/save-draft';
import { BundleSheet } from './pages/bundle-sheet';
import { ConsolidationPage } from './pages/consolidation';
import { ExportSheet } from './pages/export-sheet';
import { ReviewFormPage } from './pages/review-form';
import { VersionsSheet } from './pages/versions';
import { answerOpenDialog, answerSaveDialog } from './support/dialogs';
import { focusPlace, press, pressUntil } from './support/keyboard';
import { launch } from './support/launch';
import { onComputerOf, reviewAsColleague, writeAssignments, type AnswersByField } from './support/people';
import { colleagueReview } from './support/review-texts';
import { SIM2SCIENCE, storedAnswers } from './support/store';
import { expectProse } from './support/prose';
import { makeTempFolder } from './support/temp';

const venue = SIM2SCIENCE as VenueId;
const paper = 12 as PaperNumber;
const temp = makeTempFolder();
const laptopFile = (): string => temp.of('laptop.referee');
let bundleOf: (person: string) => string;

/** The same review as two computers have it: all fields but two alike. */
const onLaptop = colleagueReview(5, 'From one computer, with care:');
const onDesktop: AnswersByField = {
  ...onLaptop,
  overall: { kind: 'rating', value: 2 },
  summary: colleagueReview(2, 'From one computer, in haste:')['summary'] as Answer,
};

/** Ada moved her key from one computer to the other. */
const adaKey = generateIdentity();

function reviewAsAda(computer: string, out: string, review: AnswersByField): void {
  const reviews = new Map([[12, review]]);
  reviewAsColleague(temp.of(computer), bundleOf('Ada Lindqvist'), out, reviews, venue, adaKey);
}

test.beforeAll(async () => {
  await prepareCipher();
  bundleOf = writeAssignments(temp.of());
  reviewAsAda('laptop', laptopFile(), onLaptop);
});

test.afterAll(() => temp.remove());

test('a reviewer with two computers compares what parts, takes one field over, and settles it, with no pointer', async () => {
  const write = (deps: ServiceDeps): void => {
    importBundles(deps, { paths: [bundleOf('Ada Lindqvist')], venue: null }, quiet);
    for (const [field, answer] of Object.entries(onDesktop)) {
      answerField(deps, { venue, paper, field: field as FieldId, answer });
    }
  };
  onComputerOf(temp.of('desktop'), write, adaKey);
  const running = await launch({ folder: temp.of('desktop'), files: [laptopFile()] });
  try {
    const { app, page } = running;
    const sheet = new BundleSheet(page);
    await expect(sheet.accept).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(sheet.dialog).toContainText('You, from another computer: two versions of a review part');
    await expect(sheet.dialog.getByRole('button', { name: 'Go and compare' })).toBeFocused();
    await page.keyboard.press('Enter');

    const form = new ReviewFormPage(page);
    await expect(form.root).toHaveAccessibleName('Review of paper 12');
    await expect(form.root).toContainText('Another computer of yours exported a different version');
    await press(page, 'Alt+3');
    if ((await focusPlace(page)).what !== 'button Compare') {
      await pressUntil(page, 'Tab', ({ what }) => what === 'button Compare', 5);
    }
    await page.keyboard.press('Enter');
    const versions = new VersionsSheet(page);
    await expect(versions.dialog).toBeVisible();
    await expect(versions.dialog.getByRole('region')).toHaveCount(2);
    await expect(versions.same).toHaveText('9 fields are the same');
    expect((await versions.marks('Summary')).removed[0]).toContain('haste');
    expect((await versions.marks('Summary')).added[0]).toContain('care');

    await pressUntil(page, 'Tab', ({ what }) => what === 'button Take the other: Summary');
    await press(page, 'Enter');
    await expect(versions.field('Summary')).toContainText('The same now');
    await pressUntil(page, 'Shift+Tab', ({ what }) => what === 'button Keep what is here');
    await page.keyboard.press('Enter');
    await expect(versions.dialog).toHaveCount(0);
    await expect(form.root).not.toContainText('Another computer of yours');
    await expect.poll(async () => (await focusPlace(page)).what).not.toBe('nothing');
    expect(storedAnswers(running.dataFolder, SIM2SCIENCE, 12)).toMatchObject({
      summary: onLaptop['summary'],
      overall: { kind: 'rating', value: 2 },
    });

    // What was taken over is an ordinary change: it can be taken back.
    await form.text('summary').focus();
    await page.keyboard.press('Control+z');
    await expectProse(form.text('summary'), /in haste/);
    await page.keyboard.press('Control+Shift+z');
    await form.whenSaved();
    await page.keyboard.press('Control+Enter');
    await expect(form.takeBack).toBeVisible();

    await answerSaveDialog(app, temp.of('desktop.referee.age'));
    await page.keyboard.press('Control+e');
    const exporting = new ExportSheet(page);
    await expect(exporting.dialog.getByRole('checkbox', { name: /^Encrypt: only / })).toBeChecked();
    await exporting.export();
    await expect(exporting.fact('Encrypted')).toContainText('only Noor Haddad and Olga Marin and you');
  } finally {
    await running.close();
  }
  // For the chairs there is one version: the next export settled it.
  onComputerOf(temp.of('chair-of-one'), (deps) => {
    const paths = [bundleOf('Noor Haddad'), laptopFile(), temp.of('desktop.referee.age')];
    importBundles(deps, { paths, venue: null }, quiet);
    const [review, another] = readConsolidatedPaper(deps, { venue, paper }).reviews;
    expect(another).toBeUndefined();
    expect(review?.versions).toMatchObject([
      { answers: { summary: onLaptop['summary'], overall: { kind: 'rating', value: 2 } } },
    ]);
  });
});

test('a chair keeps one of two versions, changes their mind, and the table counts what stands', async () => {
  const desktopFile = temp.of('desktop-unsettled.referee');
  reviewAsAda('desktop-2', desktopFile, onDesktop);
  const running = await launch({ folder: temp.of('noor'), files: [bundleOf('Noor Haddad')] });
  try {
    const { app, page } = running;
    const sheet = new BundleSheet(page);
    await sheet.accept.click();
    const table = new ConsolidationPage(page);
    await answerOpenDialog(app, [laptopFile(), desktopFile]);
    await table.importReviews.click();
    await expect(sheet.dialog).toContainText('Conflict');
    await sheet.done.click();
    await table.open(12);
    const review = table.review('Ada Lindqvist');
    await expect(review).toContainText('2 versions of this review part');

    await page.keyboard.press('Alt+3');
    await pressUntil(page, 'Tab', ({ what }) => what.startsWith('button Compare versions'));
    await page.keyboard.press('Enter');
    const versions = new VersionsSheet(page);
    await expect(versions.dialog).toBeVisible();
    expect((await versions.marks('Summary')).added.join()).toMatch(/care|haste/);
    const chosen = await pressUntil(page, 'Tab', ({ what }) => what.startsWith('button Keep this version'));
    await page.keyboard.press('Enter');
    await expect(versions.dialog).toHaveCount(0);
    await expect(review).toContainText(/Noor Haddad kept the version of 10 May 2026, 18:00/);
    await expect.poll(async () => (await focusPlace(page)).what).toBe('article Review by Ada Lindqvist');
    expect(chosen.isSeen).toBe(true);
    const wasFive = await isFive(review.innerText());

    await pressUntil(page, 'Tab', ({ what }) => what.startsWith('button Show the other version'));
    await page.keyboard.press('Enter');
    await pressUntil(page, 'Tab', ({ what }) => what.startsWith('button Keep this version instead'));
    await page.keyboard.press('Enter');
    await expect(versions.dialog).toHaveCount(0);
    await expect.poll(async () => isFive(review.innerText())).toBe(!wasFive);
    await page.getByRole('button', { name: 'All papers' }).click();
    expect(await table.cells(12)).toMatchObject({ Mean: wasFive ? '2.00' : '5.00' });
  } finally {
    await running.close();
  }
});

/** Whether a review shows the higher of the two overall ratings. */
async function isFive(text: Promise<string>): Promise<boolean> {
  return /5\s+Accept: a solid/.test(await text);
}
