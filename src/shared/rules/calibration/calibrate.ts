import type { PaperNumber, PersonId } from '../../model/ids';
import { findConnectedParts } from './connected-parts';
import { fitPanel } from './fit-panel';
import { toPanel, type Panel, type Score } from './panel';

/** A paper's score as the panel's average reviewer would have given it. */
export interface CalibratedPaper {
  readonly paper: PaperNumber;
  readonly score: number;
  /** The ends of the interval that holds the paper's true score nine times in ten. */
  readonly low: number;
  readonly high: number;
}

/** How far a reviewer scores above (+) or below (-) the panel's average, drawn towards zero as far as little is known. */
export interface ReviewerOffset {
  readonly reviewer: PersonId;
  readonly offset: number;
  readonly low: number;
  readonly high: number;
  /** How many of the reviewer's scores it rests on. */
  readonly scoreCount: number;
}

/** What calibrating came to. */
export type Calibration =
  | {
      readonly kind: 'fitted';
      readonly grandMean: number;
      /** Standard deviations in units of the scale: how papers differ, how reviewers differ, the rest. */
      readonly spread: { readonly paper: number; readonly reviewer: number; readonly noise: number };
      readonly papers: readonly CalibratedPaper[];
      readonly reviewers: readonly ReviewerOffset[];
      /** Papers with scores that share no reviewer, over any number of steps, with the rest: not calibrated. */
      readonly apart: readonly PaperNumber[];
    }
  | {
      readonly kind: 'refused';
      /** For a person: what is missing. */
      readonly reason: string;
    };

/** The 95 % quantile of the normal distribution: nine tenths lie within it on both sides. */
const QUANTILE = 1.6448536269514722;

/** Fewer than this say nothing about how reviewers differ: so many reviewers must have two shared papers each. */
const MIN_REVIEWERS = 3;
/** A paper is shared when two reviewers scored it. */
const MIN_SHARED_PAPERS = 2;
/** Scores beyond one for each paper and each reviewer: what is left to tell noise from kindness. */
const MIN_SPARE_SCORES = 5;

/**
 * Calibrates the scores of a panel: score = grand mean + paper effect + reviewer's offset + noise, papers and reviewers
 * random, the variances estimated from the scores (REML), the effects by best linear unbiased prediction, which draws an
 * offset towards zero the less a reviewer has scored. A reviewer's use of the scale (a gain) is not modelled: with the few
 * papers that a reviewer of a workshop has, it cannot be told from noise. Refused with a reason where the panel is too
 * small; see docs/calibration.md.
 *
 * Sources: Henderson 1975, Biometrics 31:423-447; Searle, Casella & McCulloch 1992, Variance Components; for reviewing,
 * Paul 1981 (Bayesian reviewer bias) and the NIPS 2014 experiment (Lawrence & Cortes).
 */
export function calibrate(scores: readonly Score[]): Calibration {
  const [largest = [], ...others] = findConnectedParts(scores);
  const panel = toPanel(largest);
  const reason = findObstacle(panel, others.length > 0);
  if (reason !== null) return { kind: 'refused', reason };
  const fit = fitPanel(panel);
  if (fit === null)
    return {
      kind: 'refused',
      reason: 'The scores follow a pattern without any noise, from which no interval can be told.',
    };
  const counts = countByReviewer(panel);
  return {
    kind: 'fitted',
    grandMean: fit.grandMean,
    spread: {
      paper: Math.sqrt(fit.paperVariance),
      reviewer: Math.sqrt(fit.reviewerVariance),
      noise: Math.sqrt(fit.noise),
    },
    papers: panel.papers.map(({ paper }, index) => {
      const score = fit.grandMean + (fit.paperEffects[index] ?? 0);
      const error = (fit.errors.papers[index] ?? 0) + (fit.estimationErrors.papers[index] ?? 0);
      return { paper, score, ...around(score, error) };
    }),
    reviewers: panel.reviewers.map((reviewer, index) => {
      const offset = fit.reviewerEffects[index] ?? 0;
      const error = (fit.errors.reviewers[index] ?? 0) + (fit.estimationErrors.reviewers[index] ?? 0);
      return { reviewer, offset, ...around(offset, error), scoreCount: counts[index] ?? 0 };
    }),
    apart: [...new Set(others.flat().map(({ paper }) => paper))].toSorted((a, b) => a - b),
  };
}

function around(value: number, variance: number): { readonly low: number; readonly high: number } {
  const half = QUANTILE * Math.sqrt(variance);
  return { low: value - half, high: value + half };
}

function countByReviewer({ papers, reviewers }: Panel): readonly number[] {
  const counts = reviewers.map(() => 0);
  for (const position of papers.flatMap(({ by }) => by)) counts[position] = (counts[position] ?? 0) + 1;
  return counts;
}

/** Why a panel cannot be calibrated; null when it can. */
function findObstacle(panel: Panel, hasOtherParts: boolean): string | null {
  const { papers, reviewers, scoreCount } = panel;
  const shared = papers.filter(({ by }) => by.length > 1);
  const counts = countByReviewer({ ...panel, papers: shared });
  const enough = counts.filter((count) => count >= MIN_SHARED_PAPERS).length;
  const where = hasOtherParts ? ' in the largest group of papers that share reviewers' : '';
  if (enough < MIN_REVIEWERS)
    return `It takes ${MIN_REVIEWERS} reviewers who each scored ${MIN_SHARED_PAPERS} papers that others scored too; there ${enough === 1 ? 'is' : 'are'} ${enough === 0 ? 'none' : enough}${where}.`;
  const spare = scoreCount - papers.length - reviewers.length + 1;
  if (spare < MIN_SPARE_SCORES)
    return `Too few scores${where}: ${scoreCount} scores of ${papers.length} papers by ${reviewers.length} reviewers leave ${Math.max(0, spare)} to tell a kind reviewer from a good paper; it takes ${MIN_SPARE_SCORES}.`;
  const values = papers.flatMap((paper) => paper.values);
  if (values.every((value) => value === values[0]))
    return 'All scores are the same: there is nothing to calibrate.';
  return null;
}
