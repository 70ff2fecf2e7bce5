import { fitBestProcess, squaredExponential } from '../lib/gaussian-process.mjs';
import { mean, quantile } from '../lib/numbers.mjs';
import { createRandom, latinHypercube } from '../lib/random.mjs';

/** Natural logarithms of the ranges of: rate constant, diffusivity, half thickness, bulk concentration. */
const RANGES = [
  [Math.log(1e-2), Math.log(1e2)],
  [Math.log(1e-2), Math.log(1)],
  [Math.log(0.1), Math.log(1)],
  [Math.log(0.1), Math.log(10)],
];
const TRANSFER = 1;

/** Integrates u'' = thiele2 * u^2 from the centre to the face with RK4: the face value and slope. */
function shoot(centre, thiele2, steps = 240) {
  let value = centre;
  let slope = 0;
  const h = 1 / steps;
  const bend = (u) => thiele2 * u * u;
  for (let i = 0; i < steps && value < 4; i += 1) {
    const a1 = bend(value);
    const v2 = slope + 0.5 * h * a1;
    const a2 = bend(value + 0.5 * h * slope);
    const v3 = slope + 0.5 * h * a2;
    const a3 = bend(value + 0.5 * h * v2);
    const v4 = slope + h * a3;
    const a4 = bend(value + h * v3);
    value += (h / 6) * (slope + 2 * v2 + 2 * v3 + v4);
    slope += (h / 6) * (a1 + 2 * a2 + 2 * a3 + a4);
  }
  return { value, slope };
}

/** The simulator: steady consumption of a second-order reaction in a slab behind a film. */
function consumption([rate, diffusivity, thickness, concentration]) {
  const thiele2 = (rate * concentration * thickness ** 2) / diffusivity;
  const biot = (TRANSFER * thickness) / diffusivity;
  let low = Math.log(1e-7);
  let high = 0;
  for (let i = 0; i < 60; i += 1) {
    const middle = 0.5 * (low + high);
    const { value, slope } = shoot(Math.exp(middle), thiele2);
    if (slope > biot * (1 - value)) high = middle;
    else low = middle;
  }
  const { value } = shoot(Math.exp(low), thiele2);
  return TRANSFER * concentration * (1 - value);
}

/** The three limits in series: kinetic, internal diffusion, film. */
function limits([rate, diffusivity, thickness, concentration]) {
  const kinetic = rate * concentration ** 2 * thickness;
  const diffusive = Math.sqrt((2 / 3) * rate * diffusivity * concentration ** 3);
  return { kinetic, diffusive, film: TRANSFER * concentration };
}

const inSeries = (inputs) => {
  const { kinetic, diffusive, film } = limits(inputs);
  return 1 / (1 / kinetic + 1 / diffusive + 1 / film);
};
const toInputs = (point) => point.map((x, i) => Math.exp(RANGES[i][0] + x * (RANGES[i][1] - RANGES[i][0])));
const kernels = [0.25, 0.4, 0.6, 0.9, 1.3, 2, 3].map(
  (length) => (left, right) => squaredExponential(left, right, [length, length, length, length]),
);
const natural = (inputs) => inputs.map((x, i) => x / Math.exp(RANGES[i][1]));
const logarithmic = (inputs) =>
  inputs.map((x, i) => (Math.log(x) - RANGES[i][0]) / (RANGES[i][1] - RANGES[i][0]));

/** How each pipeline presents inputs and outputs to the same process, and turns a prediction back. */
const PIPELINES = {
  raw: { x: natural, y: (r) => r, back: (p) => p },
  logs: { x: logarithmic, y: (r) => Math.log(r), back: (p) => Math.exp(p) },
  ratio: {
    x: logarithmic,
    y: (r, inputs) => Math.log(r / inSeries(inputs)),
    back: (p, inputs) => Math.exp(p) * inSeries(inputs),
  },
};

function relativeErrors(pipeline, train, test) {
  const targets = train.map(({ inputs, rate }) => pipeline.y(rate, inputs));
  const centre = mean(targets);
  const process = fitBestProcess(
    train.map(({ inputs }) => pipeline.x(inputs)),
    targets.map((target) => target - centre),
    kernels,
    1e-6,
  );
  return test.map(({ inputs, rate }) => {
    const predicted = pipeline.back(process.predict(pipeline.x(inputs)) + centre, inputs);
    return Math.abs(predicted / rate - 1);
  });
}

/** A slab reactor emulated three ways: raw, in logarithms, and as a ratio to its known limits. */
export function run() {
  const random = createRandom(12);
  const simulate = (points) => points.map(toInputs).map((inputs) => ({ inputs, rate: consumption(inputs) }));
  const test = simulate(latinHypercube(random, 300, 4));
  const sizes = [10, 20, 40, 80];
  const designs = sizes.map((size) =>
    Array.from({ length: 5 }, () => simulate(latinHypercube(random, size, 4))),
  );
  const results = {};
  for (const [name, pipeline] of Object.entries(PIPELINES)) {
    results[name] = sizes.map((size, i) => {
      const errors = designs[i].map((train) => relativeErrors(pipeline, train, test));
      const medians = errors.map((e) => quantile(e, 0.5));
      return {
        size,
        median: mean(medians),
        low: Math.min(...medians),
        high: Math.max(...medians),
        tail: mean(errors.map((e) => quantile(e, 0.95))),
      };
    });
  }
  const alone = test.map(({ inputs, rate }) => Math.abs(inSeries(inputs) / rate - 1));
  const scatter = test.slice(0, 120).map(({ inputs, rate }) => {
    const { kinetic, diffusive, film } = limits(inputs);
    return [kinetic / Math.min(diffusive, film), rate / inSeries(inputs)];
  });
  return { results, scatter, alone: { median: quantile(alone, 0.5), tail: quantile(alone, 0.95) } };
}
