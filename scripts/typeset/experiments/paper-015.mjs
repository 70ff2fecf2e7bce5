import { inverse, leastSquares } from '../lib/linear.mjs';
import { linspace, logspace } from '../lib/numbers.mjs';

const NOISE = 0.02;
const COUNT = 20;

/** Substrate left at each time, as a share of its start, by RK4. Product inhibits when `inhibition` > 0. */
function progress(logV, logK, start, times, inhibition = 0) {
  const v = Math.exp(logV);
  const k = Math.exp(logK);
  const rate = (s) => (-v * s) / (k * (1 + inhibition * (start - s)) + s);
  const values = [];
  let s = start;
  let now = 0;
  for (const time of times) {
    const steps = 24;
    const h = (time - now) / steps;
    for (let i = 0; i < steps; i += 1) {
      const k1 = rate(s);
      const k2 = rate(s + 0.5 * h * k1);
      const k3 = rate(s + 0.5 * h * k2);
      const k4 = rate(s + h * k3);
      s += (h / 6) * (k1 + 2 * k2 + 2 * k3 + k4);
    }
    now = time;
    values.push(s / start);
  }
  return values;
}

/** Equal steps until nine tenths are gone, from the closed form of the integrated rate law. */
const timesFor = (start) => linspace(0, 0.9 * start + Math.log(10), COUNT + 1).slice(1);

/** The sensitivities of the curve to log V and log K, by central differences. */
function sensitivities(logV, logK, start, times) {
  const step = 1e-4;
  const v = [progress(logV + step, logK, start, times), progress(logV - step, logK, start, times)];
  const k = [progress(logV, logK + step, start, times), progress(logV, logK - step, start, times)];
  return times.map((_, i) => [(v[0][i] - v[1][i]) / (2 * step), (k[0][i] - k[1][i]) / (2 * step)]);
}

/** Cramer-Rao deviations of log V, log K and log V/K, in units of the natural logarithm. */
function bounds(start) {
  const rows = sensitivities(0, 0, start, timesFor(start));
  const { gram } = leastSquares(
    rows,
    rows.map(() => 0),
  );
  const c = inverse(gram.map((row) => row.map((value) => value / NOISE ** 2)));
  return {
    v: Math.sqrt(c[0][0]),
    k: Math.sqrt(c[1][1]),
    ratio: Math.sqrt(c[0][0] + c[1][1] - 2 * c[0][1]),
    correlation: c[0][1] / Math.sqrt(c[0][0] * c[1][1]),
  };
}

/** Gauss-Newton with halving, to noise-free data. */
function fit(data, start, times, isKFixed, from) {
  let [logV, logK] = from;
  const loss = (a, b) => progress(a, b, start, times).reduce((sum, y, i) => sum + (y - data[i]) ** 2, 0);
  for (let i = 0; i < 40; i += 1) {
    const residual = progress(logV, logK, start, times).map((y, n) => data[n] - y);
    const rows = sensitivities(logV, logK, start, times).map((row) => (isKFixed ? [row[0]] : row));
    const step = leastSquares(rows, residual).coefficients;
    let scale = 1;
    const next = () => [logV + scale * step[0], logK + scale * (step[1] ?? 0)];
    while (scale > 1e-4 && loss(...next()) > loss(logV, logK)) scale /= 2;
    [logV, logK] = next();
  }
  return { logV, logK, loss: loss(logV, logK) };
}

/** Michaelis-Menten progress curves: what depletion alone identifies, and where a wrong law hides. */
export function run() {
  const starts = logspace(0.05, 50, 25);
  const curve = starts.map((start) => ({ start, ...bounds(start) }));
  const profiles = [0.1, 1, 10].map((start) => {
    const times = timesFor(start);
    const data = progress(0, 0, start, times);
    let previous = 0;
    const rise = (logK) => {
      const found = fit(data, start, times, true, [previous, logK]);
      previous = found.logV;
      return [Math.exp(logK), found.loss / NOISE ** 2];
    };
    const up = linspace(0, Math.log(10), 22).map(rise);
    previous = 0;
    const down = linspace(0, -Math.log(10), 22).slice(1).map(rise);
    return { start, points: [...down.reverse(), ...up] };
  });
  const inhibited = [0.1, 1, 10].map((start) => {
    const times = timesFor(start);
    const data = progress(0, 0, start, times, 0.25);
    const found = fit(data, start, times, false, [0, 0]);
    const sd = bounds(start);
    return {
      start,
      v: Math.exp(found.logV),
      k: Math.exp(found.logK),
      ratio: Math.exp(found.logV - found.logK),
      ratioSd: sd.ratio,
      vShift: found.logV / sd.v,
      kShift: found.logK / sd.k,
      ratioShift: (found.logV - found.logK) / sd.ratio,
      misfit: Math.sqrt(found.loss / (COUNT - 2)) / NOISE,
    };
  });
  return { curve, profiles, inhibited, at: [0.1, 1, 10].map((start) => ({ start, ...bounds(start) })) };
}
