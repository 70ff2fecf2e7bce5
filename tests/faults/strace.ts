import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';

/** Calls of the system that change what is on disk. */
export const CHANGING_CALLS = [
  'openat',
  'write',
  'pwrite64',
  'ftruncate',
  'fsync',
  'fdatasync',
  'rename',
  'renameat',
  'renameat2',
  'link',
  'linkat',
  'unlink',
  'unlinkat',
  'mkdir',
  'mkdirat',
  'rmdir',
] as const;
export type CallName = (typeof CHANGING_CALLS)[number];

/** One call that changes something below a folder. */
export interface Call {
  readonly name: CallName;
  /** Which of the command's calls of this name it is, from 1, counting those elsewhere too. */
  readonly ordinal: number;
  /** What it changes, from the folder, with `*` where a name is made up at random. */
  readonly path: string;
}

/** What is to happen instead of a call. `signal=KILL`, or `error=ENOSPC` for this call, or for it and all later ones. */
export interface Fault {
  readonly call: Call;
  readonly effect: `signal=${string}` | `error=${string}`;
  readonly isLasting: boolean;
}

/** How a traced command ended. */
export interface Traced {
  /** The exit code, or the signal that ended it. */
  readonly status: number | NodeJS.Signals;
  readonly out: string;
  readonly err: string;
  readonly calls: readonly Call[];
  /** The call that the fault hit, or null when it hit none. */
  readonly hit: Call | null;
}

/** The command line as it is built. */
const BUILT = 'out/main/cli.js';

/** A command of the built application, as it is run in the tests of faults. */
export interface Command {
  /** The program, from the checkout; the built command line unless it is another. */
  readonly program?: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Modules of `preloads/` that are loaded before the application, by name. */
  readonly preloads?: readonly string[];
}

/** Why faults cannot be injected here, or null when they can: strace must be there and may trace a child. */
export function whyNoFaults(): string | null {
  if (process.platform !== 'linux') return 'strace is a program of Linux';
  const { status, error } = spawnSync('strace', ['-o', '/dev/null', '-e', 'trace=none', 'true']);
  return error === undefined && status === 0 ? null : 'strace is missing, or may not trace here';
}

/**
 * Runs a command of the built application under strace. Only its main thread is traced: the command line does all its
 * work there, so that the n-th call is the same one in every run.
 *
 * @param folder calls that change anything below it are told
 * @param tracePath where strace writes, outside the folder
 */
export async function runTraced(
  { program = BUILT, args, env = {}, preloads = [] }: Command,
  folder: string,
  tracePath: string,
  fault: Fault | null = null,
): Promise<Traced> {
  const when = fault === null ? '' : `${fault.call.ordinal}${fault.isLasting ? '+' : ''}`;
  const inject = fault === null ? [] : ['-e', `inject=${fault.call.name}:${fault.effect}:when=${when}`];
  const strace = ['-o', tracePath, '-y', '-s', '0', '-e', `trace=${CHANGING_CALLS.join(',')}`, ...inject];
  const loaded = preloads.flatMap((name) => ['--import', resolve('tests/faults/preloads', `${name}.mjs`)]);
  const child = spawn('strace', [...strace, process.execPath, ...loaded, resolve(program), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, TZ: 'Asia/Seoul', ...env },
  });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  const status = await new Promise<number | NodeJS.Signals>((ended, failed) => {
    child.on('error', failed);
    child.on('close', (code, signal) => {
      ended(code ?? signal ?? 'SIGKILL');
    });
  });
  const lines = readFileSync(tracePath, 'utf8').split('\n');
  return { status, out, err, ...parseTrace(lines, folder, fault) };
}

function parseTrace(
  lines: readonly string[],
  folder: string,
  fault: Fault | null,
): Pick<Traced, 'calls' | 'hit'> {
  const counts = new Map<string, number>();
  const calls: Call[] = [];
  let hit: Call | null = null;
  for (const line of lines) {
    const name = /^(\w+)\(/.exec(line)?.[1] as CallName | undefined;
    if (name === undefined) continue;
    const ordinal = (counts.get(name) ?? 0) + 1;
    counts.set(name, ordinal);
    const path = pathOf(name, line);
    const call = { name, ordinal, path: path === null ? '' : shorten(path, folder) };
    if (fault?.call.name === name && fault.call.ordinal === ordinal) hit = call;
    if (path === null || !path.startsWith(`${folder}${sep}`)) continue;
    // What is only looked for or read changes nothing.
    const isInjected = line.endsWith('(INJECTED)');
    if (isInjected || (name === 'openat' ? line.includes('O_CREAT') : !line.includes(' = -1 E')))
      calls.push(call);
  }
  return { calls, hit };
}

/** The file that a call is about: of two names the second, else the one behind the descriptor. */
function pathOf(name: CallName, line: string): string | null {
  const quoted = [...line.matchAll(/"([^"]*)"/g)].map((match) => match[1] ?? '');
  const path = /^(?:f|write|pwrite)/.test(name) ? /^\w+\(\d+<([^>]*)>/.exec(line)?.[1] : quoted.at(-1);
  return path === undefined ? null : path.startsWith('/') ? path : join('/', path);
}

function shorten(path: string, folder: string): string {
  const inside = path.startsWith(`${folder}${sep}`) ? path.slice(folder.length + 1) : path;
  return inside.replaceAll(/(\.referee-unfinished-)\d+-[0-9a-f-]{36}/g, '$1*');
}
