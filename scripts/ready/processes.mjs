import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { delimiter } from 'node:path';

const running = new Set();
const watchers = new Set();
let isEnding = false;

/** Calls `watcher` with the pids of all running children whenever they change. @returns stops watching */
export function watchChildren(watcher) {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

function tellWatchers() {
  const pids = [...running].map((child) => child.pid).filter((pid) => pid !== undefined);
  for (const watcher of watchers) watcher(pids);
}

/**
 * Runs a program to its end. Never rejects: a program that cannot be started has `code` 127.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, timeoutMs?: number }} [options]
 * @returns {Promise<{ code: number, stdout: string, output: string }>} `output` is stdout and stderr as they came
 */
export function run(command, args, options = {}) {
  return new Promise((done) => {
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: options.env ?? process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
      // Node starts a .cmd file (npm on Windows) only through the shell.
      shell: process.platform === 'win32' && command.endsWith('.cmd'),
    });
    let stdout = '';
    let output = '';
    child.stdout.on('data', (chunk) => {
      stdout += chunk;
      output += chunk;
    });
    child.stderr.on('data', (chunk) => (output += chunk));
    const timer = options.timeoutMs ? setTimeout(() => child.kill('SIGKILL'), options.timeoutMs) : undefined;
    const finish = (code, more = '') => {
      clearTimeout(timer);
      running.delete(child);
      tellWatchers();
      // Whoever interrupted us ended it too: not a failure to report.
      if (!isEnding) done({ code, stdout, output: output + more });
    };
    running.add(child);
    tellWatchers();
    child.on('error', (error) => finish(127, error.message));
    child.on('close', (code, signal) => finish(code ?? 128, signal ? `ended by ${signal}` : ''));
  });
}

/** Ends every running child and waits for them, at most `waitMs`. */
export async function endChildren(waitMs = 5000) {
  const children = [...running];
  isEnding = true;
  const ended = children.map((child) => new Promise((done) => child.once('close', done)));
  for (const child of children) child.kill('SIGTERM');
  let timer;
  await Promise.race([Promise.all(ended), new Promise((done) => (timer = setTimeout(done, waitMs)))]);
  clearTimeout(timer);
  for (const child of running) child.kill('SIGKILL');
}

/**
 * A process as something that can be asked later whether it still lives: its pid and, where the system tells it,
 * when it started (a pid is used again).
 */
export function identify(pid) {
  return { pid, startedAt: startTime(pid) };
}

/** Whether that very process still runs. */
export function isAlive({ pid, startedAt }) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
  const now = startTime(pid);
  return startedAt === undefined || now === undefined || now === startedAt;
}

/** Field 22 of `/proc/PID/stat` (clock ticks since boot); undefined off Linux, and for a zombie. */
function startTime(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return undefined;
  }
}

/** The last line of a program's output that says something, for a one-sentence failure. */
export function lastLine(output) {
  const lines = output
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line && !/^npm (error|ERR!) A complete log|_logs/.test(line));
  const errors = lines.filter((line) => /error|fail|cannot|could not|not found/i.test(line));
  return (errors.at(-1) ?? lines.at(-1) ?? 'it said nothing').slice(0, 300);
}

/** PATH without this checkout's own programs: what the machine has. */
export function machinePath() {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => !/node_modules[\\/]\.bin[\\/]?$|node-gyp-bin[\\/]?$/.test(folder))
    .join(delimiter);
}
