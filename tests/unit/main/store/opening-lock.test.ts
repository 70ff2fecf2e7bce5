import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import Database from 'better-sqlite3';
import { OPENING_LOCK_FILE, withOpeningLock } from '@main/store/opening-lock';
import { tempFolder } from '../../../support/temp';

/** Another thread that holds the lock of a folder for a while, and tells when it has it and lets it go. */
function holdElsewhere(
  folder: string,
  forMs: number,
): { readonly hasIt: Promise<unknown>; readonly ended: Promise<unknown> } {
  const script = `
    const { parentPort, workerData } = require('node:worker_threads');
    const Database = require(workerData.sqlite);
    const lock = new Database(workerData.path);
    lock.exec('BEGIN EXCLUSIVE');
    parentPort.postMessage('held');
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, workerData.forMs);
    lock.close();`;
  const worker = new Worker(script, {
    eval: true,
    workerData: {
      path: join(folder, OPENING_LOCK_FILE),
      sqlite: resolve('node_modules/better-sqlite3'),
      forMs,
    },
  });
  return {
    hasIt: new Promise((done) => worker.once('message', done)),
    ended: new Promise((done) => worker.once('exit', done)),
  };
}

describe('the lock of opening and closing', () => {
  it('waits for another thread that has it', async () => {
    const folder = tempFolder();
    const other = holdElsewhere(folder, 300);
    await other.hasIt;
    const startedAt = performance.now();
    const waitedMs = withOpeningLock(folder, () => performance.now() - startedAt);
    expect(waitedMs).toBeGreaterThan(100);
    await other.ended;
  });

  it('may be taken again by whoever has it, and is free afterwards, also after an error', () => {
    const folder = tempFolder();
    expect(withOpeningLock(folder, () => withOpeningLock(folder, () => 7))).toBe(7);
    expect(() =>
      withOpeningLock(folder, () => {
        throw new Error('no');
      }),
    ).toThrow('no');
    const other = new Database(join(folder, OPENING_LOCK_FILE), { timeout: 0 });
    other.exec('BEGIN EXCLUSIVE');
    other.close();
  });

  it('leaves an empty file and nothing else', () => {
    const folder = tempFolder();
    withOpeningLock(folder, () => undefined);
    expect(readdirSync(folder)).toEqual([OPENING_LOCK_FILE]);
  });
});
