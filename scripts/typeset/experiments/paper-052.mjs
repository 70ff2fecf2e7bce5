import { leastSquares } from '../lib/linear.mjs';
import { linspace, mean } from '../lib/numbers.mjs';
import { createRandom } from '../lib/random.mjs';

const POWERS = [1, 2, 3, 4];

/** The logistic law stepped by explicit Euler: what a coarse simulator hands to equation discovery. */
function trajectory(start, step, length = 10) {
  const values = [start];
  while (values.length * step < length) {
    const x = values[values.length - 1];
    values.push(x + step * x * (1 - x));
  }
  return values;
}

/** Library rows and central-difference derivatives from several starts. */
function samples(step, noise, random) {
  const rows = [];
  const slopes = [];
  for (const start of [0.02, 0.05, 0.15, 0.4]) {
    const seen = trajectory(start, step).map((x) => x + noise * random.normal());
    for (let n = 1; n < seen.length - 1; n += 1) {
      rows.push(POWERS.map((power) => seen[n] ** power));
      slopes.push((seen[n + 1] - seen[n - 1]) / (2 * step));
    }
  }
  return { rows, slopes };
}

/** Sequentially thresholded least squares (Brunton, Proctor and Kutz 2016). */
function sparse({ rows, slopes }, threshold) {
  let kept = POWERS.map((_, i) => i);
  let coefficients = [];
  for (let i = 0; i < 8 && kept.length > 0; i += 1) {
    coefficients = leastSquares(
      rows.map((row) => kept.map((k) => row[k])),
      slopes,
    ).coefficients;
    const next = kept.filter((_, n) => Math.abs(coefficients[n]) >= threshold);
    if (next.length === kept.length) break;
    kept = next;
  }
  return POWERS.map((_, i) => (kept.includes(i) ? coefficients[kept.indexOf(i)] : 0));
}

/** Sparse regression on Euler data finds the modified equation of the integrator. */
export function run() {
  const quiet = createRandom(52);
  const steps = linspace(0.02, 0.4, 20);
  const found = steps.map((step) => ({ step, coefficients: sparse(samples(step, 0, quiet), 0.02) }));
  const predicted = (step) => [
    1 - step / 2 + step ** 2 / 2,
    -1 + (3 * step) / 2 - 3 * step ** 2,
    -step + 5 * step ** 2,
    -2.5 * step ** 2,
  ];
  const theory = linspace(0, 0.4, 41).map((step) => ({ step, coefficients: predicted(step) }));
  const noises = [0, 0.001, 0.003, 0.01, 0.03];
  const cubic = [0.05, 0.1, 0.2, 0.4].map((step) => ({
    step,
    points: noises.map((noise) => {
      const random = createRandom(520);
      const fits = Array.from({ length: 200 }, () => sparse(samples(step, noise, random), 0.1));
      return {
        noise,
        share: mean(fits.map((fit) => Number(fit[2] !== 0))),
        value: mean(fits.map((fit) => fit[2])),
      };
    }),
  }));
  const halving = [0.4, 0.2, 0.1, 0.05].map((step) => ({
    step,
    found: sparse(samples(step, 0, quiet), 0.02),
    predicted: predicted(step),
  }));
  const paths = [0.4, 0.05].map((step) => ({
    step,
    points: trajectory(0.1, step).map((x, n) => [n * step, x]),
  }));
  return { found, theory, cubic, halving, paths };
}
