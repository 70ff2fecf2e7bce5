import { spawn } from 'node:child_process';
import { copyFileSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import type { VenueId } from '@shared/model/ids';
import { BAG_INFO } from '@main/bundle/bag';
import { generateIdentity } from '@main/bundle/keys';
import { fileOf, pack, remakeManifests, signAsIs, takeApart } from '../support/craft-bundle';
import { BundleSheet } from './pages/bundle-sheet';
import { ConsolidationPage } from './pages/consolidation';
import { FramePage } from './pages/frame';
import { LibraryPage } from './pages/library';
import { WelcomePage } from './pages/welcome';
import { cli } from './support/cli';
import { answerOpenDialog, chooseMenuItem } from './support/dialogs';
import { dropFiles } from './support/drop';
import {
  electronProgram,
  launch,
  launchArguments,
  launchEnvironment,
  type RunningApp,
} from './support/launch';
import { reviewAsColleague, writeAssignments } from './support/people';
import { colleagueReview } from './support/review-texts';
import { dataDigest, SAMPLE_VENUE } from './support/store';
import { makeTempFolder } from './support/temp';

const temp = makeTempFolder();
let bundleOf: (person: string) => string;
let ada: string;

test.beforeAll(() => {
  bundleOf = writeAssignments(temp.of());
  ada = bundleOf('Ada Lindqvist');
  const reviews = new Map([[7, colleagueReview(4, 'A remark:')]]);
  // Ada's computer, where the others' bundles are refused.
  reviewAsColleague(temp.of('ada'), ada, temp.of('own.referee'), reviews);
  reviewAsColleague(temp.of('chiara'), bundleOf('Chiara Fontana'), temp.of('others.referee'), reviews);
});

test.afterAll(() => temp.remove());

test.describe('every way to open a bundle shows the same sheet', () => {
  let running: RunningApp;
  let sheet: BundleSheet;

  test.beforeAll(async () => {
    running = await launch({ folder: temp.of('ways') });
    sheet = new BundleSheet(running.page);
    await new WelcomePage(running.page).heading.waitFor();
  });

  test.afterAll(() => running.close());

  test.afterEach(async () => {
    await expect(sheet.fact('For')).toHaveText('Ada Lindqvist');
    await expect(sheet.accept).toHaveText('Open for review');
    await running.page.keyboard.press('Escape');
    await expect(sheet.dialog).toHaveCount(0);
  });

  test('the button on the start page', async () => {
    await answerOpenDialog(running.app, [ada]);
    await new WelcomePage(running.page).openBundle.click();
  });

  test('Ctrl+O', async () => {
    await answerOpenDialog(running.app, [ada]);
    await running.page.keyboard.press('Control+o');
  });

  test('the File menu', async () => {
    await answerOpenDialog(running.app, [ada]);
    await chooseMenuItem(running.app, 'File', 'Open bundle…');
  });

  test('a drop anywhere on the window', async () => {
    await dropFiles(running.page, [ada]);
  });

  test('a second start with the file, which hands it over and ends', async () => {
    const second = spawn(electronProgram(), launchArguments(temp.of('ways'), [ada]), {
      cwd: temp.of(),
      env: launchEnvironment(),
      stdio: 'ignore',
    });
    expect(await new Promise((done) => second.once('exit', done))).toBe(0);
    expect(running.app.windows()).toHaveLength(1);
  });
});

test('the command line opens a bundle, and a cancelled dialog opens nothing', async () => {
  const running = await launch({ folder: temp.of('argument'), files: [ada] });
  try {
    const sheet = new BundleSheet(running.page);
    await expect(sheet.fact('For')).toHaveText('Ada Lindqvist');
    await running.page.keyboard.press('Escape');
    await expect(sheet.dialog).toHaveCount(0);
    await answerOpenDialog(running.app, []);
    await running.page.keyboard.press('Control+o');
    await expect(new WelcomePage(running.page).heading).toBeVisible();
    await expect(sheet.dialog).toHaveCount(0);
  } finally {
    await running.close();
  }
});

/** What no one may import here: the file, the sheet's title for it, and what its sentence has to say. */
const refused = [
  {
    name: 'letter.referee',
    title: 'This file is not a bundle',
    sentence: /is not a Referee bundle\. Choose the \.referee file/,
  },
  { name: 'picture.referee', title: 'This file is not a bundle', sentence: /is not a Referee bundle/ },
  {
    name: 'cut.referee',
    title: 'This bundle is cut short',
    sentence: /is incomplete: its end is missing\. Download or copy it again/,
  },
  {
    name: 'flipped.referee',
    title: 'This bundle is damaged',
    sentence: /is damaged: something in it is not what was signed/,
  },
  {
    name: 'forged.referee',
    title: 'The signature does not hold',
    sentence: /was changed after it was signed: its signature does not hold/,
  },
  {
    name: 'newer.referee',
    title: 'This bundle needs a newer Referee',
    sentence: /was made by a newer Referee\. Install the newest version/,
  },
  {
    name: 'benedikt.referee',
    title: 'This bundle is for another person',
    sentence: /is for Benedikt Sommer, and this computer holds another person's work/,
  },
  {
    name: 'others.referee',
    title: 'This bundle is for another person',
    sentence: /holds another person's reviews, which only chairs and organizers may import/,
  },
  { name: 'gone.referee', title: 'The file is no longer there', sentence: /is not there any more/ },
] as const;

test.describe('a refusal says why in its own sentence and changes nothing', () => {
  let running: RunningApp;
  let before: string;

  test.beforeAll(async () => {
    makeRefused();
    running = await launch({ folder: temp.of('ada') });
    await new WelcomePage(running.page).heading.or(new LibraryPage(running.page).table).first().waitFor();
    before = dataDigest(running.dataFolder);
  });

  test.afterAll(() => running.close());

  for (const { name, title, sentence } of refused) {
    test(name, async () => {
      const sheet = new BundleSheet(running.page);
      await answerOpenDialog(running.app, [temp.of(name)]);
      await running.page.keyboard.press('Control+o');
      await expect(sheet.dialog).toContainText(title);
      await expect(sheet.dialog).toContainText(sentence);
      await expect(sheet.accept).toHaveCount(0);
      await running.page.keyboard.press('Escape');
      await expect(sheet.dialog).toHaveCount(0);
      expect(dataDigest(running.dataFolder)).toBe(before);
    });
  }

  test('several at once: each its own row, nothing comes in', async () => {
    const sheet = new BundleSheet(running.page);
    await dropFiles(
      running.page,
      refused.map(({ name }) => temp.of(name)).filter((path) => statSync(path, { throwIfNoEntry: false })),
    );
    await running.page.getByRole('dialog', { name: `Import of ${refused.length - 1} files` }).waitFor();
    const rows = await sheet.reportRows();
    expect(rows).toHaveLength(refused.length - 1);
    for (const { name, sentence } of refused.filter((one) => one.name !== 'gone.referee')) {
      const row = rows.find((text) => text.includes(name));
      // The same assignment was imported when it was whole: of a copy nothing is taken, so its PDFs are not read.
      expect(row).toMatch(name === 'flipped.referee' ? /^Already here / : /^Refused /);
      if (name !== 'flipped.referee') expect(row).toMatch(sentence);
    }
    await sheet.done.click();
    expect(dataDigest(running.dataFolder)).toBe(before);
  });
});

test("a chair's desk refuses reviews of another venue and says which one", async () => {
  const running = await launch({ folder: temp.of('noor'), files: [bundleOf('Noor Haddad')] });
  try {
    const { app, page } = running;
    const sheet = new BundleSheet(page);
    await sheet.accept.click();
    const table = new ConsolidationPage(page);
    await expect(table.rows).toHaveCount(10);
    cli('sample', 'build', '--out', temp.of('sample'));
    const foreign = temp.of('foreign.referee');
    const invitation = temp.of('sample', `${SAMPLE_VENUE}-chiara-fontana.referee`);
    const review = new Map([[7, colleagueReview(4, 'Of the sample:')]]);
    reviewAsColleague(temp.of('chiara-too'), invitation, foreign, review, SAMPLE_VENUE as VenueId);
    const before = dataDigest(running.dataFolder);
    await answerOpenDialog(app, [foreign]);
    await table.importReviews.click();
    await expect(sheet.dialog).toContainText('This bundle is for another venue');
    await expect(sheet.dialog).toContainText(SAMPLE_VENUE);
    await new FramePage(page).closeSheet();
    expect(dataDigest(running.dataFolder)).toBe(before);
  } finally {
    await running.close();
  }
});

/** Makes every file of {@link refused} that is not made by somebody's own work. */
function makeRefused(): void {
  writeFileSync(temp.of('letter.referee'), 'Dear reviewer, please find attached nothing.\n');
  writeFileSync(temp.of('picture.referee'), Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'));

  copyFileSync(ada, temp.of('cut.referee'));
  truncateSync(temp.of('cut.referee'), Math.floor(statSync(ada).size * 0.6));

  const bytes = readFileSync(ada);
  const middle = Math.floor(bytes.length / 2);
  bytes.writeUInt8(bytes.readUInt8(middle) ^ 0x10, middle);
  writeFileSync(temp.of('flipped.referee'), bytes);

  const forged = takeApart(ada);
  const paper = [...forged.files.keys()].find((name) => name.endsWith('paper.json')) ?? '';
  const praised = fileOf(forged, paper).toString().replace('"abstract":"', '"abstract":"A masterpiece. ');
  expect(praised).toContain('A masterpiece.');
  forged.files.set(paper, Buffer.from(praised));
  remakeManifests(forged);
  pack(temp.of('forged.referee'), forged);

  const newer = takeApart(ada);
  newer.files.set(
    BAG_INFO,
    Buffer.from(fileOf(newer, BAG_INFO).toString().replace('Bundle-Format: 1', 'Bundle-Format: 2')),
  );
  signAsIs(newer, generateIdentity());
  pack(temp.of('newer.referee'), newer);

  copyFileSync(bundleOf('Benedikt Sommer'), temp.of('benedikt.referee'));
}
