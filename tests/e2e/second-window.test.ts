import { existsSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { NotesPage } from './pages/notes';
import { ReaderPage } from './pages/reader';
import { openSamplePaper, type Desk } from './support/desk';
import { launch, type RunningApp } from './support/launch';
import { SAMPLE_VENUE, storedAnnotations, storedText } from './support/store';
import { makeTempFolder } from './support/temp';

const temp = makeTempFolder();
let running: RunningApp;
let desk: Desk;
let second: Page | undefined;
const secondErrors: string[] = [];

test.beforeAll(async () => {
  running = await launch({ folder: temp.of('ada'), size: { width: 1280, height: 800 } });
  desk = await openSamplePaper(running.page, 12);
});

test.afterAll(async () => {
  await running.close();
  temp.remove();
});

test.afterEach(() => expect([...running.pageErrors, ...secondErrors]).toEqual([]));

/** The paper's own window, which opens where there is none, once it can be read there. */
async function ownWindow(): Promise<Page> {
  if (second !== undefined && !second.isClosed()) return second;
  const [opened] = await Promise.all([
    running.app.waitForEvent('window'),
    running.page.keyboard.press('Control+Alt+o'),
  ]);
  opened.on('pageerror', (error) => secondErrors.push(String(error)));
  await new ReaderPage(opened).whenPainted();
  second = opened;
  return opened;
}

test('the paper moves to a second window, which is as closed as the first, at the place where it was', async () => {
  const { app, page } = running;
  await desk.reader.goToPage(3);
  await expect(desk.reader.pageBox).toHaveValue('3');
  const own = await ownWindow();
  const reader = new ReaderPage(own);
  await expect(reader.pageBox).toHaveValue('3');
  await expect(own.getByRole('region', { name: /^Review of paper / })).toHaveCount(0);
  await expect(desk.reader.root).toHaveCount(0);
  await expect(page.getByText('The paper is open in its own window')).toBeVisible();
  await expect(desk.form.root).toBeVisible();

  const preferences = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map(({ webContents }) => {
      const all = (
        webContents as unknown as { getLastWebPreferences(): Record<string, unknown> }
      ).getLastWebPreferences();
      const names = [
        'contextIsolation',
        'sandbox',
        'nodeIntegration',
        'webSecurity',
        'webviewTag',
        'preload',
      ];
      return names.map((name) => all[name] ?? false);
    }),
  );
  expect(preferences).toHaveLength(2);
  expect(preferences[0]?.slice(0, 5)).toEqual([true, true, false, true, false]);
  expect(preferences[0]).toEqual(preferences[1]);
});

test('what is marked and quoted there is in the form’s window, and its citations lead back to the page', async () => {
  const { page } = running;
  const own = await ownWindow();
  const notes = new NotesPage(own);
  await desk.form.text('weaknesses').fill('Written beside it.');
  await notes.selectByMouse(await notes.textLine('limit'));
  await notes.bar.getByRole('button', { name: 'Error' }).click();
  const onDisk = () => storedAnnotations(temp.of('ada', 'data'), SAMPLE_VENUE, 12);
  await expect.poll(() => onDisk().length).toBe(1);
  const id = onDisk()[0]?.id ?? '';
  await notes.marks.first().waitFor();
  await own.keyboard.press('Control+Shift+n');
  await notes.list.getByRole('option').dblclick();
  await notes.card.getByRole('button', { name: 'Quote in' }).click();
  await own.getByRole('menuitem', { name: 'Weaknesses' }).click();
  const stored = (): string => storedText(temp.of('ada', 'data'), SAMPLE_VENUE, 12, 'weaknesses') ?? '';
  await expect.poll(stored).toMatch(/^Written beside it\.\n\n> “.*limit.*” \[p\. \d+\]/i);
  await expect(desk.form.field('weaknesses')).toContainText(/“.*limit/i);

  await own.keyboard.press('Escape');
  await new ReaderPage(own).goToPage(1);
  await desk.form
    .field('weaknesses')
    .getByRole('button', { name: /^Preview/ })
    .click();
  await page.getByRole('button', { name: /^p\. \d+$/ }).click();
  await expect(own.locator(`.marks [data-mark="${id}"]`)).toBeInViewport();
});

test('another paper is shown there too, and closing it brings the paper back at its place', async () => {
  const { page } = running;
  const own = await ownWindow();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(new ReaderPage(own).root).not.toHaveAccessibleName(/Emulate the Ratio/);
  await page.keyboard.press('Alt+ArrowUp');
  const there = new ReaderPage(own);
  await expect(there.root).toHaveAccessibleName(/Emulate the Ratio/);
  await there.whenPainted();
  await there.goToPage(2);
  await expect(there.pageBox).toHaveValue('2');
  // Kept once the reading has come to rest there.
  await expect
    .poll(() =>
      page.evaluate(async (venue) => {
        const answer = (await window.referee.request('paper.get', { venue, paper: 12 })) as {
          value: { view: { place?: { page?: number } } };
        };
        return answer.value.view.place?.page;
      }, SAMPLE_VENUE),
    )
    .toBe(2);
  const closed = own.waitForEvent('close');
  await own.getByRole('button', { name: 'Back beside the form' }).click();
  await closed;
  await desk.reader.whenPainted();
  await expect(desk.reader.pageBox).toHaveValue('2');
  await expect(page.getByText('The paper is open in its own window')).toHaveCount(0);
});

test('the application ends as one, and knows where the second window was', async () => {
  const { app, page } = running;
  await ownWindow();
  const ended = new Promise((done) => app.process().once('exit', done));
  await app.evaluate(({ BrowserWindow }) => {
    const main = BrowserWindow.getAllWindows().find((window) => !window.webContents.getURL().includes('?'));
    // Once this has been answered: the process may be gone a moment later.
    setTimeout(() => main?.close(), 100);
  });
  await ended;
  await expect.poll(() => page.isClosed()).toBe(true);
  expect(existsSync(temp.of('ada', 'data', 'reader-window.json'))).toBe(true);
});
