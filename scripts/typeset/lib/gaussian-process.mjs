import { cholesky, dot, solveLower, solveUpper } from './linear.mjs';

/** The squared exponential kernel with one length scale a dimension (Rasmussen and Williams 2006, 4.9). */
export function squaredExponential(left, right, lengths) {
  let distance = 0;
  for (let i = 0; i < lengths.length; i += 1) distance += ((left[i] - right[i]) / lengths[i]) ** 2;
  return Math.exp(-0.5 * distance);
}

/**
 * Fits a zero-mean Gaussian process with a given kernel to given targets, its variance set to the
 * maximum of the likelihood.
 *
 * @returns `predict(point)` and the profile log likelihood, to compare kernels with
 */
export function fitProcess(points, targets, kernel, nugget = 1e-7) {
  const covariance = points.map((left, i) =>
    points.map((right, j) => kernel(left, right) + (i === j ? nugget : 0)),
  );
  const factor = cholesky(covariance);
  const whitened = solveLower(factor, targets);
  const weights = solveUpper(factor, whitened);
  const variance = dot(whitened, whitened) / targets.length;
  const logDeterminant = 2 * factor.reduce((sum, row, i) => sum + Math.log(row[i]), 0);
  return {
    logLikelihood: -0.5 * (targets.length * Math.log(variance) + logDeterminant),
    predict: (point, toPoint = kernel) =>
      dot(
        weights,
        points.map((known) => toPoint(point, known)),
      ),
  };
}

/** Fits one process for each candidate kernel and keeps the most likely. */
export function fitBestProcess(points, targets, kernels, nugget) {
  const fits = kernels.map((kernel) => fitProcess(points, targets, kernel, nugget));
  return fits.reduce((best, fit) => (fit.logLikelihood > best.logLikelihood ? fit : best));
}
