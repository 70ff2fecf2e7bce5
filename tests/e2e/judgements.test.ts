import { expect, test } from '@playwright/test';
import { prepareCipher } from '@main/bundle/age/cipher';
import { generateIdentity } from '@main/bundle/keys';
import type { VenueId } from '@shared/model/ids';
import { BundleSheet } from './pages/bundle-sheet';
import { ConsolidationPage } from './pages/consolidation';
import { DecisionsPage } from './pages/decisions';
import { JudgementSheet } from './pages/judgement-sheet';
import { MetaReviewPage } from './pages/meta-review';
import { PeopleKeysSheet } from './pages/people-keys';
import { KeyQuestion } from './pages/signing-key';
import { answerOpenDialog, answerSaveDialog } from './support/dialogs';
import { focusPlace, press, pressUntil } from './support/keyboard';
import { launch, type RunningApp } from './support/launch';
import { reviewAsColleague, writeAssignments } from './support/people';
import { colleagueReview } from './support/review-texts';
import { SIM2SCIENCE } from './support/store';
import { expectProse } from './support/prose';
import { makeTempFolder } from './support/temp';

const temp = makeTempFolder();
const benedikt = generateIdentity();
/** The files that go from person to person. */
const reviews = (): string => temp.of('benedikt.referee');
const consolidation = (): string => temp.of('noor-consolidation.referee.age');
const decisions = (): string => temp.of('olga-decisions.referee.age');
let bundleOf: (person: string) => string;

test.describe.configure({ mode: 'serial' });

let running: RunningApp | undefined;

test.beforeAll(async () => {
  await prepareCipher();
  bundleOf = writeAssignments(temp.of(), generateIdentity());
  reviewAsBenedikt(reviews(), 3);
});

test.afterEach(async () => {
  await running?.close();
  running = undefined;
});

test.afterAll(() => temp.remove());

/** Opens a bundle in the window and takes it in. */
async function takeIn({ app, page }: RunningApp, file: string): Promise<void> {
  await answerOpenDialog(app, [file]);
  await page.keyboard.press('Control+o');
  await new BundleSheet(page).accept.click();
  await new BundleSheet(page).dialog.waitFor({ state: 'hidden' });
}

test('a chair writes a meta-review and exports it with no pointer, and it is on disk though never saved by hand', async () => {
  const folder = temp.of('noor');
  running = await launch({ folder, files: [bundleOf('Noor Haddad')] });
  await new BundleSheet(running.page).accept.click();
  await new ConsolidationPage(running.page).row(7).waitFor();
  await takeIn(running, reviews());
  const { app, page } = running;
  await new ConsolidationPage(page).table.focus();
  await pressUntil(page, 'ArrowDown', () => true, 1);
  await page.keyboard.press('Enter');
  await new ConsolidationPage(page).review('Benedikt Sommer').waitFor();

  const meta = new MetaReviewPage(page);
  await meta.openByKey();
  expect((await focusPlace(page)).what).toMatch(/^text(?:area|box)/);
  await page.keyboard.type('The one review that came in doubts the baseline.');
  await pressUntil(page, 'Tab', ({ what }) => what.startsWith('input'), 5);
  await press(page, ' ');
  await expect(meta.mine.getByRole('radio', { name: 'Accept (oral)' })).toBeChecked();
  await press(page, 'ArrowDown');
  await expect(meta.mine.getByRole('radio', { name: 'Accept (poster)' })).toBeChecked();
  await pressUntil(page, 'Tab', ({ what }) => what.startsWith('input 1, '), 3);
  await press(page, '4');
  await pressUntil(page, 'Tab', () => true, 1);
  await press(page, ' ');
  await expect(meta.mine.getByRole('checkbox')).toBeChecked();
  await meta.saved.waitFor();

  await page.reload();
  await new ConsolidationPage(page).review('Benedikt Sommer').waitFor();
  await meta.openByKey();
  await expectProse(meta.text, 'The one review that came in doubts the baseline.');
  await expect(meta.mine.getByRole('radio', { name: 'Accept (poster)' })).toBeChecked();

  await answerSaveDialog(app, consolidation());
  await page.keyboard.press('Control+Shift+e');
  const sheet = new JudgementSheet(page);
  await expect(sheet.fact('Meta-reviews')).toContainText('#7');
  await expect(sheet.fact('Reviews')).toContainText('1 review bundle as received');
  await expect(sheet.fact('For')).toHaveText('Olga Marin');
  await expect(sheet.encrypt).toBeChecked();
  await page.keyboard.press('Enter');
  await new KeyQuestion(page).keepInFileByKeyboard();
  await expect(sheet.fact('Encrypted')).toContainText('only Olga Marin and you can open it');
  await sheet.done.focus();
  await page.keyboard.press('Enter');
  expect(running.pageErrors).toEqual([]);
});

