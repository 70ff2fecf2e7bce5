import type { BenchContext } from './harness/context';
import { takeTurns, type Pair, type Series } from './harness/pairs';
import { openTaskRunner, type TaskRunner } from './harness/task-runner';
import type { AssignmentTask } from './tasks/assignment';

/** Workshops of which every one must be assigned as well as HiGHS does. */
const INSTANCES = 20;
const workshop: Omit<AssignmentTask, 'by' | 'seed'> = {
  papers: 300,
  reviewers: 150,
  candidates: null,
  min: 5,
  max: 8,
};
const conference = { papers: 3000, reviewers: 1500, candidates: 40, min: 0, max: 7, seed: 1 } as const;
const huge = { papers: 30_000, reviewers: 12_000, candidates: 40, min: 0, max: 9, seed: 1 } as const;
const MOST_MIB = 2048;

/**
 * G21: the total of every one of twenty workshops is that of HiGHS, to the millionth. G22: 3,000 papers and 1,500 reviewers
 * against HiGHS (WebAssembly) in the same run. G23: 30,000 papers and 12,000 reviewers end within 2 GiB.
 */
export async function measureAssignment({ folder, pairCount }: BenchContext): Promise<readonly Series[]> {
  const run = await openTaskRunner(folder);
  const time = (task: Omit<AssignmentTask, 'by'>, by: AssignmentTask['by']) => async (): Promise<number> =>
    (await run('solve-assignment', { ...task, by })).answer.ms;
  const conferences = await takeTurns(pairCount, time(conference, 'flow'), time(conference, 'highs'));
  const { answer, peakMib } = await run('solve-assignment', { ...huge, by: 'flow' });
  const small = conferences.at(-1)?.app ?? 1;
  return [
    {
      id: 'G21',
      title: 'totals of 20 workshops, off HiGHS',
      unit: 'score',
      limit: 1,
      pairs: await compareTotals(run),
    },
    { id: 'G22', title: 'assign 3,000 x 1,500; HiGHS', unit: 'ms', limit: 1.2, pairs: conferences },
    {
      id: 'G23',
      title: 'assign 30,000 x 12,000, memory; 2 GiB',
      unit: 'MiB',
      limit: 1,
      pairs: [{ app: peakMib, yardstick: MOST_MIB }],
    },
    {
      id: '',
      title: '- time; of 3,000 x 1,500',
      unit: 'ms',
      limit: null,
      pairs: [{ app: answer.ms, yardstick: small }],
    },
  ];
}

/** HiGHS's totals, and the same with what ours is off by: equal, or over the limit. */
async function compareTotals(run: TaskRunner): Promise<readonly Pair[]> {
  const pairs: Pair[] = [];
  for (let seed = 1; seed <= INSTANCES; seed += 1) {
    const ours = await run('solve-assignment', { ...workshop, seed, by: 'flow' });
    const theirs = await run('solve-assignment', { ...workshop, seed, by: 'highs' });
    const best = theirs.answer.total;
    pairs.push({ app: best + Math.abs(ours.answer.total - best), yardstick: best });
  }
  return pairs;
}
