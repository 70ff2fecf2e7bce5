import {
  at,
  factorCholesky,
  invertCholesky,
  logDeterminant,
  solveCholesky,
  type SquareMatrix,
} from './cholesky';
import type { Panel, PanelPaper } from './panel';

/** Standard deviations of papers and of reviewers, each as a multiple of the noise's. */
export interface RelativeSpread {
  readonly paper: number;
  readonly reviewer: number;
}

/** The model's equations solved for given spreads. Effects are in units of the scale, variances in their squares. */
export interface Solution {
  /** -2 log of the restricted likelihood, the noise's variance profiled out. */
  readonly deviance: number;
  readonly grandMean: number;
  /** The noise's variance. */
  readonly noise: number;
  /** Best linear unbiased predictions, in the panel's order. */
  readonly paperEffects: readonly number[];
  readonly reviewerEffects: readonly number[];
}

/** Prediction error variances, the spreads taken as known. */
export interface PredictionErrors {
  /** Of grand mean + paper effect. */
  readonly papers: readonly number[];
  /** Of the reviewer's offset. */
  readonly reviewers: readonly number[];
}

interface Equations {
  readonly factor: SquareMatrix;
  readonly solution: Float64Array;
  readonly logDetPapers: number;
  readonly penalizedSquares: number;
  readonly centre: number;
}

/**
 * score = grand mean + paper + reviewer + noise, papers and reviewers random, by Henderson's mixed-model equations
 * (Henderson 1975, Biometrics 31:423; Searle, Casella & McCulloch 1992, Variance Components, ch. 7) in the scaled form that
 * stays regular where a spread is zero (Bates et al. 2015, J. Stat. Softw. 67(1), section 3). The papers' block is diagonal
 * and is eliminated first: what is factored has a row for each reviewer and one for the mean. Null when the equations
 * have no unique solution.
 */
export function solveMixedModel(panel: Panel, spread: RelativeSpread): Solution | null {
  const equations = setUp(panel, spread);
  if (equations === null) return null;
  const { factor, solution, logDetPapers, penalizedSquares, centre } = equations;
  const freedom = panel.scoreCount - 1;
  const mean = at(solution, panel.reviewers.length);
  const noise = penalizedSquares / freedom;
  return {
    deviance:
      logDetPapers +
      logDeterminant(factor) +
      freedom * (1 + Math.log((2 * Math.PI * penalizedSquares) / freedom)),
    grandMean: mean + centre,
    noise,
    paperEffects: panel.papers.map((paper) => {
      const rest = paper.by.reduce(
        (sum, position, index) =>
          sum + (paper.values[index] ?? 0) - centre - mean - spread.reviewer * at(solution, position),
        0,
      );
      return (spread.paper ** 2 * rest) / diagonalOf(paper, spread);
    }),
    reviewerEffects: panel.reviewers.map((_, index) => spread.reviewer * at(solution, index)),
  };
}

/** How far the predictions are expected to be off (Henderson 1975, eq. for the inverse of the coefficient matrix). */
export function findPredictionErrors(panel: Panel, spread: RelativeSpread): PredictionErrors | null {
  const equations = setUp(panel, spread);
  if (equations === null) return null;
  const inverse = invertCholesky(equations.factor);
  const noise = equations.penalizedSquares / (panel.scoreCount - 1);
  const { size, values } = inverse;
  const meanRow = panel.reviewers.length;
  return {
    papers: panel.papers.map((paper) => {
      const diagonal = diagonalOf(paper, spread);
      const share = spread.paper ** 2 / diagonal;
      const rows = [...paper.by, meanRow];
      const weights = [...paper.by.map(() => -share * spread.reviewer), 1 - share * paper.by.length];
      let sum = share;
      for (const [i, row] of rows.entries())
        for (const [j, column] of rows.entries())
          sum += (weights[i] ?? 0) * (weights[j] ?? 0) * at(values, row * size + column);
      return noise * sum;
    }),
    reviewers: panel.reviewers.map(
      (_, index) => noise * spread.reviewer ** 2 * at(values, index * size + index),
    ),
  };
}

function diagonalOf(paper: PanelPaper, spread: RelativeSpread): number {
  return spread.paper ** 2 * paper.by.length + 1;
}

function setUp(panel: Panel, spread: RelativeSpread): Equations | null {
  const { papers, reviewers, scoreCount } = panel;
  const meanRow = reviewers.length;
  const size = meanRow + 1;
  const matrix = new Float64Array(size * size);
  const right = new Float64Array(size);
  // Around their mean, so that the sum of squares does not lose its digits to it.
  const centre = papers.reduce((sum, { values }) => sum + sumOf(values), 0) / scoreCount;
  let squares = 0;
  let logDetPapers = 0;
  const add = (row: number, column: number, value: number): void => {
    matrix[row * size + column] = at(matrix, row * size + column) + value;
  };
  for (let i = 0; i < meanRow; i += 1) add(i, i, 1);
  for (const paper of papers) {
    const values = paper.values.map((value) => value - centre);
    const total = sumOf(values);
    const diagonal = diagonalOf(paper, spread);
    const share = spread.paper ** 2 / diagonal;
    const count = values.length;
    logDetPapers += Math.log(diagonal);
    squares += values.reduce((sum, value) => sum + value ** 2, 0) - share * total ** 2;
    for (const [index, row] of paper.by.entries()) {
      add(row, row, spread.reviewer ** 2);
      for (const column of paper.by) if (column <= row) add(row, column, -share * spread.reviewer ** 2);
      add(meanRow, row, spread.reviewer * (1 - share * count));
      right[row] = at(right, row) + spread.reviewer * ((values[index] ?? 0) - share * total);
    }
    add(meanRow, meanRow, count - share * count ** 2);
    right[meanRow] = at(right, meanRow) + total * (1 - share * count);
  }
  const factor = factorCholesky({ size, values: matrix });
  if (factor === null) return null;
  const solution = solveCholesky(factor, right);
  const explained = solution.reduce((sum, value, index) => sum + value * at(right, index), 0);
  return { factor, solution, logDetPapers, penalizedSquares: squares - explained, centre };
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
