import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { BundleSheet } from './pages/bundle-sheet';
import { ConsolidationPage } from './pages/consolidation';
import { ExportSheet } from './pages/export-sheet';
import { FramePage } from './pages/frame';
import { LibraryPage } from './pages/library';
import { AssignmentBundlesSheet } from './pages/organizer';
import { ReaderPage } from './pages/reader';
import { ReviewFormPage } from './pages/review-form';
import { SetUpPage } from './pages/set-up';
import { WelcomePage } from './pages/welcome';
import { cliJson } from './support/cli';
import { answerOpenDialog, answerSaveDialog } from './support/dialogs';
import { launch, type RunningApp } from './support/launch';
import { olga, reviewAsColleague, sampleFiles } from './support/people';
import { colleagueReview, review12 } from './support/review-texts';
import { makeTempFolder } from './support/temp';

const temp = makeTempFolder();
const bundleFor = (person: string): string => temp.of('assignments', `sim2science-2026-${person}.referee`);
const reviewsOf = (person: string): string => temp.of('reviews', `${person}.referee`);

test.describe.configure({ mode: 'serial' });

let running: RunningApp | undefined;

test.beforeAll(() => {
  mkdirSync(temp.of('assignments'));
  mkdirSync(temp.of('reviews'));
});

test.afterEach(async () => {
  await running?.close();
  running = undefined;
});

test.afterAll(() => temp.remove());

test('an organizer sets the venue up from tables and PDFs and writes one bundle a person', async () => {
  running = await launch({ folder: temp.of('olga') });
  const { app, page } = running;
  await new WelcomePage(page).setUpVenue.click();
  const setUp = new SetUpPage(app, page);
  await setUp.chooseFiles(sampleFiles);
  await setUp.introduce(olga);
  await setUp.create();

  const table = new ConsolidationPage(page);
  await expect(table.totals).toHaveText('0 of 30 reviews in, 10 papers');
  await expect(table.rows).toHaveCount(10);

  const sheet = new AssignmentBundlesSheet(app, page);
  await sheet.opener.click();
  await sheet.writeTo(temp.of('assignments'));
  await expect(sheet.rows).toHaveCount(9);

  const files = readdirSync(temp.of('assignments'));
  expect(files).toHaveLength(9);
  const verdicts = cliJson('bundle', 'verify', ...files.map((file) => temp.of('assignments', file)));
  expect(verdicts).toEqual(files.map(() => expect.objectContaining({ ok: true, code: 'OK' })));
});

test('a reviewer opens the bundle, reads, reviews, and exports one signed file', async () => {
  running = await launch({ folder: temp.of('ada'), files: [bundleFor('ada-lindqvist')] });
  const { app, page } = running;
  const frame = new FramePage(page);
  const sheet = new BundleSheet(page);
  await expect(sheet.fact('Venue')).toContainText('Sim2Science: ML with Imperfect Scientific Models');
  await expect(sheet.fact('For')).toHaveText('Ada Lindqvist');
  await expect(sheet.fact('From')).toContainText('Olga Marin');
  await expect(sheet.fact('Reviews due')).toHaveText(
    '13 May 2026, 23:59 AoE (14 May 2026, 20:59 here), in 4 d 3 h',
  );
  await sheet.accept.click();

  const library = new LibraryPage(page);
  await expect(library.rows).toHaveCount(4);
  expect((await library.cells()).map((cells) => [cells[0], cells[3], cells[4], cells[5]])).toEqual(
    ['7', '12', '31', '52'].map((number) => [number, 'Not started', 'Everything', 'due in 4 d 3 h']),
  );

  await library.open(12);
  const reader = new ReaderPage(page);
  await reader.whenPainted();
  await reader.find('Thiele');
  await expect(reader.findCount).toHaveText(/^1 of \d+$/);
  await page.keyboard.press('Escape');

  const form = new ReviewFormPage(page);
  await form.addDeclaredTopic('Emulators and surrogates');
  await form.addTopic('multi', 'Multi-fidelity');
  await form.weighTopic('Multi-fidelity', 'Secondary', 'Loosely');
  await form.fill(review12);
  await expect(form.missing).toHaveCount(0);
  await form.markReady.click();
  await expect(form.takeBack).toBeVisible();

  await frame.page.getByRole('option', { name: /^7 / }).click();
  await expect(form.root).toHaveAccessibleName('Review of paper 7');
  await form.text('summary').fill('Half a thought.');
  await form.whenSaved();

  await answerSaveDialog(app, reviewsOf('ada'));
  await page.keyboard.press('Control+e');
  const exporting = new ExportSheet(page);
  await expect(exporting.box(12)).toBeChecked();
  await expect(exporting.box(7)).not.toBeChecked();
  await expect(exporting.fact('For')).toHaveText('Noor Haddad and Olga Marin');
  await exporting.export();
  await expect(exporting.fact('Holds')).toHaveText('Reviews of #12');
  const bytes = readFileSync(reviewsOf('ada'));
  await expect(exporting.fact('SHA-256')).toHaveText(createHash('sha256').update(bytes).digest('hex'));
  await exporting.done.click();

  expect(cliJson('bundle', 'inspect', reviewsOf('ada'), '--store', running.dataFolder)).toMatchObject({
    kind: 'review',
    venue: 'sim2science-2026',
    papers: [{ number: 12 }],
    sequence: 1,
  });
  await frame.page.getByRole('button', { name: 'All papers' }).click();
  await expect(library.rows).toHaveCount(4);
  expect((await library.cells()).map((cells) => [cells[0], cells[3]])).toEqual([
    ['7', 'Draft'],
    ['12', 'Exported'],
    ['31', 'Not started'],
    ['52', 'Not started'],
  ]);
});

