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
