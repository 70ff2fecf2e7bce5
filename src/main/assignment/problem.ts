/** How well a reviewer knows what a paper is about; the numbers stand in {@link PairTable.level}. */
export const LEVEL = { distant: 0, familiar: 1, expert: 2 } as const;

/** Everybody who may review what, in columns: row `i` is a pair of a paper and a reviewer, each an index. No pair is there twice. */
interface PairTable {
  readonly count: number;
  readonly paper: Int32Array;
  readonly reviewer: Int32Array;
  /** Affinity in millionths: whole numbers, so that sums compare exactly. May be negative. */
  readonly score: Float64Array;
  /** See {@link LEVEL}. */
  readonly level: Uint8Array;
  /** 1 where the pair must be assigned. */
  readonly isForced: Uint8Array;
}

/** What a reviewer takes on. */
export interface ReviewerLimits {
  /** Papers at least and at most. */
  readonly min: number;
  readonly max: number;
  /** Institutions, each a number of its own; colleagues share one. */
  readonly institutions: readonly number[];
}

/** Rules about who reviews a paper together. */
export interface PanelRules {
  /** No two reviewers of a paper share an institution. */
  readonly isOneOfInstitution: boolean;
  /** Experts that each paper has at least. */
  readonly expertsAtLeast: number;
  /** Reviewers far from its subject that a paper has at most; null for any number. */
  readonly distantAtMost: number | null;
}

/**
 * An assignment to be found: each paper gets exactly its number of reviewers, each reviewer between min and max papers, the
 * panels keep the rules, and the sum of scores is as large as can be. Pairs in conflict are simply not there.
 */
export interface AssignmentProblem {
  /** How many reviewers each paper gets. */
  readonly demands: Int32Array;
  readonly reviewers: readonly ReviewerLimits[];
  readonly pairs: PairTable;
  readonly panel: PanelRules;
}

/** A rule that may have to give way when no assignment keeps them all. */
export type RuleName = 'reviews' | 'min-load' | 'max-load' | 'institution' | 'expert' | 'distant' | 'forced';

/**
 * How dear it is to break each rule once, in whole numbers: of all ways out the one of the least sum is taken. By default
 * it hurts least that a reviewer gets too few papers, and most that a paper gets too few reviewers.
 */
export type RuleWeights = Readonly<Record<RuleName, number>>;

/** Weights that suit a workshop. */
export const DEFAULT_RULE_WEIGHTS: RuleWeights = {
  'min-load': 1,
  distant: 2,
  expert: 3,
  institution: 4,
  'max-load': 5,
  forced: 6,
  reviews: 7,
};

/** A rule that an assignment breaks, and by how much. */
export interface Breach {
  readonly rule: RuleName;
  /** Indexes; null where the rule is not about one. */
  readonly paper: number | null;
  readonly reviewer: number | null;
  /** The institution that is there too often, for that rule. */
  readonly institution: number | null;
  /** What the rule says and what there is: reviewers or papers. */
  readonly wanted: number;
  readonly got: number;
}

/** What a solver answers: the pairs that are assigned, by index into the pair table, in ascending order. */
export type Chosen = Int32Array;

/** How a long search tells how far it is, and hears that it should stop. */
export interface SearchControl {
  /** @throws to stop the search */
  checkpoint(): void;
}

/** The sum of chosen pairs' scores, millionths. */
export function totalOf({ pairs }: AssignmentProblem, chosen: Chosen): number {
  let total = 0;
  for (const pair of chosen) total += pairs.score[pair] as number;
  return total;
}

/** Each paper's sum of scores, millionths. */
function paperTotals({ demands, pairs }: AssignmentProblem, chosen: Chosen): Float64Array {
  const totals = new Float64Array(demands.length);
  for (const pair of chosen) {
    const paper = pairs.paper[pair] as number;
    totals[paper] = (totals[paper] as number) + (pairs.score[pair] as number);
  }
  return totals;
}

/** The least sum of scores that a paper got, millionths. Papers that want no reviewers do not count. */
export function worstPaper(problem: AssignmentProblem, chosen: Chosen): number {
  const totals = paperTotals(problem, chosen);
  let worst = Number.POSITIVE_INFINITY;
  problem.demands.forEach((demand, paper) => {
    if (demand > 0) worst = Math.min(worst, totals[paper] as number);
  });
  return worst === Number.POSITIVE_INFINITY ? 0 : worst;
}
