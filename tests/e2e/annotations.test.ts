import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { PaperNumber, VenueId } from '@shared/model/ids';
import { annotate } from '@main/services/annotate';
import { quiet } from '@main/services/deps';
import { exportReviews } from '@main/services/export-reviews';
import { importBundles } from '@main/services/import-bundles';
import { openPaper } from '@main/services/library';
import { requireSelf } from '@main/services/my-review';
import { answerField } from '@main/services/save-draft';
import { saveAnnotation } from '@main/store/annotations';
import { transact } from '@main/store/database';
import { toCitationLine } from '@shared/anchor/citation';
import type { FieldId } from '@shared/model/ids';
import { annotationId, makeContent } from '../support/annotation';
import { ConsolidationPage } from './pages/consolidation';
import { NotesPage } from './pages/notes';
import { openSample, openSamplePaper } from './support/desk';
import { answerSaveDialog } from './support/dialogs';
import { launch, type RunningApp } from './support/launch';
import { onComputerOf, writeAssignments } from './support/people';
import { SAMPLE_VENUE, SIM2SCIENCE, storedAnnotations, storedText } from './support/store';
import { makeTempFolder, type TempFolder } from './support/temp';

let temp: TempFolder;
let running: RunningApp | undefined;

test.beforeEach(() => {
  temp = makeTempFolder();
});

test.afterEach(async () => {
  await running?.close();
  running = undefined;
  temp.remove();
});

/** Keeps a picture of the window where somebody asked for pictures. */
async function look(name: string): Promise<void> {
  const folder = process.env['NOTES_SHOTS'];
  if (folder !== undefined) await running?.page.screenshot({ path: join(folder, `${name}.png`) });
}

const onDisk = () => storedAnnotations(temp.of('ada', 'data'), SAMPLE_VENUE, 12);

test('marks text with the mouse and keeps the mark over its words through zoom, rotation and a restart', async () => {
  running = await launch({ folder: temp.of('ada'), size: { width: 1280, height: 800 } });
  const { page } = running;
  await openSamplePaper(page, 12);
  const notes = new NotesPage(page);
  const line = await notes.textLine('limit');
  const words = (await line.innerText()).trim();
  await notes.selectByMouse(line);
  await notes.bar.getByRole('button', { name: 'Weakness' }).click();
  await expect(notes.marks).toHaveCount(1);
  await expect.poll(() => onDisk().length).toBe(1);
  const [stored] = onDisk();
  expect(stored?.content.quote?.exact).toContain(words.slice(2, 12));
  expect(stored?.content.meaning).toBe('weakness');
  expect(stored?.content.visibility).toBe('chairs');

  const isOver = async (): Promise<boolean> => {
    const [mark, text] = [
      await notes.marks.first().boundingBox(),
      await (await notes.textLine(words)).boundingBox(),
    ];
    if (mark === null || text === null) return false;
    return (
      Math.abs(mark.x - text.x) < 4 && Math.abs(mark.y - text.y) < 6 && Math.abs(mark.width - text.width) < 6
    );
  };
  await expect.poll(isOver).toBe(true);
  await look('marks-1');
  await page.keyboard.press('Control+=');
  await page.keyboard.press('Control+=');
  await expect.poll(isOver).toBe(true);
  await page.keyboard.press('Control+Shift+r');
  await expect.poll(async () => (await notes.marks.first().boundingBox())?.height ?? 0).toBeGreaterThan(60);
  await expect.poll(isOver).toBe(true);

  await running.close();
  running = await launch({ folder: temp.of('ada'), size: { width: 1280, height: 800 } });
  await expect(new NotesPage(running.page).marks).toHaveCount(1);
  expect(running.pageErrors).toEqual([]);
});

