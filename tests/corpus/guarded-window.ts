import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Page } from 'playwright';
import { commandLine, processTree } from '../bench/harness/memory';
import { APP_FOLDER, drive } from '../bench/harness/run-app';

declare global {
  // eslint-disable-next-line no-var -- the only way to declare a global
  var corpusRequests: string[] | undefined;
}

/** The app's window with everything around it watched that a PDF must not reach. */
export interface GuardedWindow {
  readonly page: Page;
  /** What happened that must not, since the last time; forgets it. */
  takeViolations(): Promise<readonly string[]>;
  /** Whether the window's process is still there. */
  isAlive(): boolean;
  /** Starts counting the most memory that the renderer holds at once. */
  resetPeak(): void;
  /** The most memory that the renderer held since, MiB. */
  peakMib(): number;
  close(): Promise<void>;
}

/** Folders where a program that forgets itself writes; all of them empty and its own. */
const PLACES = ['home', 'tmp', 'cache', 'config', 'share', 'desktop'] as const;

/** Chromium's own socket and lock folders: made before any paper is open, removed at the end. */
const OWN_OF_CHROMIUM =
  /^(tmp\/(\.org\.chromium\.|\.com\.google\.|\.com\.electron\.|scoped_dir)|home\/\.pki)/;

/** Opens the app on a user-data folder. `around` is an empty folder for what is outside it. */
export async function openGuarded(userData: string, around: string): Promise<GuardedWindow> {
  for (const place of PLACES) mkdirSync(join(around, place), { recursive: true });
  const { app, page } = await drive(APP_FOLDER, userData, {
    HOME: join(around, 'home'),
    TMPDIR: join(around, 'tmp'),
    XDG_CACHE_HOME: join(around, 'cache'),
    XDG_CONFIG_HOME: join(around, 'config'),
    XDG_DATA_HOME: join(around, 'share'),
    XDG_DESKTOP_DIR: join(around, 'desktop'),
  });
  const violations: string[] = [];
  let isAlive = true;
  watchPage(app, page, violations, () => {
    isAlive = false;
  });
  await watchRequests(app);
  await page.getByRole('table').or(page.getByRole('grid')).first().waitFor();
  const known = new Set(listFiles(around));
  const renderer = rendererOf(app.process().pid ?? 0);
  return {
    page,
    isAlive: () => isAlive,
    takeViolations: async () => {
      if (isAlive) violations.push(...(await takeRequests(app)));
      for (const path of listFiles(around)) {
        if (known.has(path) || OWN_OF_CHROMIUM.test(path)) continue;
        known.add(path);
        violations.push(`wrote ${path} outside its data folder`);
      }
      return violations.splice(0);
    },
    // Linux: 5 resets the high-water mark of the resident set.
    resetPeak: () => ignoreGone(() => writeFileSync(`/proc/${renderer}/clear_refs`, '5')),
    peakMib: () => {
      const status = ignoreGone(() => readFileSync(`/proc/${renderer}/status`, 'utf8')) ?? '';
      return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) / 1024;
    },
    close: async () => {
      app.process().kill('SIGKILL');
      await app.close().catch(() => undefined);
    },
  };
}

function watchPage(app: ElectronApplication, page: Page, violations: string[], onDeath: () => void): void {
  const own = page.url();
  page.on('crash', () => {
    violations.push('the window crashed');
    onDeath();
  });
  app.process().once('exit', (code, signal) => {
    violations.push(`the app ended (${signal ?? code})`);
    onDeath();
  });
  app.on('window', () => violations.push('a window was opened'));
  page.on('dialog', (dialog) => {
    violations.push(`a dialog was opened: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('framenavigated', (frame) => {
    if (frame.url() !== own) violations.push(`the page went to ${frame.url()}`);
  });
  page.on('request', (request) => {
    if (!/^(app|blob|data):/.test(request.url())) violations.push(`the page asked for ${request.url()}`);
  });
  page.on('pageerror', (error) => violations.push(`an error nobody caught: ${error.message}`));
}

/** Hears in the main process of every request that was made or refused; the product's own listeners stay. */
async function watchRequests(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ session }) => {
    const seen: string[] = [];
    globalThis.corpusRequests = seen;
    const note = ({ url }: { url: string }): void => {
      if (!/^(app|blob|data|devtools):/.test(url)) seen.push(url);
    };
    session.defaultSession.webRequest.onCompleted(note);
    session.defaultSession.webRequest.onErrorOccurred(note);
    session.defaultSession.webRequest.onBeforeRedirect(note);
  });
}

async function takeRequests(app: ElectronApplication): Promise<readonly string[]> {
  const seen = await app.evaluate(() => globalThis.corpusRequests?.splice(0) ?? []);
  return seen.map((url) => `a request was made: ${url}`);
}

function rendererOf(pid: number): number {
  const found = processTree(pid).find((one) => commandLine(one).includes('--type=renderer'));
  if (found === undefined) throw new Error('the window has no process');
  return found;
}

function listFiles(folder: string, prefix = ''): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = `${prefix}${entry.name}`;
    return entry.isDirectory() ? listFiles(join(folder, entry.name), `${path}/`) : [path];
  });
}

/** A process may be gone when it is looked at. */
function ignoreGone<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch {
    return undefined;
  }
}
