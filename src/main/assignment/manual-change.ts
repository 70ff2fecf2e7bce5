import { findBreaches, weighBreaches } from './breaches';
import { totalOf, type AssignmentProblem, type Breach, type Chosen, type RuleWeights } from './problem';

/** A change by hand: pairs taken away and pairs added, by number. */
export interface ManualChange {
  readonly remove: readonly number[];
  readonly add: readonly number[];
}

/** What a change costs. */
export interface ChangeCost {
  /** How the total changes, millionths; negative where it falls. */
  readonly gain: number;
  /** Every rule that is broken after it. */
  readonly breaches: readonly Breach[];
  /** How much more the rules are broken than before, in weights. */
  readonly breachGain: number;
}

/** Makes a change and says what it costs. */
export function changeByHand(
  problem: AssignmentProblem,
  chosen: Chosen,
  { remove, add }: ManualChange,
  weights: RuleWeights,
): ChangeCost & { readonly chosen: Chosen } {
  const after = new Set(chosen);
  for (const pair of remove) after.delete(pair);
  for (const pair of add) after.add(pair);
  const changed = Int32Array.from(after).toSorted((a, b) => a - b);
  const breaches = findBreaches(problem, changed);
  const before = weighBreaches(findBreaches(problem, chosen), weights);
  return {
    chosen: changed,
    gain: totalOf(problem, changed) - totalOf(problem, chosen),
    breaches,
    breachGain: weighBreaches(breaches, weights) - before,
  };
}

/** Somebody who could take a reviewer's place on a paper. */
export interface Replacement extends ChangeCost, ManualChange {
  readonly reviewer: number;
  /** The paper that the one who makes room takes over in exchange; null for a plain replacement. */
  readonly exchange: number | null;
}

/**
 * Everybody who could take a reviewer's place on a paper, plainly or in exchange for one of their own papers, whichever
 * breaks less and then costs less; the best first.
 */
export function listReplacements(
  problem: AssignmentProblem,
  chosen: Chosen,
  pair: number,
  weights: RuleWeights,
): readonly Replacement[] {
  const { pairs } = problem;
  const paper = pairs.paper[pair] as number;
  const leaving = pairs.reviewer[pair] as number;
  const pairOf = new Map<number, number>();
  const onPaper = new Set<number>();
  const papersOf = new Map<number, number[]>();
  for (const one of chosen) {
    if (pairs.paper[one] === paper) onPaper.add(pairs.reviewer[one] as number);
    const reviewer = pairs.reviewer[one] as number;
    papersOf.set(reviewer, [...(papersOf.get(reviewer) ?? []), one]);
  }
  const isChosen = new Set(chosen);
  for (let one = 0; one < pairs.count; one += 1) {
    if (pairs.reviewer[one] === leaving && !isChosen.has(one)) pairOf.set(pairs.paper[one] as number, one);
  }
  const replacements: Replacement[] = [];
  for (let add = 0; add < pairs.count; add += 1) {
    const reviewer = pairs.reviewer[add] as number;
    if (pairs.paper[add] !== paper || onPaper.has(reviewer)) continue;
    const price = (change: ManualChange, exchange: number | null): Replacement => {
      const { chosen: _chosen, ...cost } = changeByHand(problem, chosen, change, weights);
      return { ...cost, ...change, reviewer, exchange };
    };
    let best = price({ remove: [pair], add: [add] }, null);
    if (best.breachGain > 0) {
      for (const given of papersOf.get(reviewer) ?? []) {
        const taken = pairOf.get(pairs.paper[given] as number);
        if (taken === undefined) continue;
        const swap = price({ remove: [pair, given], add: [add, taken] }, pairs.paper[given] as number);
        if (compare(swap, best) < 0) best = swap;
      }
    }
    replacements.push(best);
  }
  return replacements.toSorted(compare);
}

function compare(a: Replacement, b: Replacement): number {
  return a.breachGain - b.breachGain || b.gain - a.gain || a.reviewer - b.reviewer;
}