test('a chair imports what came back, sees the table, reads, and exports it', async () => {
  reviewAsColleague(
    temp.of('benedikt'),
    bundleFor('benedikt-sommer'),
    reviewsOf('benedikt'),
    new Map([[7, colleagueReview(3, 'From Benedikt:')]]),
  );
  reviewAsColleague(
    temp.of('david'),
    bundleFor('david-mwangi'),
    reviewsOf('david'),
    new Map([[12, colleagueReview(2, 'From David:')]]),
  );
  copyFileSync(reviewsOf('ada'), reviewsOf('ada-again'));
  const damaged = readFileSync(reviewsOf('david'));
  damaged.writeUInt8(damaged.readUInt8(600) ^ 1, 600);
  writeFileSync(reviewsOf('damaged'), damaged);

  running = await launch({ folder: temp.of('noor'), files: [bundleFor('noor-haddad')] });
  const { app, page } = running;
  const sheet = new BundleSheet(page);
  await sheet.accept.click();
  const table = new ConsolidationPage(page);
  await expect(table.rows).toHaveCount(10);

  await importAll(running, table, ['ada', 'ada-again', 'benedikt', 'damaged', 'david']);
  const rows = await sheet.reportRows();
  expect(rows).toHaveLength(5);
  expect(rows[0]).toMatch(/^Refused damaged\.referee damaged\.referee is damaged: /);
  expect(rows.slice(1, 4).map((row) => row.split(' ').slice(0, 2).join(' '))).toEqual([
    'Added ada.referee',
    'Added benedikt.referee',
    'Added david.referee',
  ]);
  expect(rows[4]).toMatch(/^Already here ada-again\.referee /);
  await sheet.done.click();

  await expect(table.totals).toHaveText('3 of 30 reviews in, 10 papers');
  expect(await table.cells(12)).toMatchObject({ In: '2 of 3', Mean: '3.50', Missing: 'Eun-ji Park' });
  expect(await table.cells(7)).toMatchObject({ In: '1 of 3', Mean: '3.00' });

  await table.open(12);
  const ada = table.review('Ada Lindqvist');
  await expect(ada).toContainText('5 Accept: a solid contribution');
  await expect(ada.locator('strong', { hasText: 'one thing at a time' })).toBeVisible();
  await expect(ada.locator('.katex').first()).toBeVisible();
  await expect(table.review('David Mwangi')).toContainText('From David:');
  await new ReaderPage(page).whenPainted();

  await page.getByRole('button', { name: 'All papers' }).click();
  await answerSaveDialog(app, temp.of('table.csv'));
  await table.exportTable.click();
  await expect.poll(() => existsSync(temp.of('table.csv'))).toBe(true);
  checkTable(readFileSync(temp.of('table.csv'), 'utf8'));
});

test('the organizer imports the same files and has the same table', async () => {
  running = await launch({ folder: temp.of('olga') });
  const { app, page } = running;
  const table = new ConsolidationPage(page);
  const sheet = new BundleSheet(page);
  await importAll(running, table, ['david', 'damaged', 'ada', 'benedikt', 'ada-again']);
  await sheet.done.click();
  await expect(table.totals).toHaveText('3 of 30 reviews in, 10 papers');
  await answerSaveDialog(app, temp.of('table-2.csv'));
  await table.exportTable.click();
  await expect.poll(() => existsSync(temp.of('table-2.csv'))).toBe(true);
  expect(readFileSync(temp.of('table-2.csv'))).toEqual(readFileSync(temp.of('table.csv')));
});

async function importAll(
  { app, page }: RunningApp,
  table: ConsolidationPage,
  names: readonly string[],
): Promise<void> {
  await answerOpenDialog(app, names.map(reviewsOf));
  await table.importReviews.click();
  await page.getByRole('dialog', { name: `Import of ${names.length} files` }).waitFor();
}

/** The table as others read it: one row a review, one for each that is missing. */
function checkTable(csv: string): void {
  expect(csv.startsWith('\uFEFF')).toBe(true);
  const rows = parse(csv, { bom: true, columns: true }) as Record<string, string>[];
  expect(rows).toHaveLength(30);
  expect(rows.filter((row) => row['state'] === 'missing')).toHaveLength(27);
  expect(
    rows.filter((row) => row['paper'] === '12').map((row) => [row['reviewer'], row['state'], row['overall']]),
  ).toEqual([
    ['Ada Lindqvist', 'ready', '5'],
    ['David Mwangi', 'ready', '2'],
    ['Eun-ji Park', 'missing', ''],
  ]);
  expect(rows.find((row) => row['reviewer'] === 'Ada Lindqvist' && row['paper'] === '12')).toMatchObject({
    late: '',
    topics: 'emulators (primary, 3); multi-fidelity (secondary, 1)',
    soundness: '3',
    significance: '3',
    clarity: '4',
    relevance: '4',
    confidence: '4',
    presentation: 'oral',
    summary: review12.texts['summary'],
    strengths: review12.texts['strengths'],
    weaknesses: review12.texts['weaknesses'],
    questions: review12.texts['questions'],
  });
}
