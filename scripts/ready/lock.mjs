import { mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { identify, isAlive, watchChildren } from './processes.mjs';
import { say } from './say.mjs';

/** How often a holder shows that it lives, and after how long another machine may doubt it. */
const heartbeatMs = 10_000;
const doubtAfterMs = 60_000;
const retryMs = 250;

/**
 * Runs `action` while holding the lock file at `path`: one holder at a time, in this and every other process.
 * A lock left behind is recovered: its holder *and the programs that holder had started* must be gone, so that
 * two installations never write to the same folder.
 *
 * @template T
 * @param {string} path
 * @param {() => Promise<T>} action
 * @returns {Promise<T>}
 */
export async function withLock(path, action) {
  await acquire(path);
  let children = [];
  const write = () => {
    const part = `${path}.${process.pid}`;
    writeFileSync(part, describe(children));
    renameSync(part, path);
  };
  const unwatch = watchChildren((pids) => {
    children = pids;
    write();
  });
  const heartbeat = setInterval(() => utimesSync(path, new Date(), new Date()), heartbeatMs);
  const release = () => rmSync(path, { force: true });
  process.once('exit', release);
  try {
    return await action();
  } finally {
    clearInterval(heartbeat);
    unwatch();
    process.off('exit', release);
    release();
  }
}

function describe(children) {
  return JSON.stringify({ host: hostname(), processes: [process.pid, ...children].map(identify) });
}

async function acquire(path) {
  mkdirSync(dirname(path), { recursive: true });
  let hasSaid = false;
  for (;;) {
    try {
      writeFileSync(path, describe([]), { flag: 'wx' });
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const held = read(path);
    if (held === undefined) continue;
    if (!isHeld(held)) {
      breakLock(path, held.text);
      continue;
    }
    if (!hasSaid) say('another run is at work on the same files; waiting for it');
    hasSaid = true;
    await new Promise((done) => setTimeout(done, retryMs));
  }
}

function read(path) {
  try {
    return { text: readFileSync(path, 'utf8'), ageMs: Date.now() - statSync(path).mtimeMs };
  } catch {
    return undefined;
  }
}

function isHeld({ text, ageMs }) {
  let holder;
  try {
    holder = JSON.parse(text);
  } catch {
    // Between its creation and its first bytes a lock is empty for a moment.
    return ageMs < 2000;
  }
  if (holder.host !== hostname()) return ageMs < doubtAfterMs;
  return holder.processes.some(isAlive);
}

function breakLock(path, staleText) {
  const aside = `${path}.stale.${process.pid}`;
  try {
    renameSync(path, aside);
    // Another process may have broken it first and taken it: then this is its lock, and goes back.
    if (readFileSync(aside, 'utf8') !== staleText) renameSync(aside, path);
    else rmSync(aside, { force: true });
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
}
