import { expect, test } from '@playwright/test';
import { openSamplePaper, type Desk } from './support/desk';
import { askEveryPermission, attemptEverything } from './support/hostile-page';
import { launch, type RunningApp } from './support/launch';
import { watchRequests, type RequestLog } from './support/request-log';
import { makeTempFolder } from './support/temp';

const temp = makeTempFolder();
const HOME = 'app://referee/index.html';
let running: RunningApp;
let log: RequestLog;
let desk: Desk;

test.beforeAll(async () => {
  running = await launch({ folder: temp.of('ada') });
  const { app, page } = running;
  log = await watchRequests(app);
  await page.addInitScript(() => {
    const broken: string[] = [];
    Object.assign(window, { broken });
    document.addEventListener('securitypolicyviolation', (event) => {
      broken.push(
        `${event.effectiveDirective} refused ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`,
      );
    });
  });
  await page.reload();
  desk = await openSamplePaper(page, 12);
});

test.afterAll(async () => {
  await running.close();
  temp.remove();
});

test('a whole normal run breaks no policy and asks for nothing outside the app', async () => {
  const { page } = running;
  const { form, reader } = desk;
  await form.rate('overall', 4);
  await form.text('summary').fill('With **stress** and $\\alpha^2$.');
  await form.field('summary').getByRole('button', { name: 'Preview Summary' }).click();
  await form.root.locator('.katex').first().waitFor();
  await reader.goToPage(3);
  await reader.find('Figure');
  await page.keyboard.press('Control+k');
  await page.keyboard.press('Escape');
  expect(await page.evaluate(() => (window as unknown as { broken: string[] }).broken)).toEqual([]);
  expect(running.pageErrors).toEqual([]);

  const urls = await log.urls();
  expect(urls.length).toBeGreaterThan(5);
  expect(urls).toContain(HOME);
  expect(urls.filter((url) => !/^(app|blob|data):/.test(url))).toEqual([]);
});

test('the page has no Node and only the three functions of its bridge', async () => {
  const { page } = running;
  expect(
    await page.evaluate(() => {
      const names = [
        'process',
        'require',
        'module',
        'Buffer',
        'global',
        '__dirname',
        'electron',
        'ipcRenderer',
      ];
      const { referee } = window as unknown as { referee: Record<string, unknown> };
      return {
        nodes: names.filter((name) => name in window),
        bridge: Object.entries(referee)
          .map(([name, value]) => `${name}: ${typeof value}`)
          .sort(),
        extras: Object.values(referee).flatMap((value) => Object.keys(value as object)),
      };
    }),
  ).toEqual({
    nodes: [],
    bridge: ['offerFiles: function', 'request: function', 'subscribe: function'],
    extras: [],
  });
});

test('the window is isolated, sandboxed, and has no more than it needs', async () => {
  const all = await running.app.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents) => {
      const preferences = (
        contents as unknown as { getLastWebPreferences(): Record<string, unknown> }
      ).getLastWebPreferences();
      const names = [
        'contextIsolation',
        'sandbox',
        'nodeIntegration',
        'nodeIntegrationInSubFrames',
        'nodeIntegrationInWorker',
        'webSecurity',
        'allowRunningInsecureContent',
        'experimentalFeatures',
        'enableBlinkFeatures',
        'webviewTag',
        'spellcheck',
      ];
      return Object.fromEntries(names.map((name) => [name, preferences[name] || false]));
    }),
  );
  expect(all).toEqual([
    {
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      enableBlinkFeatures: false,
      webviewTag: false,
      spellcheck: false,
    },
  ]);
});

test('every answer of the app carries the strict policy', async () => {
  const headers = await running.page.evaluate(async () => {
    const response = await fetch('app://referee/index.html');
    return Object.fromEntries(response.headers);
  });
  expect(headers['content-security-policy']?.replace(/'nonce-[A-Za-z0-9+/=]{22,}'/, "'nonce-R'")).toBe(
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; style-src 'self' 'nonce-R'; " +
      "style-src-attr 'none'; img-src 'self' blob: data:; font-src 'self'; connect-src 'self' app://blob; " +
      "object-src 'none'; base-uri 'none'; form-action 'none'; frame-src 'none'; frame-ancestors 'none'",
  );
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'cross-origin-opener-policy': 'same-origin',
  });
});

test('nothing that a script in the page tries gets out or in', async () => {
  const { app, page } = running;
  const { results, violated } = await attemptEverything(page);
  expect(results).toEqual({
    'inline script': 'false',
    'inline handler': 'false',
    'javascript link': 'false',
    eval: 'EvalError',
    Function: 'EvalError',
    'remote fetch': 'TypeError',
    'remote XMLHttpRequest': 'blocked',
    WebSocket: 'blocked',
    EventSource: 'blocked',
    beacon: expect.stringMatching(/^(true|false)$/) as unknown,
    'remote image': 'blocked',
    'remote script': 'blocked',
    'data script': 'blocked',
    iframe: '0',
    object: 'blocked',
    'blob worker': 'SecurityError',
    'inline style': 'false',
    base: HOME,
    form: HOME,
    'window.open': 'null',
    webview: 'undefined',
  });
  expect(violated).toEqual([
    'base-uri',
    'connect-src',
    'form-action',
    'frame-src',
    'img-src',
    'object-src',
    'script-src',
    'script-src-attr',
    'script-src-elem',
    'style-src-elem',
    'worker-src',
  ]);
  expect((await log.urls()).filter((url) => !/^(app|blob|data):/.test(url))).toEqual([]);
  expect(app.windows()).toHaveLength(1);
});

test('every permission is denied', async () => {
  const results = await askEveryPermission(running.page);
  expect(Object.keys(results).length).toBeGreaterThan(12);
  const granted = Object.entries(results).filter(
    ([, result]) =>
      !/^(denied|NotAllowedError|SecurityError|NotFoundError|NotSupportedError|AbortError|InvalidStateError|0|undefined)$/.test(
        result,
      ),
  );
  expect(granted).toEqual([]);
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
