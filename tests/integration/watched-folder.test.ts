import { spawn } from 'node:child_process';
import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { FolderLook, TakenFile } from '@shared/contract/watch';
import { prepareCipher } from '@main/bundle/age/cipher';
import { quiet } from '@main/services/deps';
import { readVenue } from '@main/services/library';
import { lookAtFolder, takeFile } from '@main/services/watch-folder';
import { exportToFolder } from '@main/services/watch-folder-export';
import { ensureBuilt, referee } from '../support/built';
import { keepInFile } from '../support/keys';
import { answer, completeReview, makeMachine, SIM2SCIENCE, type Machine } from '../support/machine';
import { makeScene } from '../support/scene';
import { dumpStore, listFiles } from '../support/store-state';
import { tempFolder } from '../support/temp';

beforeAll(ensureBuilt, 120_000);
beforeAll(prepareCipher);

const dataOf = (machine: Machine): string => join(machine.folder, 'data');

const look = (machine: Machine, folder: string): FolderLook =>
  lookAtFolder(machine.deps, { dataFolder: dataOf(machine), folder, venue: null });

const take = (machine: Machine, folder: string, name: string): TakenFile =>
  takeFile(machine.deps, { dataFolder: dataOf(machine), folder, venue: null, name }, quiet);

/** Looks twice, as a watcher does, and imports what is ready. */
function lookTwiceAndTake(machine: Machine, folder: string): readonly TakenFile[] {
  look(machine, folder);
  return look(machine, folder).ready.map((name) => take(machine, folder, name));
}

const exportInto = (machine: Machine, folder: string): ReturnType<typeof exportToFolder> =>
  exportToFolder(machine.deps, { dataFolder: dataOf(machine), folder, venue: SIM2SCIENCE }, quiet);

