import { deviation, linspace, mean } from '../lib/numbers.mjs';
import { createRandom } from '../lib/random.mjs';

const FORCING = 7.4;
const FEEDBACK = 1.2;
const CAPACITY = 8;
const DEEP_CAPACITY = 100;
const EXCHANGE = 0.7;
const YEARS = 150;
const WINDOWS = [1, 3, 5, 11, 21];

/** A century and a half after an abrupt forcing: yearly warming and imbalance, both with weather in them. */
function planet(feedback, random, { isDeep = false, weather = 0.7, sensor = 0.3 } = {}) {
  const substeps = 4;
  const h = 1 / substeps;
  let warming = 0;
  let deep = 0;
  const years = [];
  for (let year = 0; year < YEARS; year += 1) {
    let sumT = 0;
    let sumN = 0;
    for (let i = 0; i < substeps; i += 1) {
      const gust = weather * Math.sqrt(substeps) * random.normal();
      const imbalance = FORCING - feedback * warming + gust;
      const down = isDeep ? EXCHANGE * (warming - deep) : 0;
      sumT += warming;
      sumN += imbalance;
      warming += (h * (imbalance - down)) / CAPACITY;
      deep += (h * down) / DEEP_CAPACITY;
    }
    years.push([sumT / substeps + 0.1 * random.normal(), sumN / substeps + sensor * random.normal()]);
  }
  return years;
}

/** The running mean of a given odd width, its ends cut off. */
function smooth(years, width) {
  return years.slice(0, years.length - width + 1).map((_, start) => {
    const part = years.slice(start, start + width);
    return [mean(part.map(([t]) => t)), mean(part.map(([, n]) => n))];
  });
}

/** Gregory's regression of imbalance on warming: the feedback is minus the slope. */
function regress(years) {
  const t = mean(years.map(([value]) => value));
  const n = mean(years.map(([, value]) => value));
  const slope =
    years.reduce((sum, [a, b]) => sum + (a - t) * (b - n), 0) /
    years.reduce((sum, [a]) => sum + (a - t) ** 2, 0);
  return { feedback: -slope, intercept: n - slope * t };
}

/** The simulator's own answer to "what would the regression say", on a grid of feedbacks. */
function bindingCurve(width) {
  return linspace(0.6, 2, 29).map((feedback) => {
    const random = createRandom(710);
    const found = Array.from({ length: 40 }, () => regress(smooth(planet(feedback, random), width)).feedback);
    return [feedback, mean(found)];
  });
}

/** Inverts a rising curve by linear interpolation, held at its ends. */
function invert(curve, value) {
  for (let i = 1; i < curve.length; i += 1) {
    const [[x0, y0], [x1, y1]] = [curve[i - 1], curve[i]];
    if (value <= y1) return x0 + ((x1 - x0) * Math.max(value - y0, y0 - y1)) / (y1 - y0);
  }
  return curve[curve.length - 1][0];
}

/** A feedback inferred from smoothed records, with the smoothing outside and inside the simulator. */
export function run() {
  const rows = WINDOWS.map((width) => {
    const curve = bindingCurve(width);
    const assess = (options) => {
      const random = createRandom(71);
      const plain = Array.from(
        { length: 300 },
        () => regress(smooth(planet(FEEDBACK, random, options), width)).feedback,
      );
      const inside = plain.map((value) => invert(curve, value));
      const error = (values) => ({ bias: mean(values) - FEEDBACK, sd: deviation(values) });
      return { plain: error(plain), inside: error(inside) };
    };
    return { width, right: assess({}), deep: assess({ isDeep: true }), noisy: assess({ weather: 1.4 }) };
  });
  const random = createRandom(7100);
  const record = planet(FEEDBACK, random);
  const clouds = [1, 11].map((width) => ({
    width,
    points: smooth(record, width),
    line: regress(smooth(record, width)),
  }));
  return { rows, clouds, curves: [1, 11, 21].map((width) => ({ width, points: bindingCurve(width) })) };
}
