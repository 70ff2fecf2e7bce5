import { mean, rootMeanSquare } from '../lib/numbers.mjs';
import { createRandom } from '../lib/random.mjs';

const STEP_H = 0.05;
const HOURS = 60;
const FEED = 10;
const YIELD = 0.5;
const HALF_SATURATION = 0.5;
const SET_POINT = 1;
const SENSOR_NOISE = 0.1;
const PROCESS_NOISE = 0.01;
/** Process variance a step on biomass, substrate and the growth rate the filter carries with it. */
const DRIFT = [1e-5, 4e-4, 1e-5];

/** One Euler step of a chemostat: biomass x, substrate s, maximal growth m, dilution u. */
function advance([x, s, m], u) {
  const growth = (m * s) / (HALF_SATURATION + s);
  return [
    Math.max(x + STEP_H * (growth - u) * x, 1e-3),
    Math.max(s + STEP_H * (u * (FEED - s) - (growth * x) / YIELD), 1e-3),
    m,
  ];
}

/** The extended Kalman filter's prediction, its Jacobian by forward differences. */
function predict({ state, covariance }, u) {
  const next = advance(state, u);
  const jacobian = [0, 1, 2].map((column) => {
    const moved = state.map((value, i) => (i === column ? value + 1e-5 : value));
    return advance(moved, u).map((value, i) => (value - next[i]) / 1e-5);
  });
  const half = [0, 1, 2].map((i) =>
    [0, 1, 2].map((j) => [0, 1, 2].reduce((sum, k) => sum + jacobian[k][i] * covariance[k][j], 0)),
  );
  const full = [0, 1, 2].map((i) =>
    [0, 1, 2].map(
      (j) => [0, 1, 2].reduce((sum, k) => sum + half[i][k] * jacobian[k][j], 0) + (i === j ? DRIFT[i] : 0),
    ),
  );
  return { state: next, covariance: full };
}

/** The filter's correction by one reading of the substrate. */
function correct({ state, covariance }, reading) {
  const gain = covariance.map((row) => row[1] / (covariance[1][1] + SENSOR_NOISE ** 2));
  const surprise = reading - state[1];
  return {
    state: state.map((value, i) => Math.max(value + gain[i] * surprise, 1e-3)),
    covariance: covariance.map((row, i) => row.map((value, j) => value - gain[i] * covariance[1][j])),
  };
}

const dilution = (state) =>
  Math.min(
    Math.max((state[2] * SET_POINT) / (HALF_SATURATION + SET_POINT) + 0.08 * (SET_POINT - state[1]), 0),
    0.5,
  );

/** One closed-loop campaign under a policy for late readings. */
function campaign(policy, meanDelayH, seed) {
  const random = createRandom(seed);
  let plant = [3, 3, 0.4];
  let belief = {
    state: [3, 3, 0.55],
    covariance: [
      [0.2, 0, 0],
      [0, 0.2, 0],
      [0, 0, 0.02],
    ],
  };
  const history = [];
  const onTheWay = [];
  const trace = [];
  const steps = Math.round(HOURS / STEP_H);
  for (let n = 0; n < steps; n += 1) {
    history.push({ before: belief, u: 0, readings: [] });
    if (n % 20 === 0) {
      const arrival = n + Math.round(random.exponential(meanDelayH) / STEP_H);
      const reading = plant[1] + SENSOR_NOISE * random.normal();
      if (random.uniform() > 0.1) onTheWay.push({ taken: n, arrival, reading });
    }
    const arrived = onTheWay.filter((message) => message.arrival === n);
    for (const { taken, reading } of arrived) {
      if (policy === 'arrival') belief = correct(belief, reading);
      if (policy === 'drop' && n - taken <= 20) belief = correct(belief, reading);
      if (policy === 'replay') {
        history[taken].readings.push(reading);
        belief = history[taken].before;
        for (let k = taken; k <= n; k += 1) {
          history[k].before = belief;
          for (const known of history[k].readings) belief = correct(belief, known);
          if (k < n) belief = predict(belief, history[k].u);
        }
      }
    }
    const u = dilution(belief.state);
    history[n].u = u;
    plant = advance(plant, u).map((value, i) =>
      i === 1 ? Math.max(value + PROCESS_NOISE * random.normal(), 1e-3) : value,
    );
    belief = predict(belief, u);
    if (n % 8 === 0) trace.push([n * STEP_H, plant[1], belief.state[1], belief.state[2]]);
  }
  return trace;
}

/** A chemostat held at its set point from readings that come late: three policies compared. */
export function run() {
  const delays = [0, 0.5, 1, 2, 4, 6];
  const policies = ['arrival', 'drop', 'replay'];
  const table = policies.map((policy) => ({
    policy,
    rows: delays.map((delay) => {
      const traces = Array.from({ length: 24 }, (_, i) => campaign(policy, delay, 4400 + i));
      const late = traces.map((trace) => trace.filter(([hour]) => hour >= 12));
      const regulation = late.map((trace) => rootMeanSquare(trace.map(([, s]) => s - SET_POINT)));
      return {
        delay,
        regulation: mean(regulation),
        worst: Math.max(...regulation),
        estimate: mean(late.map((trace) => rootMeanSquare(trace.map(([, s, e]) => s - e)))),
        growth: mean(late.map((trace) => Math.abs(mean(trace.map(([, , , m]) => m)) - 0.4))),
      };
    }),
  }));
  const example = policies.map((policy) => ({
    policy,
    points: campaign(policy, 4, 4403).map(([hour, s]) => [hour, s]),
  }));
  return { table, example };
}
