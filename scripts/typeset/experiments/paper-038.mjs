import { dot, inverse, leastSquares } from '../lib/linear.mjs';
import { linspace, mean, rootMeanSquare } from '../lib/numbers.mjs';
import { createRandom } from '../lib/random.mjs';

const BUDGET = 20;
const NOISE = 0.1;
const REPEATS = 2000;
/** Two-sided 5 % point of Student's t with 17 degrees of freedom. */
const T_CRITICAL = 2.1098;

/** The D-optimal plan for a line puts half of its points at each end; `doubt` of them go in between. */
function design(doubt, random) {
  const inner = Math.round(doubt * BUDGET);
  const ends = BUDGET - inner;
  return [
    ...Array.from({ length: ends }, (_, i) => (i % 2 === 0 ? -1 : 1)),
    ...Array.from({ length: inner }, () => 1.6 * random.uniform() - 0.8),
  ];
}

/** One campaign: fit a line, test for curvature, and predict at the operating point x = 0. */
function campaign(curvature, doubt, random) {
  const xs = design(doubt, random);
  const ys = xs.map((x) => 1 - 0.8 * x + curvature * (x * x - 1) + NOISE * random.normal());
  const truth = 1 - curvature;
  const line = leastSquares(
    xs.map((x) => [1, x]),
    ys,
  );
  const plain = line.coefficients[0] - truth;
  if (doubt === 0) return { isDetected: false, plain, tested: plain, slope: line.coefficients[1] + 0.8 };
  const rows = xs.map((x) => [1, x, x * x]);
  const bent = leastSquares(rows, ys);
  const residuals = ys.map((y, i) => y - dot(rows[i], bent.coefficients));
  const variance = dot(residuals, residuals) / (BUDGET - 3);
  const t = bent.coefficients[2] / Math.sqrt(variance * inverse(bent.gram)[2][2]);
  const isDetected = Math.abs(t) > T_CRITICAL;
  const tested = isDetected ? bent.coefficients[0] - truth : plain;
  return { isDetected, plain, tested, slope: line.coefficients[1] + 0.8 };
}

/** D-optimal experiments under a bent Arrhenius law, with a share of the budget kept for doubt. */
export function run() {
  const shares = linspace(0, 0.6, 13);
  const curvatures = [0, 0.05, 0.1, 0.2];
  const results = curvatures.map((curvature) => ({
    curvature,
    points: shares.map((share) => {
      const random = createRandom(38);
      const campaigns = Array.from({ length: REPEATS }, () => campaign(curvature, share, random));
      return {
        share,
        power: mean(campaigns.map((c) => Number(c.isDetected))),
        plain: rootMeanSquare(campaigns.map((c) => c.plain)),
        tested: rootMeanSquare(campaigns.map((c) => c.tested)),
        slope: rootMeanSquare(campaigns.map((c) => c.slope)),
      };
    }),
  }));
  const random = createRandom(381);
  const xs = design(0.2, random);
  const example = xs.map((x) => [x, 1 - 0.8 * x + 0.2 * (x * x - 1) + NOISE * random.normal()]);
  const line = leastSquares(
    example.map(([x]) => [1, x]),
    example.map(([, y]) => y),
  ).coefficients;
  const bent = leastSquares(
    example.map(([x]) => [1, x, x * x]),
    example.map(([, y]) => y),
  ).coefficients;
  return { results, example, line, bent };
}