test('an organizer opens it, sees what the chair recommends, decides, and exports the decisions', async () => {
  running = await launch({ folder: temp.of('organizer') });
  const { app, page } = running;
  const table = new ConsolidationPage(page);
  await table.row(7).waitFor();
  await takeIn(running, consolidation());
  await expect(table.row(7)).toContainText('Poster');
  await table.open(7);
  const meta = new MetaReviewPage(page);
  await meta.openByKey();
  await expect(meta.by('Noor Haddad')).toContainText('doubts the baseline');
  await expect(meta.by('Noor Haddad')).toContainText('Recommends Accept (poster), confidence 4 of 5');
  // The review travelled with it as its reviewer signed it.
  await page.keyboard.press('Control+Shift+m');
  await table.review('Benedikt Sommer').waitFor();

  const deciding = new DecisionsPage(page);
  await deciding.open();
  await deciding.take(7);
  await expect(deciding.panel).toContainText('Noor Haddad recommends Accept (poster)');
  await deciding.decide('Accept (oral)');
  await deciding.panel.getByRole('textbox', { name: 'Session' }).fill('Morning talks');
  await deciding.saved.waitFor();
  await expect(deciding.totals).toHaveText('1 of 10 decided, 1 Accept (oral)');

  await answerSaveDialog(app, decisions());
  await deciding.export.click();
  const sheet = new JudgementSheet(page);
  await expect(sheet.fact('For')).toHaveText('Noor Haddad');
  await sheet.export();
  await expect(sheet.fact('Decided')).toHaveText('1 paper');
  await expect(sheet.fact('Encrypted')).toContainText('Yes');
  await sheet.done.click();
  expect(running.pageErrors).toEqual([]);
});

test('the chair opens the decisions, and takes back a key: what it signs from then on is refused', async () => {
  running = await launch({ folder: temp.of('noor') });
  const { page } = running;
  const meta = new MetaReviewPage(page);
  await new ConsolidationPage(page).review('Benedikt Sommer').waitFor();
  await takeIn(running, decisions());
  await meta.openByKey();
  await expect(meta.panel).toContainText('Decided: Accept (oral), Morning talks');
  await page.keyboard.press('Control+l');
  await expect(new ConsolidationPage(page).row(7)).toContainText('Oral');

  const people = new PeopleKeysSheet(page);
  await people.opener.click();
  await people.askToRevoke('Benedikt Sommer');
  await people.confirm.getByRole('button', { name: 'Revoke the key' }).click();
  await expect(people.person('Benedikt Sommer')).toContainText('Revoked');
  await page.keyboard.press('Escape');
  const later = temp.of('benedikt-later.referee');
  reviewAsBenedikt(later, 5);
  await answerOpenDialog(running.app, [later]);
  await page.keyboard.press('Control+o');
  await expect(new BundleSheet(page).dialog).toContainText('revoked');
  await expect(new BundleSheet(page).accept).toBeHidden();
});

/** Benedikt, always with the same key, says how good paper 7 is, and exports that. */
function reviewAsBenedikt(out: string, overall: number): void {
  const review = new Map([[7, colleagueReview(overall, 'From Benedikt:')]]);
  const assignment = bundleOf('Benedikt Sommer');
  reviewAsColleague(temp.of('benedikt'), assignment, out, review, SIM2SCIENCE as VenueId, benedikt);
}
