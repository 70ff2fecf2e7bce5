import { findBreaches } from './breaches';
import { canPriceFlow } from './flow-model';
import { areApart, panelGroups } from './panel-groups';
import type { AssignmentProblem, Breach, Chosen, RuleWeights, SearchControl } from './problem';
import { solveFlow } from './solve-flow';
import { loadSolver, solveWithHighs } from './solve-highs';

/** An assignment that was found. */
export interface Solution {
  readonly chosen: Chosen;
  /** What found it. */
  readonly method: 'flow' | 'highs';
  /** Empty when every rule is kept; else the smallest set of rules that have to give way. */
  readonly breaches: readonly Breach[];
}

/** How to look for an assignment. */
export interface SolveOptions {
  /** Decides between equals. */
  readonly seed: number;
  /** How dear it is to break each rule where they cannot all be kept. */
  readonly weights: RuleWeights;
  /** Millionths that each paper's sum of scores must reach; null for none. */
  readonly floor: number | null;
  /** Pairs marked 1 are to stay: as few changes as can be come before the total. Null where nothing is to stay. */
  readonly keep: Uint8Array | null;
}

/**
 * The assignment of the largest total: as a flow where the problem is one, else by HiGHS. When no assignment keeps every
 * rule, the rules of the least weight give way. Null only when a floor is given that no assignment reaches.
 */
export async function solveAssignment(
  problem: AssignmentProblem,
  { seed, weights, floor, keep }: SolveOptions,
  control: SearchControl,
): Promise<Solution | null> {
  const groups = panelGroups(problem);
  const highs = await loadSolver();
  const mayFlow = floor === null && areApart(groups);
  const attempt = (elastic: RuleWeights | null): Omit<Solution, 'breaches'> | null => {
    const priorities = { weights: elastic, keep };
    const isFlow = mayFlow && canPriceFlow(problem, priorities);
    const chosen = isFlow
      ? solveFlow(problem, groups, seed, priorities, control)
      : solveWithHighs(highs, problem, groups, { ...priorities, seed, floor, isInteger: true }, control);
    return chosen === null ? null : { chosen, method: isFlow ? 'flow' : 'highs' };
  };
  const strict = attempt(null);
  if (strict === null && floor !== null) return null;
  const found = strict ?? attempt(weights);
  if (found === null) throw new Error('no assignment even with every rule given up');
  const breaches = findBreaches(problem, found.chosen);
  if (strict !== null && breaches.length > 0)
    throw new Error('an assignment breaks a rule that it was to keep');
  return { ...found, breaches };
}
