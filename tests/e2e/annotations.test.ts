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
import { BundleSheet } from './pages/bundle-sheet';
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
  const box = await notes.marks.first().boundingBox();
  expect(Math.abs((box?.x ?? 0) - x)).toBeLessThan(4);
  expect(Math.abs((box?.width ?? 0) - 140)).toBeLessThan(6);
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
    importBundles(deps, { paths: [bundleOf('Noor Haddad')], venue: null }, quiet),
  );
  running = await launch({
    folder: temp.of('noor'),
    files: [temp.of('benedikt.referee')],
    size: { width: 1440, height: 900 },
  });
  const { page } = running;
  await new BundleSheet(page).accept.click();
  await page.keyboard.press('Escape');
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
  await page.getByRole('menuitemcheckbox', { name: 'Benedikt Sommer' }).click();
  await expect(notes.marks).toHaveCount(0);
  expect(running.pageErrors).toEqual([]);
});

test('scrolls through 10,000 notes about as smoothly as through none', async () => {
  const venue = SIM2SCIENCE as VenueId;
  const paper = 12 as PaperNumber;
  const bundle = writeAssignments(temp.of())('Ada Lindqvist');
  onComputerOf(temp.of('ada'), (deps) => importBundles(deps, { paths: [bundle], venue: null }, quiet));
  const measure = async (): Promise<{
    readonly p50: number;
    readonly p95: number;
    readonly worst: number;
  }> => {
    running = await launch({ folder: temp.of('ada'), files: [bundle], size: { width: 1280, height: 800 } });
    const { page } = running;
    await page.keyboard.press('Escape');
    await page.getByRole('gridcell', { name: '12', exact: true }).dblclick();
    await page.locator('.textLayer span').first().waitFor();
    await page.waitForFunction(() => document.querySelectorAll('.pdfViewer .page canvas').length > 0);
    const frames = await page.evaluate(async () => {
      const pane = document.querySelector('.pdfViewer')?.parentElement;
      const times: number[] = [];
      let last = performance.now();
      for (let frame = 0; frame < 240; frame += 1) {
        if (pane) pane.scrollTop += frame < 120 ? 25 : -25;
        const now = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
        times.push(now - last);
        last = now;
      }
      return times.toSorted((a, b) => a - b);
    });
    const drawn = await page.evaluate(() => [
      document.querySelectorAll('.pdfViewer .marks').length,
      document.querySelectorAll('.pdfViewer .page canvas').length,
      document.querySelectorAll('.pdfViewer [data-mark]').length,
    ]);
    await look(`notes-many-${drawn[2]}`);
    await running.close();
    running = undefined;
    const at = (share: number): number => Math.round(frames[Math.floor(frames.length * share)] ?? 0);
    const figures = { p50: at(0.5), p95: at(0.95), worst: at(0.999) };
    process.stdout.write(`${JSON.stringify({ ...figures, drawn })}\n`);
    return figures;
  };
  const none = await measure();
  onComputerOf(temp.of('ada'), (deps) => {
    const { db } = deps.stores.open(venue);
    const view = openPaper(deps, { venue, paper });
    transact(db, () => {
      for (let at = 0; at < 10_000; at += 1) {
        const [x, y] = [60 + (at % 7) * 70, 740 - ((at / 7) % 60) * 11];
        const id = `a-${at.toString(16).padStart(16, '0')}` as ReturnType<typeof annotationId>;
        const quads = [[x, y, x + 50, y, x, y - 8, x + 50, y - 8]];
        const content = makeContent({ pdf: view.paper.pdf.sha256, pages: [{ page: 1 + (at % 6), quads }] });
        const now = new Date(0).toISOString() as never;
        saveAnnotation(
          db,
          { id, paper, creator: requireSelf(db).id, version: 1, createdAt: now, modifiedAt: now, content },
          false,
        );
      }
    });
  });
  const many = await measure();
  expect(many.p95).toBeLessThan(none.p95 * 2 + 34);
});
