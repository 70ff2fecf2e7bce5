import { execFileSync } from 'node:child_process';
import {
  cpSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { ensureBuilt } from '../support/built';
import { judgeRefusal } from './judge-failure';
import { mountDisk, remountDisk, unmount, whyNoMounts } from './mounts';
import { scenarios, type Scenario } from './scenarios';
import { runTraced, whyNoFaults, type Traced } from './strace';
import { compare, commandOf, playUndisturbed, takeOutputs } from './sweep';
import { makeWorld } from './world';

/** A disk that is never full in these tests. */
const LARGE_KILOBYTES = 100_000;

let world = '';
beforeAll(() => {
  ensureBuilt();
  world = makeWorld();
});
afterAll(() => {
  rmSync(world, { recursive: true, force: true });
});

/** A scratch folder with an empty one in it, for a disk. */
function makeRoom(): { readonly folder: string; readonly tracePath: string } {
  const scratch = mkdtempSync(join(tmpdir(), 'referee-media-'));
  const folder = join(scratch, 'world');
  mkdirSync(folder);
  onTestFinished(() => {
    unmount(join(folder, 'stick'));
    unmount(folder);
    rmSync(scratch, { recursive: true, force: true });
  });
  return { folder, tracePath: join(scratch, 'trace') };
}

/** What a disk holds. */
function usedKilobytes(folder: string): number {
  return Number(execFileSync('df', ['-k', '--output=used', folder], { encoding: 'utf8' }).split('\n')[1]);
}

function bring({ places }: Scenario, folder: string): void {
  for (const place of places) cpSync(join(world, place), join(folder, place), { recursive: true });
}

describe.skipIf(whyNoFaults() !== null || whyNoMounts() !== null)('a real disk', () => {
  it.each(scenarios)(
    'of every size, in megabytes: the $name is all there, or refused in words',
    async (scenario) => {
      const { outcome } = await playUndisturbed(world, scenario);
      const ends: unknown[] = [];
      for (let freeMegabytes = 0; ends.at(-1) !== 0; freeMegabytes += 1) {
        expect(freeMegabytes).toBeLessThan(40);
        const { folder, tracePath } = makeRoom();
        mountDisk(folder, LARGE_KILOBYTES);
        bring(scenario, folder);
        remountDisk(folder, `size=${usedKilobytes(folder) + 1000 * freeMegabytes}k`);
        const traced = await runTraced(commandOf(scenario.args(folder)), folder, tracePath);
        const now = takeOutputs(folder, scenario);
        const found = scenario.judge(now, outcome);
        found.push(...judgeRefusal(traced, 'error=ENOSPC', scenario.names));
        found.push(...now.unfinished.map((path) => `${path} is left`));
        if (traced.status === 0) found.push(...compare(now, outcome.after, 'it said that it was done'));
        remountDisk(folder, `size=${LARGE_KILOBYTES}k`);
        const again = await runTraced(commandOf(scenario.args(folder)), folder, tracePath);
        found.push(...compare(takeOutputs(folder, scenario), outcome.after, `again (${again.err.trim()})`));
        expect({ freeMegabytes, found }).toEqual({ freeMegabytes, found: [] });
        ends.push(traced.status);
        unmount(folder);
      }
      process.stdout.write(
        `${'tmpfs'.padEnd(8)} ${scenario.name}: ${ends.length} sizes, exit codes ${ends.join(' ')}\n`,
      );
      expect(ends[0]).toBe(1);
    },
  );

  it.each(scenarios)(
    'that takes no changes: the $name is refused in words and changes nothing',
    async (scenario) => {
      const { outcome } = await playUndisturbed(world, scenario);
      const { folder, tracePath } = makeRoom();
      mountDisk(folder, LARGE_KILOBYTES);
      bring(scenario, folder);
      remountDisk(folder, 'ro');
      const traced = await runTraced(commandOf(scenario.args(folder)), folder, tracePath);
      expect(traced.status).toBe(1);
      expect(judgeRefusal(traced, 'error=EROFS', [...scenario.names, folder])).toEqual([]);
      expect(compare(takeOutputs(folder, scenario), outcome.before, 'read-only')).toEqual([]);
      remountDisk(folder, 'rw');
      await runTraced(commandOf(scenario.args(folder)), folder, tracePath);
      expect(compare(takeOutputs(folder, scenario), outcome.after, 'again')).toEqual([]);
    },
  );
});

/** The first call of a function that follows one of another about a path with this in it. */
interface Moment {
  readonly after: { readonly call: string; readonly about: string };
  readonly call: string;
}

const opened = { call: 'openSync', about: 'stick/.referee-unfinished-' };
const renamed = { call: 'renameSync', about: 'stick/reviews.referee' };

/** Exports Ada's reviews to a stick, which something happens to at a moment. */
async function exportToStick(
  moment: Moment,
  run: (stick: string) => readonly string[],
): Promise<{ readonly traced: Traced; readonly path: string }> {
  const { folder, tracePath } = makeRoom();
  const stick = join(folder, 'stick');
  bring({ ...(scenarios[0] as Scenario), places: ['ada'] }, folder);
  mkdirSync(stick);
  mountDisk(stick, LARGE_KILOBYTES);
  const path = join(stick, 'reviews.referee');
  const args = [
    'review',
    'export',
    '--include-unready',
    '--plain',
    '--store',
    join(folder, 'ada/data'),
    '--out',
    path,
  ];
  const { env, ...command } = commandOf(args, ['meddling']);
  const meddle = JSON.stringify({ ...moment, run: run(stick) });
  const traced = await runTraced({ ...command, env: { ...env, REFEREE_MEDDLE: meddle } }, folder, tracePath);
  return { traced, path };
}

describe.skipIf(whyNoFaults() !== null || whyNoMounts() !== null)('a stick', () => {
  it('that becomes read-only before the file gets its name: the export is refused by the name of its file', async () => {
    const moment = { after: opened, call: 'renameSync' };
    const { traced, path } = await exportToStick(moment, (stick) => ['mount', '-o', 'remount,ro', stick]);
    expect(traced.status).toBe(1);
    expect(traced.err).toContain(`${path} cannot be written. Choose another place.`);
  });

  it.each([
    ['while its bytes are written', { after: opened, call: 'fsyncSync' }],
    ['before the file gets its name', { after: opened, call: 'renameSync' }],
    ['when the file has just got its name', { after: renamed, call: 'openSync' }],
  ])('that is pulled out %s: nothing is said to be written that is not there', async (_, moment) => {
    const { traced, path } = await exportToStick(moment, (stick) => ['umount', '-l', stick]);
    expect(lstatSync(path, { throwIfNoEntry: false })).toBeUndefined();
    expect(traced.status).toBe(1);
    expect(traced.err).toContain(path);
  });
});

describe.skipIf(whyNoFaults() !== null)('a place that is not what it should be', () => {
  const exportTo = async (folder: string, path: string, tracePath: string): Promise<Traced> =>
    runTraced(
      commandOf([
        'review',
        'export',
        '--include-unready',
        '--plain',
        '--store',
        join(folder, 'ada/data'),
        '--out',
        path,
      ]),
      folder,
      tracePath,
    );

  it('is refused by its name when it is a folder, or below a file; neither is harmed', async () => {
    const { folder, tracePath } = makeRoom();
    bring({ ...(scenarios[0] as Scenario), places: ['ada'] }, folder);
    mkdirSync(join(folder, 'a folder', 'inside'), { recursive: true });
    writeFileSync(join(folder, 'a file'), 'mine');
    for (const path of [join(folder, 'a folder'), join(folder, 'a file', 'reviews.referee')]) {
      const { status, err } = await exportTo(folder, path, tracePath);
      expect({ status, err }).toEqual({
        status: 1,
        err: expect.stringContaining(`${path} cannot be written.`) as string,
      });
    }
    expect(lstatSync(join(folder, 'a folder', 'inside')).isDirectory()).toBe(true);
    expect(readFileSync(join(folder, 'a file'), 'utf8')).toBe('mine');
  });

  it('is replaced when it is a link; what the link leads to is not followed', async () => {
    const { folder, tracePath } = makeRoom();
    bring({ ...(scenarios[0] as Scenario), places: ['ada'] }, folder);
    writeFileSync(join(folder, 'precious'), 'mine');
    symlinkSync(join(folder, 'precious'), join(folder, 'link.referee'));
    expect(await exportTo(folder, join(folder, 'link.referee'), tracePath)).toMatchObject({
      status: 0,
      err: '',
    });
    expect(readFileSync(join(folder, 'precious'), 'utf8')).toBe('mine');
    expect(lstatSync(join(folder, 'link.referee')).isFile()).toBe(true);
  });

  it('is made when its folder is not there yet', async () => {
    const { folder, tracePath } = makeRoom();
    bring({ ...(scenarios[0] as Scenario), places: ['ada'] }, folder);
    const path = join(folder, 'not', 'there', 'reviews.referee');
    expect(await exportTo(folder, path, tracePath)).toMatchObject({ status: 0, err: '' });
    expect(lstatSync(path).isFile()).toBe(true);
  });
});
