import { minimize } from './minimize';
import {
  findPredictionErrors,
  solveMixedModel,
  type PredictionErrors,
  type RelativeSpread,
  type Solution,
} from './mixed-model';
import type { Panel } from './panel';

/** The model with its variance components estimated. */
export interface PanelFit extends Solution {
  readonly spread: RelativeSpread;
  /** Variances of papers and of reviewers, in squares of the scale's units. */
  readonly paperVariance: number;
  readonly reviewerVariance: number;
  readonly errors: PredictionErrors;
  /** What not knowing the variances adds to the errors, in the same order. */
  readonly estimationErrors: PredictionErrors;
}

/** Below this a spread is taken for none: the likelihood is the same to its last digit. */
const NONE = 1e-6;
/** Spreads so many times the noise's mean that there is no noise, and the search would go on for ever. */
const MOST = 100;

/**
 * Fits the model to a panel: variance components by restricted maximum likelihood (Patterson & Thompson 1971, Biometrika
 * 58:545), then the predictions for them. Null when the panel says nothing about its noise.
 */
export function fitPanel(panel: Panel): PanelFit | null {
  const { at, curvature } = minimize(
    (paper, reviewer) => solveMixedModel(panel, { paper, reviewer })?.deviance ?? Infinity,
    [1, 0.5],
  );
  const [paper, reviewer] = at.map((value) => (Math.abs(value) < NONE ? 0 : Math.abs(value))) as [
    number,
    number,
  ];
  const spread = { paper, reviewer };
  const solution = solveMixedModel(panel, spread);
  const errors = findPredictionErrors(panel, spread);
  if (solution === null || errors === null || Math.max(paper, reviewer) > MOST) return null;
  return {
    ...solution,
    spread,
    paperVariance: spread.paper ** 2 * solution.noise,
    reviewerVariance: spread.reviewer ** 2 * solution.noise,
    errors,
    estimationErrors: findEstimationErrors(panel, spread, curvature),
  };
}

/**
 * How much a prediction moves with the estimated spreads, times how far those are off (Kackar & Harville 1984, JASA 79:853;
 * doubled after Prasad & Rao 1990, JASA 85:163, since the errors with known variances come out too small by as much). The
 * spreads' covariance is twice the inverse of the deviance's curvature.
 */
function findEstimationErrors(
  panel: Panel,
  spread: RelativeSpread,
  [xx, xy, yy]: readonly [number, number, number],
): PredictionErrors {
  const byPaper = findSlopes(panel, spread, 'paper');
  const byReviewer = findSlopes(panel, spread, 'reviewer');
  const determinant = xx * yy - xy * xy;
  const isKnown = xx > 0 && determinant > 0;
  const combine = (of: keyof PredictionErrors): readonly number[] =>
    byPaper[of].map((p, index) => {
      const r = byReviewer[of][index] ?? 0;
      return isKnown ? (2 * 2 * (p * p * yy - 2 * p * r * xy + r * r * xx)) / determinant : 0;
    });
  return { papers: combine('papers'), reviewers: combine('reviewers') };
}

const SLOPE_WIDTH = 1e-4;

/** How the predictions move with one of the spreads. */
function findSlopes(panel: Panel, spread: RelativeSpread, of: keyof RelativeSpread): PredictionErrors {
  const up = solveMixedModel(panel, { ...spread, [of]: spread[of] + SLOPE_WIDTH });
  const down = solveMixedModel(panel, { ...spread, [of]: spread[of] - SLOPE_WIDTH });
  const slope = (predict: (solution: Solution) => readonly number[]): readonly number[] => {
    if (up === null || down === null) return [];
    const lower = predict(down);
    return predict(up).map((value, index) => (value - (lower[index] ?? 0)) / (2 * SLOPE_WIDTH));
  };
  return {
    papers: slope(({ grandMean, paperEffects }) => paperEffects.map((effect) => grandMean + effect)),
    reviewers: slope(({ reviewerEffects }) => reviewerEffects),
  };
}
