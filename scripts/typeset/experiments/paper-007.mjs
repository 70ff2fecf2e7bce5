import { cholesky, dot, solveLower } from '../lib/linear.mjs';
import { linspace, logspace, mean } from '../lib/numbers.mjs';
import { createRandom } from '../lib/random.mjs';

const TRUE_RATE = 0.5;
const NOISE = 0.03;
const DATASETS = 400;
const TIMES = linspace(0, 10, 25);
const RATES = linspace(0.05, 1.2, 1151);

/** The central 90 % interval of a density given on the grid of rates. */
function interval(logDensity) {
  const peak = Math.max(...logDensity);
  const weights = logDensity.map((value) => Math.exp(value - peak));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let below = 0;
  let low = RATES[0];
  let high = RATES[RATES.length - 1];
  for (let i = 0; i < weights.length; i += 1) {
    const after = below + weights[i] / total;
    if (below < 0.05 && after >= 0.05) low = RATES[i];
    if (below < 0.95 && after >= 0.95) high = RATES[i];
    below = after;
  }
  return [low, high];
}

/** Coverage and mean width over fresh data sets, for a likelihood of given covariance and temperature. */
function assess(background, covariance, power, seed) {
  const random = createRandom(seed);
  const factor = cholesky(covariance);
  const curves = RATES.map((rate) =>
    solveLower(
      factor,
      TIMES.map((time) => Math.exp(-rate * time)),
    ),
  );
  const norms = curves.map((curve) => dot(curve, curve));
  const found = Array.from({ length: DATASETS }, () => {
    const data = TIMES.map((time) => Math.exp(-TRUE_RATE * time) + background + NOISE * random.normal());
    const whitened = solveLower(factor, data);
    const [low, high] = interval(curves.map((curve, i) => power * (dot(curve, whitened) - 0.5 * norms[i])));
    return { isCovered: low <= TRUE_RATE && TRUE_RATE <= high, width: high - low };
  });
  return { coverage: mean(found.map((f) => Number(f.isCovered))), width: mean(found.map((f) => f.width)) };
}

const covarianceOf = (discrepancy) =>
  TIMES.map((a, i) => TIMES.map((b, j) => discrepancy(a, b) + (i === j ? NOISE ** 2 : 0)));
const PLAIN = covarianceOf(() => 0);
const CONSTANT = covarianceOf(() => 0.1 ** 2);
const SMOOTH = covarianceOf((a, b) => 0.1 ** 2 * Math.exp(-0.5 * ((a - b) / 4) ** 2));

/** Decay with an unmodelled background: coverage of tempered posteriors and of discrepancy terms. */
export function run() {
  const powers = logspace(1, 0.002, 13);
  const backgrounds = [0.02, 0.05, 0.1];
  const tempered = backgrounds.map((background) =>
    powers.map((power) => ({ power, ...assess(background, PLAIN, power, 7) })),
  );
  const table = backgrounds.map((background, i) => ({
    background,
    plain: assess(background, PLAIN, 1, 7),
    tempered: tempered[i].find((point) => point.coverage >= 0.9) ?? null,
    constant: assess(background, CONSTANT, 1, 7),
    smooth: assess(background, SMOOTH, 1, 7),
  }));
  const none = { plain: assess(0, PLAIN, 1, 7), smooth: assess(0, SMOOTH, 1, 7) };
  return { tempered, table, none };
}
