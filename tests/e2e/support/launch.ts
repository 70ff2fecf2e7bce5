import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { killTree } from './processes';

/** The instant that every test's clock starts at. */
export const START = '2026-05-10T09:00:00Z';

/** The zone of every test's person: nine hours before UTC, 21 before AoE. */
export const ZONE = 'Asia/Seoul';

/** The checkout: what Electron is given as the app. */
export const APP_FOLDER = resolve('.');

/** How a person starts the app. */
export interface LaunchOptions {
  /** The person's own folder: settings, log and stores live in it, and it outlives the window. */
  readonly folder: string;
  /** Files on the command line. */
  readonly files?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Pixels of the window's content. */
  readonly size?: { readonly width: number; readonly height: number };
}

/** One person's open window. */
export interface RunningApp {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** The stores: `<venue>/venue.sqlite`. */
  readonly dataFolder: string;
  /** Every error the page reported: uncaught exceptions, and what Chromium refused. */
  readonly pageErrors: readonly string[];
  /** Ends the app as a person would: the window closes, everything is written. */
  close(): Promise<void>;
  /** Ends every process of the app at once, with no chance to write anything. */
  kill(): Promise<void>;
}

/** The command line of the app in a folder of a person's own; Chromium's sandbox cannot start as root. */
export function launchArguments(folder: string, files: readonly string[] = []): string[] {
  const isRoot = process.getuid?.() === 0;
  return [...(isRoot ? ['--no-sandbox'] : []), APP_FOLDER, `--user-data-dir=${folder}`, ...files];
}

/** The environment of the app: the tests' clock and zone, nothing that would steer Electron itself. */
export function launchEnvironment(more: Readonly<Record<string, string>> = {}): Record<string, string> {
  const inherited = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && !entry[0].startsWith('ELECTRON_'),
  );
  return { ...Object.fromEntries(inherited), TZ: ZONE, REFEREE_CLOCK: START, ...more };
}

/** The Electron that is installed here. */
export function electronProgram(): string {
  return createRequire(import.meta.url)('electron') as string;
}

/** Opens the real app on the real Electron. */
export async function launch({ folder, files = [], env = {}, size }: LaunchOptions): Promise<RunningApp> {
  mkdirSync(folder, { recursive: true });
  const app = await _electron.launch({
    args: launchArguments(folder, files),
    cwd: folder,
    env: launchEnvironment(env),
  });
  const page = await app.firstWindow();
  const pageErrors: string[] = [];
  page.on('pageerror', (error) => pageErrors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') pageErrors.push(message.text());
  });
  if (size !== undefined) await resize(app, page, size);
  return {
    app,
    page,
    dataFolder: join(folder, 'data'),
    pageErrors,
    close: () => app.close(),
    kill: async () => {
      const child = app.process();
      const gone = new Promise((done) => child.once('exit', done));
      if (child.pid !== undefined) killTree(child.pid);
      await gone;
    },
  };
}

/** Gives the window's content a size and waits until the page has it. */
export async function resize(
  app: ElectronApplication,
  page: Page,
  size: { readonly width: number; readonly height: number },
): Promise<void> {
  await app.evaluate(({ BrowserWindow }, { width, height }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(width, height);
  }, size);
  await page.waitForFunction(({ width, height }) => innerWidth === width && innerHeight === height, size);
}