describe('a bundle in a shared folder', () => {
  it('is imported when it has kept its size and time between two looks, and never again', () => {
    const { organizer, review } = makeScene();
    const folder = tempFolder();
    copyFileSync(review, join(folder, 'ada.referee'));
    expect(look(organizer, folder)).toMatchObject({ ready: [], waiting: [{ reason: 'growing' }] });
    expect(look(organizer, folder)).toEqual({ ready: ['ada.referee'], waiting: [] });
    expect(take(organizer, folder, 'ada.referee')).toMatchObject({ outcome: 'added' });
    expect(look(organizer, folder)).toEqual({ ready: [], waiting: [] });
  });

  it('is remembered by a program that starts anew: nothing is read again', () => {
    const { organizer, review } = makeScene();
    const folder = tempFolder();
    copyFileSync(review, join(folder, 'ada.referee'));
    lookTwiceAndTake(organizer, folder);
    // Unreadable from now on: reading it would fail, asking for its size does not.
    const stamp = statSync(join(folder, 'ada.referee'));
    writeFileSync(join(folder, 'ada.referee'), Buffer.alloc(stamp.size));
    utimesSync(join(folder, 'ada.referee'), stamp.atime, stamp.mtime);
    const again = makeMachine(organizer.folder, organizer.identity);
    expect(look(again, folder).ready).toEqual([]);
  });

  it('is looked at again when it is replaced by a newer one', () => {
    const { organizer, ada, review } = makeScene();
    const folder = tempFolder();
    copyFileSync(review, join(folder, 'ada.referee'));
    lookTwiceAndTake(organizer, folder);
    answer(ada, 7, 'overall', { kind: 'rating', value: 2 });
    exportInto(ada, folder);
    const name = readdirSync(folder).find((one) => one !== 'ada.referee') ?? '';
    renameSync(join(folder, name), join(folder, 'ada.referee'));
    expect(lookTwiceAndTake(organizer, folder)).toMatchObject([{ outcome: 'updated' }]);
  });

  it('waits while it grows, and is never tried before it stands still', () => {
    const { organizer, review } = makeScene();
    const folder = tempFolder();
    const whole = readFileSync(review);
    const path = join(folder, 'ada.referee');
    writeFileSync(path, '');
    expect(look(organizer, folder)).toMatchObject({ ready: [], waiting: [{ reason: 'empty' }] });
    const step = Math.ceil(whole.length / 4);
    for (let done = 0; done < whole.length; done += step) {
      appendFileSync(path, whole.subarray(done, done + step));
      expect(look(organizer, folder)).toMatchObject({ ready: [], waiting: [{ reason: 'growing' }] });
    }
    expect(look(organizer, folder).ready).toEqual(['ada.referee']);
  });

  it('whose end is missing changes nothing, and is tried again when a minute is over or it has changed', () => {
    const { organizer, review } = makeScene();
    const folder = tempFolder();
    const path = join(folder, 'ada.referee');
    copyFileSync(review, path);
    truncateSync(path, 1500);
    const before = dumpStore(organizer, SIM2SCIENCE);
    expect(lookTwiceAndTake(organizer, folder)).toMatchObject([
      { outcome: 'waiting', row: { error: { code: 'BUNDLE_TRUNCATED' } } },
    ]);
    expect(dumpStore(organizer, SIM2SCIENCE)).toEqual(before);
    expect(look(organizer, folder)).toMatchObject({ ready: [], waiting: [{ reason: 'incomplete' }] });
    organizer.setNow('2026-05-10T09:01:30Z');
    expect(look(organizer, folder).ready).toEqual(['ada.referee']);
    copyFileSync(review, path);
    expect(lookTwiceAndTake(organizer, folder)).toMatchObject([{ outcome: 'added' }]);
  });

  it('that came before its venue is imported once the venue is there', () => {
    const { assignment } = makeScene();
    const machine = makeMachine();
    const folder = tempFolder();
    const scene = makeScene();
    copyFileSync(scene.review, join(folder, 'a-review.referee'));
    expect(lookTwiceAndTake(machine, folder)).toMatchObject([
      { outcome: 'waiting', row: { error: { code: 'BUNDLE_WRONG_VENUE' } } },
    ]);
    expect(look(machine, folder).ready).toEqual([]);
    copyFileSync(assignment, join(folder, 'mine.referee'));
    expect(lookTwiceAndTake(machine, folder)).toMatchObject([{ name: 'mine.referee', outcome: 'added' }]);
    expect(look(machine, folder).ready).toEqual(['a-review.referee']);
  });

  it('that is refused for good is not tried again', () => {
    const { organizer, review } = makeScene();
    const folder = tempFolder();
    const bytes = readFileSync(review);
    bytes[700] = (bytes[700] ?? 0) ^ 1;
    writeFileSync(join(folder, 'ada.referee'), bytes);
    expect(lookTwiceAndTake(organizer, folder)).toMatchObject([{ outcome: 'refused' }]);
    organizer.setNow('2026-05-11T09:00:00Z');
    expect(look(organizer, folder)).toEqual({ ready: [], waiting: [] });
  });

  it('is found in a folder directly inside, not deeper and not in the sync tool’s own', () => {
    const { organizer, review } = makeScene();
    const folder = tempFolder();
    for (const inside of ['from ada', 'from ada/old', '.stversions', '.stfolder']) {
      mkdirSync(join(folder, inside));
      copyFileSync(review, join(folder, inside, 'ada.referee'));
    }
    look(organizer, folder);
    expect(look(organizer, folder)).toEqual({ ready: ['from ada/ada.referee'], waiting: [] });
    expect(take(organizer, folder, 'from ada/ada.referee')).toMatchObject({ outcome: 'added' });
  });
});

