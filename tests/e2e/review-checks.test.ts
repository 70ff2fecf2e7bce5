import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import type { FieldId, PaperNumber, VenueId } from '@shared/model/ids';
import type { Answer } from '@shared/model/review';
import type { ServiceDeps } from '@main/services/deps';
import { quiet } from '@main/services/deps';
import { importBundles } from '@main/services/import-bundles';
import { answerField } from '@main/services/save-draft';
import { LibraryPage } from './pages/library';
import { ReviewFormPage } from './pages/review-form';
import { press, pressUntil } from './support/keyboard';
import { launch, ZONE, type RunningApp } from './support/launch';
import { onComputerOf, writeAssignments } from './support/people';
import { colleagueReview, review12 } from './support/review-texts';
import { SIM2SCIENCE, storedText } from './support/store';
import { makeTempFolder, type TempFolder } from './support/temp';

const EARLIER = 'A first try at a summary of the paper, which somebody comes back to after all.';
let temp: TempFolder;
let running: RunningApp | undefined;

test.beforeAll(() => {
  temp = makeTempFolder();
  const assignment = writeAssignments(temp.of())('Ada Lindqvist');
  onComputerOf(temp.of('ada'), (deps) => {
    importBundles(deps, { paths: [assignment], venue: null }, quiet);
    const texts = {
      ...review12.texts,
      strengths: `${review12.texts['strengths']} As Lindqvist (2019) showed.`,
    };
    write(deps, '2026-05-09T08:00:00Z', 12, { summary: { kind: 'text', text: EARLIER } });
    write(deps, '2026-05-09T09:00:00Z', 12, {
      ...colleagueReview(5, 'Paper 12.'),
      ...Object.fromEntries(Object.entries(texts).map(([id, text]) => [id, { kind: 'text', text } as const])),
    });
    write(deps, '2026-05-09T10:00:00Z', 7, colleagueReview(5, 'What I wrote of seven.'));
    write(deps, '2026-05-09T11:00:00Z', 31, colleagueReview(2, 'What I wrote of thirty-one.'));
  });
});

test.afterAll(async () => {
  await running?.close();
  temp.remove();
});

/** Writes into a review on a computer of Ada's, at a time of her clock. */
function write(
  deps: ServiceDeps,
  now: string,
  paper: number,
  answers: Readonly<Record<string, Answer>>,
): void {
  const clock = { nowMs: () => Date.parse(now), timeZone: ZONE };
  for (const [field, answer] of Object.entries(answers)) {
    const input = { venue: SIM2SCIENCE as VenueId, paper: paper as PaperNumber, field: field as FieldId };
    answerField({ ...deps, clock }, { ...input, answer });
  }
}

/** Whatever axe finds serious on the form and what lies over it. */
async function seriousOn(page: Page): Promise<string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode().exclude('.pdfViewer').exclude('[data-live-announcer]');
  const { violations } = await axe.analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

/** Keeps a picture of the window where somebody asked for pictures. */
async function look(name: string): Promise<void> {
  const folder = process.env['CHECKS_SHOTS'];
  if (folder !== undefined) await running?.page.screenshot({ path: join(folder, `${name}.png`) });
}

test('a review is looked at, an earlier text comes back, and one’s own scores lie side by side, with no pointer', async () => {
  running = await launch({ folder: temp.of('ada'), size: { width: 1440, height: 900 } });
  const { page } = running;
  const stored = (field: string): string | null => storedText(temp.of('ada', 'data'), SIM2SCIENCE, 12, field);
  const library = new LibraryPage(page);
  await library.row(12).waitFor();
  await pressUntil(page, 'Tab', ({ what }) => what.startsWith('grid Papers to review'));
  await press(page, 'ArrowDown');
  await press(page, 'ArrowDown');
  await page.keyboard.press('Enter');
  const form = new ReviewFormPage(page);
  await expect(form.root).toHaveAccessibleName('Review of paper 12');

  // What there is to look at: to the words, and gone with them.
  const checks = form.root.getByRole('region', { name: 'Things to look at' });
  const notes = checks.getByRole('list', { name: 'Notes on this review' }).getByRole('listitem');
  await expect(checks.getByRole('button', { name: /^\d things to look at/ })).toBeVisible();
  await press(page, 'F8');
  await expect(notes.filter({ hasText: 'part of your name, “Lindqvist”' })).toHaveCount(1);
  expect(await seriousOn(page)).toEqual([]);
  await look('checks');
  const before = await notes.count();
  await press(page, 'Enter');
  await expect(form.text('strengths')).toBeFocused();
  await page.keyboard.type('others');
  await expect.poll(() => stored('strengths')).toContain('As others (2019) showed.');
  await expect(notes.filter({ hasText: 'your name' })).toHaveCount(0);
  await press(page, 'F8');
  await pressUntil(page, 'Tab', ({ what }) => what.includes('Put aside'), 3);
  await page.keyboard.press('Enter');
  await expect(notes).toHaveCount(before - 2);
  await expect(checks.getByRole('button', { name: /\(1 put aside\)$/ })).toBeVisible();
  await press(page, 'Escape');

  // The history of a field: what it changed, and back to it.
  await pressUntil(page, 'Alt+PageUp', ({ field }) => field === 'summary', 8);
  await page.keyboard.press('Control+Shift+Y');
  const history = page.getByRole('dialog', { name: 'History of Summary, #12' });
  const versions = history.getByRole('listbox').getByRole('option');
  await expect(versions).toHaveCount(2);
  await expect(history.getByRole('listbox')).toBeFocused();
  await expect(history.locator('del').first()).toBeVisible();
  await look('history');
  await page.keyboard.press('ArrowDown');
  await expect(versions.nth(1)).toHaveAttribute('aria-selected', 'true');
  await expect(history.getByText(EARLIER)).toBeVisible();
  expect(await seriousOn(page)).toEqual([]);
  await pressUntil(page, 'Tab', ({ what }) => what.includes('Restore this version'), 8);
  await page.keyboard.press('Enter');
  await expect(history).toBeHidden();
  await expect.poll(() => stored('summary')).toBe(EARLIER);
  await expect(form.text('summary')).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect.poll(() => stored('summary')).toBe(review12.texts['summary']);

  // My scores: what else got a five, what I wrote of it, and to it.
  await page.keyboard.press('Control+Shift+A');
  const scores = page.getByRole('dialog', { name: 'My scores side by side' });
  await expect(scores.getByRole('listbox', { name: 'My reviews' }).getByRole('option')).toHaveCount(3);
  await expect(
    scores.getByRole('button', { name: '5, Accept: a solid contribution: 2 papers' }),
  ).toBeVisible();
  await page.keyboard.press('ArrowUp');
  await expect(scores.getByText('What I wrote of seven.').first()).toBeVisible();
  expect(await seriousOn(page)).toEqual([]);
  await look('scores');
  await page.keyboard.press('Enter');
  await expect(form.root).toHaveAccessibleName('Review of paper 7');
  expect(running.pageErrors).toEqual([]);
});
