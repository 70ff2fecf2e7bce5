import { expect, test, type ElectronApplication } from '@playwright/test';
import { openSamplePaper } from './support/desk';
import { launch, type RunningApp } from './support/launch';
import { expectProse, readProse } from './support/prose';
import { SAMPLE_VENUE, storedText } from './support/store';
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

const WORDS = 'Written before the window died.';

/** What the window's review form holds, asked past a page object that has crashed. */
async function summaryIn(app: ElectronApplication): Promise<string | null> {
  return app.evaluate(async ({ BrowserWindow }, read) => {
    const page = BrowserWindow.getAllWindows()[0]?.webContents;
    if (page === undefined || page.isCrashed() || page.isLoading()) return null;
    const asked = page.executeJavaScript(
      `(() => {
        const box = document.querySelector('[data-field="summary"] [data-prose]');
        return box === null ? null : (${read})(box);
      })()`,
    ) as Promise<string | null>;
    // A page that is being replaced never answers.
    return Promise.race([asked, new Promise<null>((give) => setTimeout(() => give(null), 1_000))]);
  }, readProse.toString());
}

test('a window that dies comes back with the draft; one that dies again at once asks', async () => {
  running = await launch({ folder: temp.of('ada') });
  const { app } = running;
  const { form } = await openSamplePaper(running.page, 12);
  await form.text('summary').fill(WORDS);
  await form.whenSaved();

  await app.evaluate(({ BrowserWindow, dialog }) => {
    Object.assign(globalThis, { asked: [] });
    Object.assign(dialog, {
      showMessageBox: (_window: unknown, options: { message: string }) => {
        (globalThis as unknown as { asked: string[] }).asked.push(options.message);
        return Promise.resolve({ response: 0, checkboxChecked: false });
      },
    });
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer();
  });
  await expect.poll(() => summaryIn(app), { timeout: 20_000 }).toBe(WORDS);
  const asked = () => app.evaluate(() => (globalThis as unknown as { asked: string[] }).asked);
  expect(await asked()).toEqual([]);

  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
  );
  await expect.poll(asked).toEqual(['The window failed twice']);
  await expect.poll(() => summaryIn(app), { timeout: 20_000 }).toBe(WORDS);
});

test('a reload while a change is on its way waits for it, and closes nothing', async () => {
  running = await launch({ folder: temp.of('ada') });
  const { app, page } = running;
  const { form } = await openSamplePaper(page, 12);
  await form.text('summary').fill('Before.');
  await form.whenSaved();
  await app.evaluate(({ ipcMain }) => {
    type Handler = (event: unknown, route: unknown, input: unknown) => Promise<unknown>;
    const handlers = (ipcMain as unknown as { _invokeHandlers: Map<string, Handler> })._invokeHandlers;
    const answer = handlers.get('referee:request');
    if (answer === undefined) throw new Error('there is no request channel');
    handlers.set('referee:request', async (event, route, input) => {
      if (route === 'review.answer') await new Promise((done) => setTimeout(done, 200));
      return answer(event, route, input);
    });
  });
  await page.evaluate(() => Object.assign(globalThis, { isSamePage: true }));
  await form.text('summary').pressSequentially('!');
  await page.evaluate(() => {
    location.reload();
  });
  await expect
    .poll(() => page.evaluate(() => 'isSamePage' in globalThis).catch(() => true), { timeout: 20_000 })
    .toBe(false);
  await expectProse(form.text('summary'), 'Before.!');
  expect(storedText(running.dataFolder, SAMPLE_VENUE, 12, 'summary')).toBe('Before.!');
});
