import type { AssignmentProblem, Chosen, SearchControl } from './problem';
import { solveAssignment, type Solution, type SolveOptions } from './solve';

/** What has become of an assignment since it was made. */
export interface Loss {
  /** Pairs that are no longer to be had: declined, or of a reviewer who is gone. */
  readonly lost: ReadonlySet<number>;
  /** Pairs that must stay: their review is here or under way. */
  readonly fixed: ReadonlySet<number>;
  /** Reviewers who take nothing any more, beyond what is fixed. */
  readonly gone: ReadonlySet<number>;
}

/** A repaired assignment: what it takes away beyond what was lost, and what it adds. */
export interface Repair extends Solution {
  readonly removed: Int32Array;
  readonly added: Int32Array;
}

/**
 * Repairs an assignment with the fewest changes, and among those for the largest total. The answer's pair numbers are those
 * of the problem given.
 */
export async function repairAssignment(
  problem: AssignmentProblem,
  current: Chosen,
  loss: Loss,
  options: Omit<SolveOptions, 'floor' | 'keep'>,
  control: SearchControl,
): Promise<Repair> {
  const { pairs } = problem;
  const left = Int32Array.from([...Array(pairs.count).keys()].filter((pair) => canStay(problem, pair, loss)));
  const isCurrent = new Uint8Array(pairs.count);
  for (const pair of current) isCurrent[pair] = 1;
  const loadOf = new Int32Array(problem.reviewers.length);
  for (const pair of loss.fixed)
    loadOf[pairs.reviewer[pair] as number] = (loadOf[pairs.reviewer[pair] as number] as number) + 1;
  const remaining: AssignmentProblem = {
    ...problem,
    reviewers: problem.reviewers.map((limits, reviewer) =>
      loss.gone.has(reviewer)
        ? { ...limits, min: 0, max: loadOf[reviewer] as number }
        : { ...limits, max: Math.max(limits.max, loadOf[reviewer] as number) },
    ),
    pairs: {
      count: left.length,
      paper: left.map((pair) => pairs.paper[pair] as number),
      reviewer: left.map((pair) => pairs.reviewer[pair] as number),
      score: Float64Array.from(left, (pair) => pairs.score[pair] as number),
      level: Uint8Array.from(left, (pair) => pairs.level[pair] as number),
      isForced: Uint8Array.from(left, (pair) =>
        loss.fixed.has(pair) ? 1 : (pairs.isForced[pair] as number),
      ),
    },
  };
  const keep = Uint8Array.from(left, (pair) => isCurrent[pair] as number);
  const found = await solveAssignment(remaining, { ...options, floor: null, keep }, control);
  if (found === null) throw new Error('a search without a floor has an answer');
  const chosen = found.chosen.map((pair) => left[pair] as number);
  const isChosen = new Set(chosen);
  return {
    ...found,
    chosen,
    removed: current.filter((pair) => !isChosen.has(pair) && !loss.lost.has(pair)),
    added: chosen.filter((pair) => isCurrent[pair] === 0),
  };
}

function canStay({ pairs }: AssignmentProblem, pair: number, { lost, fixed, gone }: Loss): boolean {
  if (fixed.has(pair)) return true;
  return !lost.has(pair) && !gone.has(pairs.reviewer[pair] as number);
}
