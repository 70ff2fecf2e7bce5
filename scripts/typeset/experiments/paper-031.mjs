import { fitBestProcess, squaredExponential } from '../lib/gaussian-process.mjs';
import { linspace, mean, rootMeanSquare } from '../lib/numbers.mjs';
import { createRandom, latinHypercube } from '../lib/random.mjs';

const END_TIME = 5;
const FINE = 0.1;
const toInputs = ([a, b]) => ({ release: 0.4 + 2.2 * a, damping: 0.05 + 0.45 * b });
const acceleration = (angle, speed, damping) => -Math.sin(angle) - damping * speed;

/** The angle of a damped pendulum at t = 5, by the explicit midpoint rule of second order. */
function pendulum(point, step) {
  const { release, damping } = toInputs(point);
  let angle = release;
  let speed = 0;
  const steps = Math.round(END_TIME / step);
  const h = END_TIME / steps;
  for (let i = 0; i < steps; i += 1) {
    const middleAngle = angle + 0.5 * h * speed;
    const middleSpeed = speed + 0.5 * h * acceleration(angle, speed, damping);
    angle += h * middleSpeed;
    speed += h * acceleration(middleAngle, middleSpeed, damping);
  }
  return angle;
}

const LENGTHS = [0.3, 0.45, 0.65, 0.9, 1.3];
const kernelsOver = (make) =>
  LENGTHS.map((length) => make((a, b) => squaredExponential(a, b, [length, length])));
const errorsOf = (predict, test) => rootMeanSquare(test.map(({ point, exact }) => predict(point) - exact));

function centred(rows) {
  const centre = mean(rows.map((row) => row.y));
  return { centre, targets: rows.map((row) => row.y - centre) };
}

/** One process on runs of one step. */
function single(rows) {
  const { centre, targets } = centred(rows);
  const fit = fitBestProcess(
    rows.map((row) => row.point),
    targets,
    kernelsOver((k) => k),
  );
  return (point) => fit.predict(point) + centre;
}

/** Kennedy and O'Hagan's two levels: a scaled coarse process plus an independent difference. */
function autoregressive(coarse, fine) {
  const low = single(coarse);
  const lows = fine.map((row) => low(row.point));
  const ys = fine.map((row) => row.y);
  const [lowMean, yMean] = [mean(lows), mean(ys)];
  const scale =
    lows.reduce((sum, value, i) => sum + (value - lowMean) * (ys[i] - yMean), 0) /
    lows.reduce((sum, value) => sum + (value - lowMean) ** 2, 0);
  const difference = single(fine.map((row, i) => ({ point: row.point, y: row.y - scale * lows[i] })));
  return (point) => scale * low(point) + difference(point);
}

/** The step enters the kernel as (h h')^p, so that the process has a value at h = 0. */
function richardson(rows, order) {
  const { centre, targets } = centred(rows);
  const points = rows.map((row) => [...row.point, row.step]);
  const kernels = [0.03, 0.3, 3].flatMap((share) =>
    kernelsOver((base) => (a, b) => base(a, b) * (1 + share * ((a[2] * b[2]) / 0.16) ** order)),
  );
  const fit = fitBestProcess(points, targets, kernels);
  return (point) => fit.predict([...point, 0]) + centre;
}

/** The pendulum emulated at equal cost by three uses of the budget, and the order got wrong. */
export function run() {
  const random = createRandom(31);
  const test = latinHypercube(random, 200, 2).map((point) => ({ point, exact: pendulum(point, 0.002) }));
  const runs = (count, step) =>
    latinHypercube(random, count, 2).map((point) => ({ point, step, y: pendulum(point, step) }));
  const budgets = [8, 12, 16, 24, 32, 48];
  const methods = { single: [], autoregressive: [], richardson: [] };
  const wrong = { 1: [], 2: [], 4: [] };
  for (const budget of budgets) {
    const collected = { single: [], autoregressive: [], richardson: [] };
    const orders = { 1: [], 2: [], 4: [] };
    for (let repeat = 0; repeat < 5; repeat += 1) {
      const fine = runs(budget, FINE);
      const halfFine = runs(budget / 2, FINE);
      const coarse = runs(budget, 2 * FINE);
      const coarsest = [...coarse.slice(0, budget / 2), ...runs(budget, 4 * FINE)];
      collected.single.push(errorsOf(single(fine), test));
      collected.autoregressive.push(errorsOf(autoregressive(coarse, halfFine), test));
      for (const order of [1, 2, 4]) {
        orders[order].push(errorsOf(richardson([...halfFine, ...coarsest], order), test));
      }
    }
    methods.single.push([budget, mean(collected.single)]);
    methods.autoregressive.push([budget, mean(collected.autoregressive)]);
    methods.richardson.push([budget, mean(orders[2])]);
    for (const order of [1, 2, 4]) wrong[order].push([budget, mean(orders[order])]);
  }
  const floor = errorsOf((point) => pendulum(point, FINE), test);
  const steps = [0.4, 0.2, 0.1, 0.05, 0.025];
  const convergence = steps.map((step) => [step, errorsOf((point) => pendulum(point, step), test)]);
  const slice = linspace(0, 1, 41).map((a) => toInputs([a, 0.2]).release);
  const curves = [0.4, 0.2, 0.1, 0.002].map((step) => ({
    step,
    points: linspace(0, 1, 41).map((a, i) => [slice[i], pendulum([a, 0.2], step)]),
  }));
  return { methods, wrong, floor, convergence, curves };
}