describe('what a sync tool leaves in a folder', () => {
  it('is never imported, even when it is a whole bundle, and is named with what to do', () => {
    const { organizer, review } = makeScene();
    const folder = tempFolder();
    const unfinished = [
      '.syncthing.ada.referee.tmp',
      '~syncthing~ada.referee.tmp',
      '.ada.referee.~1f2e',
      'ada.referee.part',
    ];
    const conflicts = [
      'ada.sync-conflict-20260510-101112-ABCDEFG.referee',
      'ada (conflicted copy 2026-05-10 101112).referee',
    ];
    for (const name of [...unfinished, ...conflicts, '.nextcloudsync.log', '._sync_01.db'])
      copyFileSync(review, join(folder, name));
    for (const attempt of ['first', 'second', 'third']) {
      const { ready, waiting } = look(organizer, folder);
      expect({ attempt, ready }).toEqual({ attempt, ready: [] });
      const named = (reason: string): string[] =>
        waiting.flatMap((file) => (file.reason === reason ? [file.name] : [])).toSorted();
      expect(named('growing')).toEqual(unfinished.toSorted());
      expect(named('conflict')).toEqual(conflicts.toSorted());
      for (const file of waiting)
        expect(file.sentence).toMatch(/imported (?:when|by itself: import it by name)/);
    }
  });

  it('does not keep the renamed, finished file from being imported', () => {
    const { organizer, review } = makeScene();
    const folder = tempFolder();
    copyFileSync(review, join(folder, '.syncthing.ada.referee.tmp'));
    look(organizer, folder);
    renameSync(join(folder, '.syncthing.ada.referee.tmp'), join(folder, 'ada.referee'));
    expect(lookTwiceAndTake(organizer, folder)).toMatchObject([{ name: 'ada.referee', outcome: 'added' }]);
  });
});

