import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';

/** How a command ended. */
export interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** Builds the app into `out/` unless it is built from these very sources. Takes seconds when it must. */
export function ensureBuilt(): void {
  execFileSync(process.execPath, [resolve('scripts/build.mjs')], { stdio: ['ignore', 'ignore', 'inherit'] });
}

/** Runs the built command line in a process of its own, on 10 May 2026. */
export function referee(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  cwd?: string,
): Ended {
  const { status, stdout, stderr } = spawnSync(process.execPath, [resolve('out/main/cli.js'), ...args], {
    encoding: 'utf8',
    cwd,
    env: { ...process.env, REFEREE_CLOCK: '2026-05-10T09:00:00Z', TZ: 'Asia/Seoul', ...env },
  });
  return { status, out: stdout, err: stderr };
}

/** The built module that jobs run in, in a thread of their own. */
export function builtWorker(): string {
  const folder = resolve('out/main/chunks');
  const workers = readdirSync(folder).filter((name) => /^worker-.*\.js$/.test(name));
  if (workers.length !== 1) throw new Error(`one built worker expected, found ${workers.length}`);
  return resolve(folder, String(workers[0]));
}
