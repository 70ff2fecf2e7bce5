import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, rmSync, utimesSync, watch, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { RestoreReport } from '@shared/contract/backup';
import type { VenueSummary } from '@shared/contract/library';
import type { JobId } from '@shared/model/ids';
import { makeBackup } from '@main/services/backups';
import { quiet } from '@main/services/deps';
import { listVenues, openPaper } from '@main/services/library';
import { restoreBackup } from '@main/services/restore-backup';
import { listBackupFiles } from '@main/store/backups';
import { sweepUnfinished } from '@main/store/stores';
import { makeApplication } from '../support/application';
import { ensureBuilt } from '../support/built';
import { databaseOf, flipBit, venueFolder } from '../support/damage';
import { answer, completeReview, SIM2SCIENCE, type Machine } from '../support/machine';
import { makeScene } from '../support/scene';
import { dumpStore } from '../support/store-state';

let ada: Machine;
const venue = SIM2SCIENCE;

beforeEach(() => {
  ({ ada } = makeScene());
});

const textOf = (machine: Machine, paper: number, field: string): unknown =>
  openPaper(machine.deps, { venue, paper: paper as never }).draft.answers[field as never];
const restore = (backup: RestoreReport['backup']['id'] | null = null): RestoreReport => {
  const giveBack = ada.deps.stores.lend(venue);
  try {
    return restoreBackup(ada.deps, { venue, backup }, quiet);
  } finally {
    giveBack();
  }
};
const write = (text: string): void => answer(ada, 12, 'summary', { kind: 'text', text });
const backUp = (): void => {
  makeBackup(ada.deps, { venue }, quiet);
};

/** Rots pages in the middle of the closed database, behind the first three. */
function rot(): Buffer {
  ada.deps.stores.close();
  const bytes = readFileSync(databaseOf(ada));
  writeFileSync(databaseOf(ada), bytes.fill(0xa5, 4096 * 3, 4096 * 5));
  return bytes;
}

describe('restoring a backup', () => {
  it('brings back all of it, and keeps the damaged file byte for byte', () => {
    write('Backed up.');
    backUp();
    const content = dumpStore(ada, venue);
    const rotten = rot();
    expect(listVenues(ada.deps)[0]?.problem).toMatchObject({ code: 'STORE_DAMAGED' });
    const report = restore();
    expect(report).toMatchObject({ venue, recovered: 0, setAside: 0 });
    expect(dumpStore(ada, venue)).toEqual(content);
    const kept = readFileSync(join(venueFolder(ada), report.keptIn, 'venue.sqlite'));
    expect(kept.equals(rotten)).toBe(true);
    write('And it takes more.');
  });

  it('brings back what was written after the backup and can still be read', () => {
    write('Backed up.');
    backUp();
    ada.setNow('2026-05-10T10:00:00Z');
    write('Written an hour later.');
    completeReview(ada, 7, 2, 'changed later');
    const content = dumpStore(ada, venue);
    ada.deps.stores.close();
    // A bit of a word that somebody wrote in another row: SQLite would not see it.
    flipBit(databaseOf(ada), readFileSync(databaseOf(ada)).indexOf('Olga Marin') * 8 + 1);
    const report = restore();
    expect(report).toMatchObject({ recovered: 2, setAside: 0, isReadToEnd: true });
    // What was recovered came in at once, so the steps of its history are others; what stood before stays in it.
    const { answer_versions: history, ...restored } = dumpStore(ada, venue);
    expect(restored).toEqual({ ...content, answer_versions: undefined });
    expect(history?.join()).toContain('Backed up.');
  });

  it('prefers the backup’s words to those of a damaged draft of the same age', () => {
    write('Backed up, word for word.');
    backUp();
    ada.deps.stores.close();
    const at = readFileSync(databaseOf(ada)).indexOf('Backed up, word for word.');
    flipBit(databaseOf(ada), at * 8);
    restore();
    expect(textOf(ada, 12, 'summary')).toEqual({ kind: 'text', text: 'Backed up, word for word.' });
  });

  it('keeps an answer of the backup where the newer one cannot be read', () => {
    write('Backed up.');
    backUp();
    ada.setNow('2026-05-10T10:00:00Z');
    write('Later, and about to be damaged.');
    ada.deps.stores.close();
    const at = readFileSync(databaseOf(ada)).indexOf('"text":"Later, and about');
    writeFileSync(databaseOf(ada), readFileSync(databaseOf(ada)).fill('{', at, at + 6));
    const report = restore();
    expect(report.isReadToEnd).toBe(false);
    expect(textOf(ada, 12, 'summary')).toEqual({ kind: 'text', text: 'Backed up.' });
  });

  it('goes on to an older backup when the newest is damaged too, and says so when it was asked for', () => {
    write('The first.');
    backUp();
    ada.setNow('2026-05-11T09:00:00Z');
    write('The second.');
    backUp();
    const [newest, older] = listBackupFiles(venueFolder(ada));
    flipBit(String(newest?.path), 99_999);
    rot();
    const rotten = readFileSync(databaseOf(ada));
    expect(() => restore(newest?.id)).toThrow(expect.objectContaining({ code: 'BACKUP_DAMAGED' }));
    expect(readFileSync(databaseOf(ada)).equals(rotten)).toBe(true);
    expect(restore().backup.id).toBe(older?.id);
  });

  it('finds and restores a venue whose database is gone', () => {
    write('Backed up.');
    backUp();
    ada.deps.stores.close();
    rmSync(databaseOf(ada));
    expect(listVenues(ada.deps)[0]?.problem).toMatchObject({
      code: 'STORE_DAMAGED',
      detail: 'venue.sqlite is missing',
    });
    restore();
    expect(textOf(ada, 12, 'summary')).toEqual({ kind: 'text', text: 'Backed up.' });
  });

  it('is refused where there is no such backup, and changes nothing', () => {
    const content = dumpStore(ada, venue);
    const unknown = '20200101T000000000Z-v30-0123456789abcdef' as RestoreReport['backup']['id'];
    expect(() => restore(unknown)).toThrow(expect.objectContaining({ code: 'BACKUP_NOT_FOUND' }));
    expect(dumpStore(ada, venue)).toEqual(content);
  });
});

