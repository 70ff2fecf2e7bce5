import { spawn, type ChildProcess } from 'node:child_process';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright';

/** The app under test: the checkout. */
export const APP_FOLDER = resolve('.');

/** A yardstick's folder: an Electron app that does one thing and nothing else. */
export function yardstickFolder(name: 'hello' | 'pdf' | 'typing'): string {
  return resolve('tests/bench/yardsticks', name);
}

/** The instant at which the app's clock starts: between the sample venue's deadlines. */
const STARTS_AT = '2026-05-10T09:00:00Z';

/** The size of every window that is measured: what is painted is the same amount. */
export const WINDOW = { width: 1440, height: 860 } as const;

/** An Electron app that is driven. */
export interface Driven {
  readonly app: ElectronApplication;
  readonly page: Page;
}

/** The command line for an app in a folder; Chromium's sandbox cannot start as root. */
function argumentsFor(folder: string, userData: string): string[] {
  const isRoot = process.getuid?.() === 0;
  return [...(isRoot ? ['--no-sandbox'] : []), folder, `--user-data-dir=${userData}`];
}

function environment(more: Readonly<Record<string, string>> = {}): Record<string, string> {
  const inherited = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && !entry[0].startsWith('ELECTRON_'),
  );
  return { ...Object.fromEntries(inherited), REFEREE_CLOCK: STARTS_AT, ...more };
}

/** Opens an app's window to be driven, in the size that all have. `env` is added to the environment. */
export async function drive(
  folder: string,
  userData: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Driven> {
  const app = await _electron.launch({ args: argumentsFor(folder, userData), env: environment(env) });
  const page = await app.firstWindow();
  await app.evaluate(({ BrowserWindow }, size) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height);
  }, WINDOW);
  return { app, page };
}

/** When a window had something to show. */
export interface Shown {
  /** From starting the process until the text was painted, ms. */
  readonly shownMs: number;
  /** From starting the process to the page's first contentful paint, ms. */
  readonly firstPaintMs: number;
}

/** An app that was started as a person starts it: nobody is attached to it. */
export interface Started extends Shown {
  readonly pid: number;
  /** Ends it and waits until it is gone. */
  stop(): Promise<void>;
}

const START_LIMIT_MS = 30_000;

/**
 * Starts an app and waits until `text` is painted in its window. A module that is required into its main process before
 * anything else asks the page for the times; the page's clock and ours are the machine's.
 */
export async function start(folder: string, userData: string, text: string): Promise<Started> {
  const electron = createRequire(import.meta.url)('electron') as unknown as string;
  const probe = resolve('tests/bench/harness/start-probe.cjs');
  const startedAt = Date.now();
  const child = spawn(electron, ['-r', probe, ...argumentsFor(folder, userData)], {
    env: environment({ BENCH_WAIT_FOR: text }),
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const { shownAt, firstPaintAt } = await readTimes(child);
  return {
    pid: child.pid ?? 0,
    shownMs: shownAt - startedAt,
    firstPaintMs: firstPaintAt - startedAt,
    stop: async () => {
      const gone = new Promise((done) => child.once('exit', done));
      child.kill('SIGTERM');
      await gone;
    },
  };
}

/** Instants by the machine's clock, ms. */
interface Times {
  readonly shownAt: number;
  readonly firstPaintAt: number;
}

function readTimes(child: ChildProcess): Promise<Times> {
  return new Promise((done, fail) => {
    let said = '';
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      fail(new Error(`nothing was shown within ${START_LIMIT_MS} ms`));
    }, START_LIMIT_MS);
    child.stdout?.on('data', (chunk: Buffer) => {
      said += String(chunk);
      const line = /^bench (.+)$/m.exec(said)?.[1];
      if (line === undefined) return;
      clearTimeout(timer);
      done(JSON.parse(line) as Times);
    });
    child.once('exit', (code) => {
      clearTimeout(timer);
      fail(new Error(`it ended with ${code} before it showed anything`));
    });
  });
}
