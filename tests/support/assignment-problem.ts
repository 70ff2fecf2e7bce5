import { seededRandom } from '@main/assignment/seeded-random';
import {
  LEVEL,
  type AssignmentProblem,
  type PanelRules,
  type ReviewerLimits,
} from '@main/assignment/problem';

/** No rule about who reviews a paper together. */
export const noPanelRules: PanelRules = { isOneOfInstitution: false, expertsAtLeast: 0, distantAtMost: null };

/** What a small problem is made of. */
export interface ProblemParts {
  /** Scores by paper and reviewer, as decimals; null where the pair is in conflict. */
  readonly scores: readonly (readonly (number | null)[])[];
  readonly demand: number;
  readonly limits: ReviewerLimits | readonly ReviewerLimits[];
  readonly forced?: readonly (readonly [paper: number, reviewer: number])[];
  readonly panel?: PanelRules;
}

/** A problem from a matrix. Scores of 0.6 and more are an expert's, those below 0.2 are distant. */
export function makeProblem({ scores, demand, limits, forced = [], panel }: ProblemParts): AssignmentProblem {
  const reviewerCount = scores[0]?.length ?? 0;
  const cells = scores.flatMap((row, paper) =>
    row.flatMap((score, reviewer) => (score === null ? [] : [{ paper, reviewer, score }])),
  );
  return {
    demands: Int32Array.from(scores, () => demand),
    reviewers: Array.from({ length: reviewerCount }, (_, index) =>
      'min' in limits ? limits : (limits[index] as ReviewerLimits),
    ),
    pairs: {
      count: cells.length,
      paper: Int32Array.from(cells, (cell) => cell.paper),
      reviewer: Int32Array.from(cells, (cell) => cell.reviewer),
      score: Float64Array.from(cells, (cell) => Math.round(cell.score * 1e6)),
      level: Uint8Array.from(cells, ({ score }) =>
        score >= 0.6 ? LEVEL.expert : score < 0.2 ? LEVEL.distant : LEVEL.familiar,
      ),
      isForced: Uint8Array.from(cells, ({ paper, reviewer }) =>
        Number(forced.some(([p, r]) => p === paper && r === reviewer)),
      ),
    },
    panel: panel ?? noPanelRules,
  };
}

/** What a random problem may have. */
export interface RandomParts {
  readonly papers: number;
  readonly reviewers: number;
  readonly demand: number;
  readonly min: number;
  readonly max: number;
  readonly conflictShare: number;
  readonly institutions?: number;
  readonly forcedShare?: number;
  readonly panel?: PanelRules;
}

/** A problem that follows from a seed. Scores have few decimals, so that many assignments are equal. */
export function randomProblem(seed: number, parts: RandomParts): AssignmentProblem {
  const draw = seededRandom(seed);
  const scores = Array.from({ length: parts.papers }, () =>
    Array.from({ length: parts.reviewers }, () =>
      draw() < parts.conflictShare ? null : Math.floor(draw() * 1000) / 1000,
    ),
  );
  const limits = Array.from({ length: parts.reviewers }, () => ({
    min: parts.min,
    max: parts.max,
    institutions: parts.institutions === undefined ? [] : [Math.floor(draw() * parts.institutions)],
  }));
  const forced = scores.flatMap((row, paper) =>
    row.flatMap((score, reviewer) =>
      score !== null && draw() < (parts.forcedShare ?? 0) ? [[paper, reviewer] as const] : [],
    ),
  );
  return makeProblem({
    scores,
    demand: parts.demand,
    limits,
    forced,
    ...(parts.panel === undefined ? {} : { panel: parts.panel }),
  });
}
