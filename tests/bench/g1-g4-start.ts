import { join } from 'node:path';
import type { BenchContext } from './harness/context';
import { treeMemory } from './harness/memory';
import { takeTurns, type Pair, type Series } from './harness/pairs';
import { APP_FOLDER, start, yardstickFolder } from './harness/run-app';
import { makeReviewerStore, titleOf } from './harness/stores';

/** How many papers the library holds. */
const PAPERS = 3_000;

/** How long an app is left alone before its memory is counted, ms: everything that starts late has started. */
const SETTLE_MS = 4_000;

interface Run {
  readonly shownMs: number;
  readonly firstPaintMs: number;
  readonly memoryMib: number;
}

/**
 * G1: from starting the process to the library's papers on screen, in a store of 3,000 papers, against an Electron app
 * that shows one line. G4: the memory of each when nothing happens. One start serves both.
 */
export async function measureStart({ folder, pairCount }: BenchContext): Promise<readonly Series[]> {
  const store = makeReviewerStore(join(folder, 'library'), PAPERS, { kind: 'tiny' });
  const hello = join(folder, 'hello');
  const runApp = (): Promise<Run> => run(APP_FOLDER, store, titleOf(1));
  const runHello = (): Promise<Run> => run(yardstickFolder('hello'), hello, 'Hello, world');
  // The first start of a profile makes its files and its code cache; a person does that once.
  await runApp();
  await runHello();

  const ours: Run[] = [];
  const theirs: Run[] = [];
  const keep = async (runs: Run[], one: Promise<Run>): Promise<number> => {
    const taken = await one;
    runs.push(taken);
    return taken.shownMs;
  };
  const shown = await takeTurns(
    pairCount,
    () => keep(ours, runApp()),
    () => keep(theirs, runHello()),
  );
  const pairsOf = (key: keyof Run): Pair[] =>
    ours.map((one, index) => ({ app: one[key], yardstick: theirs[index]?.[key] ?? Number.NaN }));
  return [
    { id: 'G1', title: `start to ${PAPERS} papers listed`, unit: 'ms', limit: 1.3, pairs: shown },
    {
      id: 'G1-first',
      title: 'start to the first contentful paint',
      unit: 'ms',
      limit: 1.3,
      pairs: pairsOf('firstPaintMs'),
    },
    { id: 'G4', title: 'idle memory of all processes', unit: 'MiB', limit: 1.2, pairs: pairsOf('memoryMib') },
  ];
}

async function run(appFolder: string, userData: string, text: string): Promise<Run> {
  const { pid, shownMs, firstPaintMs, stop } = await start(appFolder, userData, text);
  try {
    await new Promise((done) => setTimeout(done, SETTLE_MS));
    return { shownMs, firstPaintMs, memoryMib: treeMemory(pid) };
  } finally {
    await stop();
  }
}
