import { expect, test } from '@playwright/test';
import { openSamplePaper } from './support/desk';
import { launch, type RunningApp } from './support/launch';
import { makeTempFolder } from './support/temp';

const temp = makeTempFolder();
const HOME = 'app://referee/index.html';
let running: RunningApp;

test.beforeAll(async () => {
  running = await launch({ folder: temp.of('ada') });
  await openSamplePaper(running.page, 12);
});

test.afterAll(async () => {
  await running.close();
  temp.remove();
});

test('its own scheme serves nothing but the app and papers that are here', async () => {
  const status = await running.page.evaluate(async () => {
    const urls = [
      'app://referee/../package.json',
      'app://referee/..%2f..%2fpackage.json',
      'app://referee/%2e%2e/%2e%2e/package.json',
      'app://referee/..%5c..%5cpackage.json',
      'app://referee//etc/passwd',
      'app://referee/%00',
      'app://referee/%',
      'app://referee/assets',
      `app://blob/sim2science-2026-sample/${'0'.repeat(64)}`,
      'app://blob/sim2science-2026-sample/../venue.sqlite',
      'app://blob/sim2science-2026-sample/..%2fvenue.sqlite',
      `app://blob/..%2f..%2f/${'0'.repeat(64)}`,
      'app://blob/',
    ];
    const answers: Record<string, number | string> = {};
    for (const url of urls) {
      try {
        answers[url] = (await fetch(url)).status;
      } catch (error) {
        answers[url] = (error as Error).name;
      }
    }
    return answers;
  });
  expect(Object.entries(status).filter(([, answer]) => answer !== 404)).toEqual([]);
});

test('a page that is not the app is not answered, and malformed requests are refused without a fault', async () => {
  const { app, page } = running;
  const answers = await page.evaluate(async () => {
    const { referee } = window as unknown as {
      referee: {
        request(route: unknown, input: unknown): Promise<{ ok: boolean; error?: { code: string } }>;
      };
    };
    const tried: [unknown, unknown][] = [
      ['no.such', {}],
      [null, {}],
      ['__proto__', {}],
      ['constructor', {}],
      ['library.get', null],
      ['library.get', { venue: '../../etc' }],
      ['paper.get', { venue: 'sim2science-2026-sample', paper: '12' }],
      [
        'review.answer',
        {
          venue: 'sim2science-2026-sample',
          paper: 12,
          field: 'overall',
          answer: { kind: 'rating', value: 1e9 },
        },
      ],
      ['bundle.inspect', { file: '/etc/passwd' }],
      ['app.setPreferences', { theme: 'pink' }],
      ['app.setPreferences', { theme: 'dark', more: 1 }],
    ];
    const codes: (string | undefined)[] = [];
    for (const [route, input] of tried) codes.push((await referee.request(route, input)).error?.code);
    return codes;
  });
  expect(answers).toEqual([
    'REQUEST_UNKNOWN',
    'REQUEST_UNKNOWN',
    'REQUEST_UNKNOWN',
    'REQUEST_UNKNOWN',
    'REQUEST_MALFORMED',
    'REQUEST_MALFORMED',
    'REQUEST_MALFORMED',
    expect.stringMatching(/^(ANSWER_INVALID|REQUEST_MALFORMED)$/) as unknown,
    expect.stringMatching(/^(FILE_NOT_FOUND|REQUEST_MALFORMED)$/) as unknown,
    'REQUEST_MALFORMED',
    'REQUEST_MALFORMED',
  ]);

  // The app never makes such frames or windows itself; if something else did, they would get no answer.
  const foreign = await app.evaluate(async ({ BrowserWindow, ipcMain }) => {
    type Handler = (event: unknown, route: unknown, input: unknown) => Promise<unknown>;
    const handler = (ipcMain as unknown as { _invokeHandlers: Map<string, Handler> })._invokeHandlers.get(
      'referee:request',
    );
    const own = BrowserWindow.getAllWindows()[0]?.webContents;
    if (handler === undefined || own === undefined) throw new Error('there is no request channel');
    const { mainFrame } = own;
    const senders = [
      { sender: own, senderFrame: null },
      { sender: own, senderFrame: { url: 'app://referee/index.html', parent: mainFrame } },
      { sender: own, senderFrame: { url: 'https://example.org/' } },
    ];
    const other = new BrowserWindow({ show: false, webPreferences: { sandbox: true } });
    await other.loadURL('data:text/html,<p>another page</p>');
    senders.push({ sender: other.webContents, senderFrame: other.webContents.mainFrame } as never);
    const refused = [];
    for (const event of senders) {
      const answer = (await handler(event, 'library.list', {})) as { ok: boolean; error?: { code: string } };
      refused.push(answer.ok ? 'answered' : answer.error?.code);
    }
    other.destroy();
    const asked = (await handler({ sender: own, senderFrame: mainFrame }, 'library.list', {})) as {
      ok: boolean;
    };
    return { refused, isOwnAnswered: asked.ok };
  });
  expect(foreign).toEqual({ refused: Array(4).fill('REQUEST_FORBIDDEN'), isOwnAnswered: true });
});

test('no link leads anywhere and no window opens, whatever is clicked', async () => {
  const { app, page } = running;
  const targets = [
    'https://example.org/',
    'http://example.org/',
    'file:///etc/passwd',
    'data:text/html,<h1>planted</h1>',
    'app://blob/x',
    'app://elsewhere/index.html',
    'mailto:someone@example.org',
  ];
  const opened = await app.evaluate(({ shell }) => {
    const calls: string[] = [];
    shell.openExternal = async (url: string) => void calls.push(url);
    Object.assign(globalThis, { openedOutside: calls });
    return calls;
  });
  expect(opened).toEqual([]);
  for (const target of targets) {
    await page.evaluate((href) => {
      const link = document.createElement('a');
      link.id = 'planted';
      link.href = href;
      link.textContent = 'planted';
      link.style.cssText = 'position: fixed; inset: 40% auto auto 40%; z-index: 9999; background: white';
      document.body.append(link);
    }, target);
    const link = page.locator('#planted');
    await link.click({ force: true, noWaitAfter: true });
    await link.click({ force: true, noWaitAfter: true, button: 'middle' });
    await link.click({ force: true, noWaitAfter: true, modifiers: ['Control'] });
    await link.click({ force: true, noWaitAfter: true, modifiers: ['Shift'] });
    await page.evaluate((href) => {
      document.querySelector('#planted')?.remove();
      location.href = href;
    }, target);
  }
  // Not through a locator: the runner would wait for the navigations that never happen.
  expect(
    await page.evaluate(() => [location.href, document.querySelectorAll('[data-field]').length > 10]),
  ).toEqual([HOME, true]);
  expect(app.windows()).toHaveLength(1);
  expect(
    await app.evaluate(({ webContents }) => ({
      contents: webContents.getAllWebContents().length,
      outside: (globalThis as unknown as { openedOutside: string[] }).openedOutside,
    })),
  ).toEqual({ contents: 1, outside: [] });
});
