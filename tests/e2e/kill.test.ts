import { expect, test } from '@playwright/test';
import { ReaderPage } from './pages/reader';
import { ReviewFormPage } from './pages/review-form';
import { collectAcknowledgements } from './support/acknowledgements';
import { openSamplePaper } from './support/desk';
import { launch, type RunningApp } from './support/launch';
import { expectProse } from './support/prose';
import { seededRandom } from './support/random';
import { SAMPLE_VENUE, storedText } from './support/store';
import { makeTempFolder } from './support/temp';

/** How many times the app is killed; `npm run test:kill` asks for 30. */
const roundCount = Number(process.env['REFEREE_KILL_ROUNDS'] ?? 3);

/** Another seed kills at other moments; a failure names the one it ran with. */
const seed = Number(process.env['REFEREE_KILL_SEED'] ?? 20260510);

const FIELD = 'strengths';
const temp = makeTempFolder();
const random = seededRandom(seed);

let running: RunningApp | undefined;

test.setTimeout(60_000 + roundCount * 20_000);

test.afterAll(async () => {
  await running?.close();
  temp.remove();
});

test(`loses no acknowledged character when killed ${roundCount} times while typing (seed ${seed})`, async () => {
  running = await launch({ folder: temp.of('ada') });
  const desk = await openSamplePaper(running.page, 31);
  await desk.form.text(FIELD).fill('');
  let before = '';
  let claimedCharacters = 0;

  for (let round = 1; round <= roundCount; round += 1) {
    const { page } = running;
    const form = new ReviewFormPage(page);
    const reader = new ReaderPage(page);
    await reader.whenPainted();
    const pageNumber = 1 + (round % 3);
    await reader.goToPage(pageNumber);
    await expect(reader.pageBox).toHaveValue(String(pageNumber));
    await form.text(FIELD).focus();
    await page.keyboard.press('Control+End');
    const saved = await collectAcknowledgements(page, FIELD);

    // Paces and moments differ: a fast hand with no pause, or one that rests so that everything is acknowledged.
    const words = `${round}: ${'evidence over opinion, figure by figure; '.repeat(8)}\n`;
    const typing = page.keyboard.type(words, { delay: 5 + Math.floor(random() * 10) }).catch(() => undefined);
    await new Promise((done) => setTimeout(done, 250 + random() * 1800));
    await running.kill();
    await typing;
    const claimed = saved.claimed();

    const stored = storedText(running.dataFolder, SAMPLE_VENUE, 31, FIELD) ?? '';
    const wanted = before + words;
    expect(
      stored.startsWith(claimed ?? before),
      `round ${round}: ${claimed} was claimed, ${stored} is stored`,
    ).toBe(true);
    expect(wanted.startsWith(stored), `round ${round}: ${stored} was never typed`).toBe(true);
    claimedCharacters += Math.max(0, (claimed ?? before).length - before.length);
    before = stored;

    running = await launch({ folder: temp.of('ada') });
    const formAgain = new ReviewFormPage(running.page);
    const readerAgain = new ReaderPage(running.page);
    await expect(formAgain.root).toHaveAccessibleName('Review of paper 31');
    await expectProse(formAgain.text(FIELD), stored);
    await expect(readerAgain.pageBox).toHaveValue(String(pageNumber));
  }
  // Rounds in which nothing was acknowledged would prove nothing.
  expect(claimedCharacters).toBeGreaterThan(roundCount * 5);
});