test('marks, quotes, undoes and deletes with the keyboard alone, and the form links back', async () => {
  running = await launch({ folder: temp.of('ada'), size: { width: 1440, height: 900 } });
  const { page } = running;
  const { reader, form } = await openSamplePaper(page, 12);
  const notes = new NotesPage(page);
  await reader.find('limit');
  await page.locator('.textLayer .highlight.selected').first().waitFor();
  await page.keyboard.press('Control+Shift+h');
  await expect(notes.bar).toBeVisible();
  await page.keyboard.press('4');
  await expect.poll(() => onDisk().map(({ content }) => content.meaning)).toEqual(['error']);
  await expect(notes.bar).toBeHidden();
  await page.keyboard.press('Control+z');
  await expect.poll(() => onDisk().length).toBe(0);
  await page.keyboard.press('Control+Shift+z');
  await expect.poll(() => onDisk().length).toBe(1);

  await page.keyboard.press('Control+Shift+n');
  await expect(notes.list).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(notes.comment).toBeFocused();
  await page.keyboard.type('Wrong for *small* runs.');
  await expect.poll(() => onDisk()[0]?.content.comment).toBe('Wrong for *small* runs.');
  await notes.card.getByRole('button', { name: 'Quote in' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'Weaknesses' }).press('Enter');
  const id = onDisk()[0]?.id ?? '';
  const quoted = (): string => storedText(temp.of('ada', 'data'), SAMPLE_VENUE, 12, 'weaknesses') ?? '';
  await expect.poll(quoted).toMatch(/^> “.*limit.*” \[p\. \d+\]\(referee:annotation\/a-/i);
  await expect(notes.card.getByText('Quoted in Weaknesses')).toBeVisible();
  await look('marks-card');
  await notes.comment.focus();
  await page.keyboard.press('Escape');
  await expect(notes.card).toBeHidden();

  await form
    .field('weaknesses')
    .getByRole('button', { name: /^Preview/ })
    .click();
  await form
    .field('weaknesses')
    .getByRole('button', { name: /^p\. \d+$/ })
    .click();
  await expect(page.locator(`.marks [data-mark="${id}"] .flash`)).toBeVisible();
  await look('marks-flash');
  await notes.list.focus();
  await page.keyboard.press('Delete');
  await expect.poll(() => onDisk().length).toBe(0);
  await expect(form.field('weaknesses').getByText('(note removed)')).toBeVisible();
  await page.getByRole('button', { name: 'Take the quote out' }).click();
  await expect.poll(quoted).toBe('');
  expect(running.pageErrors).toEqual([]);
});

test('marks an area by dragging, and a note where one presses, in a dark window too', async () => {
  running = await launch({ folder: temp.of('ada'), size: { width: 1024, height: 700 } });
  const { page } = running;
  const { library, reader } = await openSample(page);
  await library.open(12);
  await reader.whenPainted();
  const notes = new NotesPage(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.keyboard.press('Control+Shift+l');
  await page.keyboard.press('Control+Shift+l');
  const pane = await page.locator('[data-pane=page]').boundingBox();
  if (pane === null) throw new Error('no pages');
  const [x, y] = [pane.x + pane.width / 3, pane.y + pane.height / 3];
  await notes.drawArea([x, y], [x + 140, y + 90]);
  await expect(notes.comment).toBeFocused();
  await page.keyboard.type('What is this axis?');
  await expect
    .poll(() => onDisk().map(({ content }) => [content.kind, content.comment]))
    .toEqual([['area', 'What is this axis?']]);
  const box = await notes.marks.first().locator('.box').boundingBox();
  expect(Math.abs((box?.x ?? 0) - x)).toBeLessThan(4);
  expect(Math.abs((box?.width ?? 0) - 140)).toBeLessThan(8);
  await look('marks-dark-card');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Put a note on the page' }).click();
  await page.mouse.click(x, y - 60);
  await expect(notes.comment).toBeFocused();
  await page.keyboard.press('Escape');
  await expect.poll(() => onDisk().length).toBe(2);
  await page.mouse.click(x, y - 60);
  await expect(notes.card).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Shift+n');
  await expect(notes.list.getByRole('option')).toHaveCount(2);
  await look('marks-dark-list');
  await page.keyboard.press('Escape');
  await answerSaveDialog(running.app, temp.of('noted.pdf'));
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Save this paper with my notes');
  await page.keyboard.press('Enter');
  await page.getByText('Wrote noted.pdf').waitFor();
  const pdf = readFileSync(temp.of('noted.pdf'), 'latin1');
  expect(pdf.slice(0, 5)).toBe('%PDF-');
  expect(pdf.match(/\/Highlight/g)).toHaveLength(2);
  expect(running.pageErrors).toEqual([]);
});

test('a chair sees what a reviewer marked, goes to it from the review, and cannot change it', async () => {
  const venue = SIM2SCIENCE as VenueId;
  const paper = 7 as PaperNumber;
  const bundleOf = writeAssignments(temp.of());
  onComputerOf(temp.of('benedikt'), (deps) => {
    importBundles(deps, { paths: [bundleOf('Benedikt Sommer')], venue: null }, quiet);
    const { pdf } = openPaper(deps, { venue, paper }).paper;
    const marked = makeContent({
      pdf: pdf.sha256,
      comment: 'Is $\\sigma$ *known*?',
      pages: [{ page: 1, quads: [[72, 500, 300, 500, 72, 488, 300, 488]] }],
    });
    annotate(deps, { venue, paper, id: annotationId('1'), content: marked });
    const own = makeContent({ pdf: pdf.sha256, visibility: 'mine' });
    annotate(deps, { venue, paper, id: annotationId('2'), content: own });
    const text = toCitationLine({ id: annotationId('1'), content: marked });
    answerField(deps, { venue, paper, field: 'weaknesses' as FieldId, answer: { kind: 'text', text } });
    const path = temp.of('benedikt.referee');
    exportReviews(deps, { venue, papers: [paper], includeUnready: true, isEncrypted: false, path }, quiet);
  });
  onComputerOf(temp.of('noor'), (deps) =>
    importBundles(
      deps,
      { paths: [bundleOf('Noor Haddad'), temp.of('benedikt.referee')], venue: null },
      quiet,
    ),
  );
  running = await launch({ folder: temp.of('noor'), size: { width: 1440, height: 900 } });
  const { page } = running;
  const table = new ConsolidationPage(page);
  await table.open(7);
  const notes = new NotesPage(page);
  await expect(notes.marks).toHaveCount(1);
  await table.review('Benedikt Sommer').getByRole('button', { name: 'p. 1' }).click();
  await expect(page.locator('.marks .flash')).toBeVisible();
  await page.keyboard.press('Control+Shift+n');
  await expect(notes.list.getByRole('option')).toContainText('Benedikt Sommer');
  await notes.list.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(notes.card.locator('em', { hasText: 'known' })).toBeVisible();
  await expect(notes.card.getByRole('textbox')).toHaveCount(0);
  await look('notes-chair');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Filter and order' }).click();
  await page.getByRole('menuitem', { name: 'Benedikt Sommer' }).click();
  await expect(notes.marks).toHaveCount(0);
  expect(running.pageErrors).toEqual([]);
});

test('notes go over to a revised PDF by their words, and those that cannot open the earlier one', async () => {
  const venue = SIM2SCIENCE as VenueId;
  const [paper, other] = [12 as PaperNumber, 7 as PaperNumber];
  const bundle = writeAssignments(temp.of())('Ada Lindqvist');
  // The PDF of another paper stands for the one that this paper had before.
  const earlier = onComputerOf(temp.of('ada'), (deps) => {
    importBundles(deps, { paths: [bundle], venue }, quiet);
    const { db } = deps.stores.open(venue);
    const { sha256 } = openPaper(deps, { venue, paper: other }).paper.pdf;
    const at = (page: number) => [{ page, quads: [[72, 700, 300, 700, 72, 688, 300, 688]] }];
    const quote = (exact: string) => ({ exact, prefix: '', suffix: '' });
    const contents = [
      makeContent({
        pdf: sha256,
        pages: at(2),
        quote: quote('The transformation costs three lines of code and no run.'),
      }),
      makeContent({
        pdf: sha256,
        pages: at(2),
        quote: quote('A surrogate is asked to learn in few runs what a simulator knows from its equations'),
      }),
      makeContent({ pdf: sha256, pages: at(1), quote: quote('covers the true rate in none of them') }),
      makeContent({ pdf: sha256, pages: at(2), quote: null, kind: 'area' }),
    ];
    const now = new Date(0).toISOString() as never;
    transact(db, () => {
      for (const [at, content] of contents.entries()) {
        const id = annotationId(String(at));
        const creator = requireSelf(db).id;
        saveAnnotation(
          db,
          { id, paper, creator, version: 1, createdAt: now, modifiedAt: now, content },
          false,
        );
      }
    });
    return sha256;
  });
  running = await launch({ folder: temp.of('ada'), size: { width: 1440, height: 900 } });
  const { page } = running;
  await page.getByRole('gridcell', { name: '12', exact: true }).dblclick();
  await expect(page.getByText('2 notes found on it by the words.')).toBeVisible();
  const stored = () => storedAnnotations(temp.of('ada', 'data'), SIM2SCIENCE, 12);
  await expect.poll(() => stored().filter(({ content }) => content.pdf !== earlier).length).toBe(2);
  expect(
    stored()
      .map(({ content }) => content.quote?.exact ?? '')
      .toSorted(),
  ).toContainEqual(
    expect.stringMatching(/^A surrogate is asked to learn in a few dozen runs what a simulator knows/),
  );
  const notes = new NotesPage(page);
  await expect(notes.marks).toHaveCount(2);
  const line = await (await notes.textLine('The transformation costs three lines')).boundingBox();
  const mark = await page.locator(`.marks [data-mark="${annotationId('0')}"]`).boundingBox();
  expect(Math.abs((mark?.y ?? 0) - (line?.y ?? 0))).toBeLessThan(8);

  await page.keyboard.press('Control+Shift+n');
  await expect(notes.list.getByText('earlier PDF, p. 2')).toBeVisible();
  await look('carried');
  await notes.list.getByText('not found in the new version (was p. 1)').click();
  await page.getByRole('button', { name: 'Show it there' }).click();
  await expect(page.getByText('This is an earlier PDF of the paper')).toBeVisible();
  await page.locator('.textLayer').getByText('Tempering restores').waitFor();
  await expect(page.locator(`.marks [data-mark="${annotationId('2')}"]`)).toBeVisible();
  await look('earlier');
  await page.getByRole('button', { name: 'Back to the current PDF' }).click();
  await page.locator('.textLayer').getByText('The transformation costs three lines').waitFor();
  expect(running.pageErrors).toEqual([]);
});
