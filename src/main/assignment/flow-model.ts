import { buildNetwork, type FlowNetwork } from './flow-network';
import type { PanelGroup } from './panel-groups';
import type { AssignmentProblem, RuleWeights } from './problem';
import { seededOrder } from './seeded-random';

/** A problem as a network: units of review flow from a pool through reviewers and panel groups to papers. */
export interface FlowModel {
  readonly network: FlowNetwork;
  /** The arc of each pair. */
  readonly arcOfPair: Int32Array;
}

/** What comes before the total of scores. */
export interface FlowPriorities {
  /** When given, every rule may be broken: the least sum of weights comes first of all. */
  readonly weights: RuleWeights | null;
  /** When given, pairs marked 1 are to stay: as many as can come before the total. */
  readonly keep: Uint8Array | null;
}

/**
 * Turns a problem whose panel groups are apart into a network. Lower bounds (a reviewer's minimum, forced pairs, experts)
 * are bounds of arcs. What comes before the total has a price above anything that scores can make up for.
 *
 * @param seed decides in which order arcs stand, and so between equals
 */
export function toFlowModel(
  problem: AssignmentProblem,
  groups: readonly PanelGroup[],
  seed: number,
  { weights, keep }: FlowPriorities,
): FlowModel {
  const { demands, reviewers, pairs } = problem;
  const prices = pricesOf(problem, keep !== null);
  const dear = (rule: keyof RuleWeights): number => (weights === null ? 0 : weights[rule] * prices.rule);
  const wanted = demands.reduce((sum, demand) => sum + demand, 0);
  const builder = buildNetwork(
    1 + reviewers.length + demands.length + groups.length,
    pairs.count + 2 * (reviewers.length + demands.length) + 2 * groups.length,
  );
  const pool = builder.addNode(wanted);
  const reviewerNodes = reviewers.map(() => builder.addNode(0));
  const paperNodes = Array.from(demands, (demand) => builder.addNode(-demand));

  /** An arc that carries between two bounds; with weights, below and above them too, at a price for each unit. */
  const addBounded = (
    ends: readonly [number, number],
    [low, high, most]: readonly [number, number, number],
    below: number,
    above: number,
  ): void => {
    if (weights === null) {
      builder.addArc(ends[0], ends[1], low, high, 0);
      return;
    }
    if (low > 0) builder.addArc(ends[0], ends[1], 0, low, -below);
    if (high > low) builder.addArc(ends[0], ends[1], 0, high - low, 0);
    if (most > high) builder.addArc(ends[0], ends[1], 0, most - high, above);
  };

  reviewers.forEach(({ min, max }, index) => {
    const bounds = [min, max, demands.length] as const;
    addBounded([pool, reviewerNodes[index] as number], bounds, dear('min-load'), dear('max-load'));
  });
  const entryOf = new Map<number, number>();
  for (const { rule, paper, pairs: members, low, high } of groups) {
    const node = builder.addNode(0);
    for (const pair of members) entryOf.set(pair, node);
    const bounds = [low, high, demands[paper] as number] as const;
    addBounded([node, paperNodes[paper] as number], bounds, dear(rule), dear(rule));
  }
  if (weights !== null) {
    demands.forEach((demand, paper) => {
      if (demand > 0) builder.addArc(pool, paperNodes[paper] as number, 0, demand, dear('reviews'));
    });
  }
  const arcOfPair = new Int32Array(pairs.count);
  for (const pair of seededOrder(pairs.count, seed)) {
    const paper = pairs.paper[pair] as number;
    const isForced = pairs.isForced[pair] === 1;
    const extra = (isForced ? dear('forced') : 0) + (keep?.[pair] === 1 ? prices.keep : 0);
    arcOfPair[pair] = builder.addArc(
      reviewerNodes[pairs.reviewer[pair] as number] as number,
      entryOf.get(pair) ?? (paperNodes[paper] as number),
      isForced && weights === null ? 1 : 0,
      1,
      -(pairs.score[pair] as number) - extra,
    );
  }
  return { network: builder.finish(), arcOfPair };
}

/** Whether prices are small enough for exact arithmetic in a flow of this problem. */
export function canPriceFlow(problem: AssignmentProblem, { weights, keep }: FlowPriorities): boolean {
  const prices = pricesOf(problem, keep !== null);
  const heaviest = weights === null ? 0 : Math.max(...Object.values(weights)) * prices.rule;
  const nodes = 1 + problem.reviewers.length + problem.demands.length * 3;
  return (heaviest + prices.keep + prices.score + 1) * (nodes + 1) * 4 < Number.MAX_SAFE_INTEGER;
}

/** What one kept pair and one unit of a rule's weight are worth: more than all that comes after. */
function pricesOf(
  { demands, pairs }: AssignmentProblem,
  isKeeping: boolean,
): { readonly score: number; readonly keep: number; readonly rule: number } {
  let least = 0;
  let most = 0;
  for (let pair = 0; pair < pairs.count; pair += 1) {
    least = Math.min(least, pairs.score[pair] as number);
    most = Math.max(most, pairs.score[pair] as number);
  }
  const places = demands.reduce((sum, demand) => sum + demand, 0);
  const spread = (most - least) * places;
  const keep = isKeeping ? spread + 1 : 0;
  return { score: most - least, keep, rule: spread + keep * places + 1 };
}