describe('exporting into a shared folder', () => {
  it('writes my reviews when they say something new, and only then', () => {
    const { ada } = makeScene();
    const folder = tempFolder();
    expect(exportInto(ada, folder)).toMatchObject({ isWritten: true, papers: [7] });
    const [name = ''] = readdirSync(folder);
    expect(readdirSync(folder)).toHaveLength(1);
    const first = readFileSync(join(folder, name));
    expect(exportInto(ada, folder).isWritten).toBe(false);
    expect(readFileSync(join(folder, name))).toEqual(first);
    answer(ada, 7, 'overall', { kind: 'rating', value: 2 });
    expect(exportInto(ada, folder)).toMatchObject({ isWritten: true, name });
    expect(readFileSync(join(folder, name))).not.toEqual(first);
  });

  it('writes them again when the file has gone, and when another export went elsewhere', () => {
    const { ada } = makeScene();
    const folder = tempFolder();
    const { name } = exportInto(ada, folder);
    rmSync(join(folder, name ?? ''));
    expect(exportInto(ada, folder).isWritten).toBe(true);
    const other = tempFolder();
    completeReview(ada, 12);
    expect(exportInto(ada, other)).toMatchObject({ isWritten: true, papers: [7, 12] });
    expect(exportInto(ada, folder)).toMatchObject({ isWritten: true, papers: [7, 12] });
  });

  it('gives the organizer what I wrote, and leaves no part behind in the folder or the store', () => {
    const { ada, organizer } = makeScene();
    const folder = tempFolder();
    exportInto(ada, folder);
    expect(lookTwiceAndTake(organizer, folder)).toMatchObject([{ outcome: 'added' }]);
    expect(readdirSync(folder)).toHaveLength(1);
    expect(readdirSync(dataOf(ada)).filter((name) => name.includes('unfinished'))).toEqual([]);
    // My own export is no news to me.
    expect(look(ada, folder)).toEqual({ ready: [], waiting: [] });
  });

  it('removes what an interrupted run left a day ago, and nothing younger', () => {
    const { ada } = makeScene();
    const folder = tempFolder();
    const [old, young] = ['.syncthing.referee-old.part', '.syncthing.referee-young.part'] as const;
    for (const name of [old, young]) writeFileSync(join(folder, name), 'half');
    const now = Date.parse('2026-05-10T09:00:00Z') / 1000;
    utimesSync(join(folder, old), now - 90_000, now - 90_000);
    utimesSync(join(folder, young), now - 60, now - 60);
    exportInto(ada, folder);
    expect(existsSync(join(folder, old))).toBe(false);
    expect(existsSync(join(folder, young))).toBe(true);
  });

  it('writes nothing while no review is ready', () => {
    const { ada } = makeScene();
    const folder = tempFolder();
    const { form } = readVenue(ada.deps, { venue: SIM2SCIENCE });
    answer(ada, 7, form.fields.find(({ isRequired }) => isRequired)?.id ?? '', null);
    expect(exportInto(ada, folder)).toEqual({ isWritten: false, name: null, papers: [] });
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('bundle watch', () => {
  it('with --once deals with what is there, tells a line for each, and costs nothing the next time', () => {
    const { organizer, review } = makeScene();
    const folder = tempFolder();
    copyFileSync(review, join(folder, 'ada.referee'));
    copyFileSync(review, join(folder, 'ada (conflicted copy 2026-05-10 101112).referee'));
    const args = ['bundle', 'watch', folder, '--store', dataOf(organizer), '--once'];
    const first = referee(args);
    expect(first).toMatchObject({ status: 0, err: '' });
    expect(
      first.out
        .trimEnd()
        .split('\n')
        .map((line) => line.split(': ').slice(0, 2).join(': ')),
    ).toEqual(['ada (conflicted copy 2026-05-10 101112).referee: conflict-copy', 'ada.referee: added']);
    const before = listFiles(folder);
    const second = referee([...args, '--json']);
    const events = second.out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { event: string });
    expect(events.map(({ event }) => event)).toEqual(['conflict-copy']);
    expect(listFiles(folder)).toEqual(before);
  });

  it('with --once ends with 1 when a bundle is refused, and when there is no such folder', () => {
    const { organizer } = makeScene();
    const folder = tempFolder();
    writeFileSync(join(folder, 'no.referee'), 'not a bundle at all');
    const store = ['--store', dataOf(organizer), '--once'];
    expect(referee(['bundle', 'watch', folder, ...store])).toMatchObject({
      status: 1,
      out: expect.stringMatching(/^no\.referee: (?:refused|waiting): /) as string,
    });
    const { status, err } = referee(['bundle', 'watch', join(folder, 'gone'), ...store]);
    expect({ status, err }).toEqual({
      status: 1,
      err: expect.stringMatching(/gone is not there\. Check/) as string,
    });
  });

  it(
    'runs until it is told to end, imports what arrives, exports, and ends cleanly',
    { timeout: 60_000 },
    async () => {
      const { ada, organizer, review } = makeScene();
      keepInFile(dataOf(ada), ada.identity);
      for (const { deps } of [ada, organizer]) deps.stores.close();
      const folder = tempFolder();
      const chair = startWatcher([folder, '--store', dataOf(organizer), '--json']);
      expect(await chair.next()).toMatchObject({ event: 'watching' });
      const reviewer = startWatcher([folder, '--store', dataOf(ada), '--export', '--json']);
      expect(await reviewer.next()).toMatchObject({ event: 'watching' });
      expect(await reviewer.next()).toMatchObject({ event: 'exported' });
      expect(await chair.next()).toMatchObject({ event: 'added' });
      copyFileSync(review, join(folder, 'by-hand.referee'));
      expect(await chair.next()).toMatchObject({ file: 'by-hand.referee', event: 'already' });
      for (const [watcher, signal] of [
        [chair, 'SIGTERM'],
        [reviewer, 'SIGINT'],
      ] as const) {
        expect(await watcher.end(signal)).toEqual({ status: 0, err: '' });
      }
      const stores = [ada, organizer].map(({ folder: home }) => join(home, 'data', 'venues', SIM2SCIENCE));
      for (const store of stores)
        expect(readdirSync(store).filter((name) => name.endsWith('-wal'))).toEqual([]);
    },
  );
});

interface Watcher {
  /** The next line that it writes. */
  next(): Promise<unknown>;
  end(signal: 'SIGINT' | 'SIGTERM'): Promise<{ status: number | null; err: string }>;
}

/** The built command line, watching each second. */
function startWatcher(args: readonly string[]): Watcher {
  const child = spawn(
    process.execPath,
    [resolve('out/main/cli.js'), 'bundle', 'watch', ...args, '--interval', '1'],
    { env: { ...process.env, REFEREE_CLOCK: '2026-05-10T09:00:00Z' } },
  );
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  let err = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ended = new Promise<number | null>((done) => {
    child.on('exit', done);
  });
  return {
    next: async () => {
      const { done, value } = await lines.next();
      if (done === true) throw new Error(`the watcher ended: ${err}`);
      return JSON.parse(value) as unknown;
    },
    end: async (signal) => {
      child.kill(signal);
      return { status: await ended, err };
    },
  };
}