describe('a venue that is being restored', () => {
  it('is opened by nobody meanwhile, and by everybody after', () => {
    const giveBack = ada.deps.stores.lend(venue);
    expect(() => ada.deps.stores.open(venue)).toThrow(expect.objectContaining({ code: 'STORE_BUSY' }));
    giveBack();
    expect(listVenues(ada.deps)[0]?.problem).toBeNull();
  });

  it('is not exchanged under another process that has it open', async () => {
    backUp();
    const program = `
      const db = new (require('better-sqlite3'))(${JSON.stringify(databaseOf(ada))});
      db.prepare('SELECT 1 FROM facts').get();
      process.stdout.write('open');
      process.stdin.on('end', () => db.close()).resume();`;
    const other = spawn(process.execPath, ['-e', program], { stdio: ['pipe', 'pipe', 'inherit'] });
    const ended = once(other, 'exit');
    await once(other.stdout, 'data');
    expect(() => restore()).toThrow(expect.objectContaining({ code: 'STORE_BUSY' }));
    expect(existsSync(join(venueFolder(ada), 'damaged'))).toBe(false);
    other.stdin.end();
    await ended;
    expect(restore().venue).toBe(venue);
  });
});

describe('the application', () => {
  const run = async <T>(
    test: ReturnType<typeof makeApplication>,
    route: string,
    input: unknown,
  ): Promise<T> => {
    const started = (await test.application.router(route, input)) as { ok: boolean; value: JobId };
    expect(started).toMatchObject({ ok: true });
    const state = await test.application.jobs.whenEnded(started.value);
    expect(state.error).toBeNull();
    return state.result as T;
  };

  it('backs up what came in when it closes, and restores it when it was damaged', async () => {
    ada.deps.stores.close();
    const first = makeApplication(join(ada.folder, 'data'));
    await first.application.router('library.list', {});
    first.application.close();
    expect(listBackupFiles(venueFolder(ada))).toHaveLength(1);
    flipBit(databaseOf(ada), 80_000);

    const second = makeApplication(join(ada.folder, 'data'));
    const list = async (): Promise<readonly VenueSummary[]> =>
      ((await second.application.router('library.list', {})) as { value: readonly VenueSummary[] }).value;
    expect((await list())[0]?.problem).toMatchObject({ code: 'STORE_DAMAGED' });
    expect(await run(second, 'backup.check', { venue })).toMatchObject({
      problem: expect.stringContaining('other bytes') as string,
    });
    await run(second, 'backup.restore', { venue, backup: null });
    expect(second.events).toContainEqual({ topic: 'library.changed', payload: {} });
    expect((await list())[0]?.problem).toBeNull();
    expect(await run(second, 'backup.check', { venue })).toMatchObject({ problem: null });
  });

  it('beside a window backs up what a job brought in, without being asked, and what was written half an hour later', async () => {
    let nowMs = Date.parse('2026-05-10T09:00:00Z');
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    onTestFinished(() => void vi.useRealTimers());
    const clock = { nowMs: () => nowMs, timeZone: 'UTC' };
    const test = makeApplication(undefined, { clock });
    const { application, folder } = test;
    application.backups.watch();
    await run(test, 'sample.open', {});
    const sample = application.services.stores.list()[0] as typeof venue;
    const count = (): number => listBackupFiles(join(folder, 'venues', sample)).length;
    await expect.poll(count).toBe(1);
    const answerSample = (text: string): Promise<unknown> =>
      application.router('review.answer', {
        venue: sample,
        paper: 12,
        field: 'summary',
        answer: { kind: 'text', text },
      });
    await answerSample('Written soon after.');
    nowMs += 29 * 60_000;
    vi.advanceTimersByTime(29 * 60_000);
    await new Promise((done) => setImmediate(done));
    expect(count()).toBe(1);
    nowMs += 6 * 60_000;
    vi.advanceTimersByTime(6 * 60_000);
    await expect.poll(count).toBe(2);
    expect(test.failures).toEqual([]);
  });

  it('makes no second backup of a venue that did not change, nor one minutes after another', async () => {
    ada.deps.stores.close();
    const open = async (): Promise<void> => {
      const { application } = makeApplication(join(ada.folder, 'data'));
      await application.router('library.list', {});
      application.close();
    };
    await open();
    const [only] = listBackupFiles(venueFolder(ada));
    await open();
    expect(listBackupFiles(venueFolder(ada))).toEqual([only]);
    utimesSync(String(only?.path), 0, 0);
    await open();
    expect(listBackupFiles(venueFolder(ada))).toEqual([only]);
  });
});

