import type { PanelGroup } from './panel-groups';
import type { AssignmentProblem, RuleName, RuleWeights } from './problem';

/** A mixed-integer program in compressed columns, as HiGHS takes it. */
export interface LinearModel {
  readonly columns: {
    readonly cost: Float64Array;
    readonly lower: Float64Array;
    readonly upper: Float64Array;
  };
  readonly rows: { readonly lower: Float64Array; readonly upper: Float64Array };
  readonly starts: Int32Array;
  readonly indices: Int32Array;
  readonly values: Float64Array;
  /** What each column adds to the weight of broken rules; a forced pair takes its weight off when it is chosen. */
  readonly breachCost: Float64Array;
  /** 1 for columns of pairs that are to stay; null where none are. */
  readonly kept: Float64Array | null;
}

/** How a problem is put. */
export interface LinearModelOptions {
  /** When given, each rule may be broken by columns of these weights, after the pairs. */
  readonly weights: RuleWeights | null;
  /** Millionths that each paper's sum of scores must reach; null for none. */
  readonly floor: number | null;
  /** When given, pairs marked 1 are to stay: as many as can come before the total. */
  readonly keep: Uint8Array | null;
  /** The order of the pairs' columns. */
  readonly order: Int32Array;
}

/** Puts a problem as a program: a column a pair, rows for papers, reviewers, panel groups and the floor. */
export function toLinearModel(
  problem: AssignmentProblem,
  groups: readonly PanelGroup[],
  { weights, floor, keep, order }: LinearModelOptions,
): LinearModel {
  const { demands, reviewers, pairs } = problem;
  const paperCount = demands.length;
  const firstReviewer = paperCount;
  const firstGroup = firstReviewer + reviewers.length;
  const firstFloor = firstGroup + groups.length;
  const rowCount = firstFloor + (floor === null ? 0 : paperCount);
  const rows = { lower: new Float64Array(rowCount), upper: new Float64Array(rowCount) };
  const slacks: { row: number; value: 1 | -1; weight: number; most: number }[] = [];
  const giveWay = (row: number, value: 1 | -1, rule: RuleName, most: number): void => {
    if (weights !== null && most > 0) slacks.push({ row, value, weight: weights[rule], most });
  };

  demands.forEach((demand, paper) => {
    rows.lower[paper] = demand;
    rows.upper[paper] = demand;
    giveWay(paper, 1, 'reviews', demand);
  });
  reviewers.forEach(({ min, max }, index) => {
    const row = firstReviewer + index;
    rows.lower[row] = min;
    rows.upper[row] = max;
    giveWay(row, 1, 'min-load', min);
    giveWay(row, -1, 'max-load', paperCount - max);
  });
  const groupsOfPair = new Map<number, number[]>();
  groups.forEach(({ rule, paper, pairs: members, low, high }, index) => {
    const row = firstGroup + index;
    rows.lower[row] = low;
    rows.upper[row] = high;
    giveWay(row, 1, rule, low);
    giveWay(row, -1, rule, (demands[paper] as number) - high);
    for (const pair of members) {
      const known = groupsOfPair.get(pair);
      if (known === undefined) groupsOfPair.set(pair, [row]);
      else known.push(row);
    }
  });
  if (floor !== null) {
    demands.forEach((demand, paper) => {
      rows.lower[firstFloor + paper] = demand > 0 ? floor : Number.NEGATIVE_INFINITY;
      rows.upper[firstFloor + paper] = Number.POSITIVE_INFINITY;
    });
  }

  const columnCount = pairs.count + slacks.length;
  const breachCost = new Float64Array(columnCount);
  const columns = {
    cost: new Float64Array(columnCount),
    lower: new Float64Array(columnCount),
    upper: new Float64Array(columnCount).fill(1),
  };
  const starts = new Int32Array(columnCount + 1);
  const indices: number[] = [];
  const values: number[] = [];
  const put = (row: number, value: number): void => {
    indices.push(row);
    values.push(value);
  };
  order.forEach((pair, column) => {
    const paper = pairs.paper[pair] as number;
    columns.cost[column] = pairs.score[pair] as number;
    if (pairs.isForced[pair] === 1) {
      if (weights === null) columns.lower[column] = 1;
      else breachCost[column] = -weights.forced;
    }
    put(paper, 1);
    put(firstReviewer + (pairs.reviewer[pair] as number), 1);
    for (const row of groupsOfPair.get(pair) ?? []) put(row, 1);
    if (floor !== null && pairs.score[pair] !== 0) put(firstFloor + paper, pairs.score[pair] as number);
    starts[column + 1] = indices.length;
  });
  slacks.forEach(({ row, value, weight, most }, index) => {
    put(row, value);
    columns.upper[pairs.count + index] = most;
    breachCost[pairs.count + index] = weight;
    starts[pairs.count + index + 1] = indices.length;
  });
  return {
    columns,
    rows,
    starts,
    indices: Int32Array.from(indices),
    values: Float64Array.from(values),
    breachCost,
    kept:
      keep === null
        ? null
        : Float64Array.from({ length: columnCount }, (_, column) => keep[order[column] ?? -1] ?? 0),
  };
}
