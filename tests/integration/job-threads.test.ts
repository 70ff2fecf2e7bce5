import { execFileSync } from 'node:child_process';
import { closeSync, existsSync, openSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { JobState } from '@shared/contract/job';
import { createJobs } from '@main/jobs/jobs';
import { inOwnThread } from '@main/jobs/executor';
import { openStores } from '@main/store/stores';
import { builtWorker, ensureBuilt } from '../support/built';
import { databaseOf } from '../support/damage';
import { importAll, makeMachine, SIM2SCIENCE, type Machine } from '../support/machine';
import { makeScene } from '../support/scene';
import { listFiles } from '../support/store-state';

beforeAll(ensureBuilt, 120_000);

/** Jobs as the window's process runs them: each in a thread of the built worker. */
function makeJobs(machine: Machine) {
  const states: JobState[] = [];
  const dataFolder = join(machine.folder, 'data');
  const execute = inOwnThread({ workerPath: builtWorker(), dataFolder, deps: machine.deps });
  return { jobs: createJobs(execute, (state) => states.push(state)), states };
}

const LINUX_ONLY = { skip: process.platform !== 'linux' };

/** How much each thread of this process gives way, its first thread's number first (`proc_pid_stat(5)`, field 19). */
function niceOfThreads(): readonly number[] {
  const threads = readdirSync('/proc/self/task').toSorted((a, b) => Number(a) - Number(b));
  return threads.flatMap((thread) => {
    const path = `/proc/self/task/${thread}/stat`;
    const stat = existsSync(path) ? readFileSync(path, 'latin1') : '';
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return stat === '' ? [] : [Number(fields[16])];
  });
}

const same = (outcome: unknown): never => outcome as never;

describe('a job in a thread of its own', () => {
  it('imports a bundle into a store that this thread reads at once', async () => {
    const { assignment } = makeScene();
    const reader = makeMachine();
    const { jobs } = makeJobs(reader);
    const state = await jobs.whenEnded(
      jobs.start('import-bundles', { paths: [assignment], venue: null }, same),
    );
    expect(state).toMatchObject({
      status: 'done',
      error: null,
      result: { rows: [{ outcome: 'added', papers: [7, 12] }] },
    });
    expect(importAll(reader, assignment).rows).toMatchObject([{ outcome: 'already' }]);
  });

  it('exports with this machine’s key and clock, the same bytes as without a thread', async () => {
    const { ada, review } = makeScene();
    const { jobs } = makeJobs(ada);
    const path = join(ada.folder, 'again.referee');
    const input = {
      venue: SIM2SCIENCE,
      papers: [7 as never],
      includeUnready: false,
      isEncrypted: false,
      path,
    };
    expect(await jobs.whenEnded(jobs.start('export-reviews', input, same))).toMatchObject({ status: 'done' });
    expect(readFileSync(path).equals(readFileSync(review))).toBe(true);
  });

  // Else a key that is typed waits for a processor as long as the job's thread likes.
  it('gives way to the thread that started it', LINUX_ONLY, async () => {
    const reader = makeMachine();
    const { jobs } = makeJobs(reader);
    // A job that opens a pipe waits there until somebody writes: it runs as long as is looked.
    const pipe = join(reader.folder, 'pipe.referee');
    execFileSync('mkfifo', [pipe]);
    const before = niceOfThreads();
    const ended = jobs.whenEnded(jobs.start('inspect-bundle', { path: pipe, keyPath: null }, same));
    await expect.poll(() => niceOfThreads().filter((nice) => nice > (before[0] ?? 0))).toHaveLength(1);
    closeSync(openSync(pipe, 'w'));
    expect(await ended).toMatchObject({ status: 'failed', error: { code: 'BUNDLE_NOT_A_BUNDLE' } });
  });

  it('encrypts what it exports, and opens what is encrypted', async () => {
    const { ada, organizer } = makeScene();
    const path = join(ada.folder, 'ada.referee.age');
    const input = {
      venue: SIM2SCIENCE,
      papers: [7 as never],
      includeUnready: false,
      isEncrypted: true,
      path,
    };
    const sent = makeJobs(ada).jobs;
    expect(await sent.whenEnded(sent.start('export-reviews', input, same))).toMatchObject({ status: 'done' });
    expect(readFileSync(path, 'latin1')).toMatch(/^age-encryption\.org\/v1\n/);
    const received = makeJobs(organizer).jobs;
    const importing = received.start('import-bundles', { paths: [path], venue: null }, same);
    expect(await received.whenEnded(importing)).toMatchObject({
      status: 'done',
      result: { rows: [{ outcome: 'added', papers: [7] }] },
    });
  });

  it('tells a refusal with its code, sentence and rule', async () => {
    const { organizer } = makeScene();
    const path = join(organizer.folder, 'text.referee');
    writeFileSync(path, 'Dear reviewer,');
    const { jobs } = makeJobs(organizer);
    expect(await jobs.whenEnded(jobs.start('inspect-bundle', { path }, same))).toMatchObject({
      status: 'failed',
      result: null,
      error: {
        code: 'BUNDLE_NOT_A_BUNDLE',
        message: expect.stringContaining('text.referee is not a Referee bundle') as string,
      },
    });
  });

  it('that is cancelled before it began brings nothing in', async () => {
    const { assignment } = makeScene();
    const reader = makeMachine();
    const { jobs } = makeJobs(reader);
    const job = jobs.start('import-bundles', { paths: [assignment], venue: null }, same);
    jobs.cancel(job);
    const { status, result } = await jobs.whenEnded(job);
    // It may end as cancelled, or say that it was stopped; what counts is that nothing came in.
    expect(status === 'cancelled' || JSON.stringify(result).includes('"isStopped":true')).toBe(true);
    expect(reader.deps.stores.list()).toEqual([]);
    expect(listFiles(join(reader.folder, 'data'))).toEqual({});
  });

  it('that does not sign is not given the key', async () => {
    const { assignment } = makeScene();
    const reader = makeMachine();
    const deps = {
      ...reader.deps,
      identity: (): never => expect.unreachable('a job of this kind has no business signing'),
    };
    const { jobs } = makeJobs({ ...reader, deps });
    expect(await jobs.whenEnded(jobs.start('inspect-bundle', { path: assignment }, same))).toMatchObject({
      status: 'done',
    });
  });

  it('ends as failed when its thread cannot start', async () => {
    const reader = makeMachine();
    const execute = inOwnThread({
      workerPath: '/nowhere/worker.js',
      dataFolder: reader.folder,
      deps: reader.deps,
    });
    const jobs = createJobs(execute, () => undefined);
    const state = await jobs.whenEnded(jobs.start('inspect-bundle', { path: 'x' }, same));
    expect(state).toMatchObject({ status: 'failed', error: { code: 'INTERNAL' } });
  });

  it('runs beside others: two imports into one store, both whole', async () => {
    const { organizer, review, ada } = makeScene();
    const copy = join(ada.folder, 'copy.referee');
    writeFileSync(copy, readFileSync(review));
    const { jobs } = makeJobs(organizer);
    const started = [review, copy].map((path) =>
      jobs.start('import-bundles', { paths: [path], venue: null }, same),
    );
    const ended = await Promise.all(started.map((job) => jobs.whenEnded(job)));
    const outcomes = ended.map(
      ({ result }) => (result as unknown as { rows: { outcome: string }[] }).rows[0]?.outcome,
    );
    expect(outcomes.toSorted()).toEqual(['added', 'already']);
    const stores = openStores(join(organizer.folder, 'data'), () => '2026-05-10T09:00:00.000Z');
    expect(stores.open(SIM2SCIENCE).db.pragma('integrity_check', { simple: true })).toBe('ok');
    stores.close();
    expect(existsSync(review)).toBe(true);
  });
});

describe('a disk that fails under a job in its thread', () => {
  it('is heard of here: the connection of this thread is used no more, and the file is looked through', async () => {
    const { organizer, review } = makeScene();
    const { db } = organizer.deps.stores.open(SIM2SCIENCE);
    db.pragma('wal_checkpoint(TRUNCATE)');
    const path = databaseOf(organizer);
    const bytes = readFileSync(path);
    writeFileSync(path, bytes.fill(0xa5, 4096 * 2));
    const { jobs } = makeJobs(organizer);
    const state = await jobs.whenEnded(jobs.start('import-bundles', { paths: [review], venue: null }, same));
    expect(JSON.stringify(state)).toContain('STORE_DAMAGED');
    expect(db.open).toBe(false);
    expect(() => organizer.deps.stores.open(SIM2SCIENCE)).toThrow(
      expect.objectContaining({ code: 'STORE_DAMAGED' }),
    );
    expect(readFileSync(path).equals(bytes)).toBe(true);
  });
});