describe('a backup whose process is killed', () => {
  beforeAll(ensureBuilt, 120_000);

  it('is absent, and its beginning is swept at the next start', async () => {
    backUp();
    const { db } = ada.deps.stores.open(venue);
    const filler = db.prepare('INSERT INTO facts VALUES (?, ?)');
    for (let index = 0; index < 30; index += 1) filler.run(`filler ${index}`, 'x'.repeat(1 << 20));
    ada.deps.stores.close();
    const folder = join(venueFolder(ada), 'backups');
    const [whole] = readdirSync(folder);
    const changed = watchOnce(folder);
    const dataFolder = join(ada.folder, 'data');
    const cli = spawn(process.execPath, [
      resolve('out/main/cli.js'),
      'store',
      'backup',
      '--store',
      dataFolder,
    ]);
    const ended = once(cli, 'exit');
    await changed;
    cli.kill('SIGKILL');
    await ended;
    const left = readdirSync(folder).filter((name) => name !== whole);
    expect(left.length).toBeGreaterThan(0);
    expect(left.every((name) => name.startsWith('.referee-unfinished-'))).toBe(true);
    expect(listBackupFiles(venueFolder(ada)).map(({ id }) => `${id}.sqlite`)).toEqual([whole]);
    sweepUnfinished(dataFolder);
    expect(readdirSync(folder)).toEqual([whole]);
    expect(listVenues(ada.deps)[0]?.problem).toBeNull();
    backUp();
    expect(listBackupFiles(venueFolder(ada))).toHaveLength(2);
  });
});

/** Resolves when something comes into a folder. */
async function watchOnce(folder: string): Promise<void> {
  const watcher = watch(folder);
  await once(watcher, 'change');
  watcher.close();
}
