import { deviation, linspace, mean } from '../lib/numbers.mjs';
import { createRandom } from '../lib/random.mjs';

const CELLS = 100;
const MEAN_COUNT = 5;
const EXPERIMENTS = 240;
const REPLICAS = 100;
/** Two-sided 90 % point of the normal: the gamma posterior has 500 counts behind it. */
const NORMAL_90 = 1.6449;

/** Counts of a gene that is made in bursts: negative binomial of mean 5 and Fano factor 1 + burst. */
function bursty(burst, random) {
  return Array.from({ length: CELLS }, () =>
    random.poisson(burst === 0 ? MEAN_COUNT : burst * random.gamma(MEAN_COUNT / burst)),
  );
}

const STATISTICS = {
  mean: (counts) => mean(counts),
  zeros: (counts) => mean(counts.map((count) => Number(count === 0))),
  maximum: (counts) => Math.max(...counts),
  fano: (counts) => deviation(counts) ** 2 / Math.max(mean(counts), 1e-9),
};

/** Posterior predictive p-values (two-sided, ties halved) of every statistic for one data set. */
function check(counts, random) {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const names = Object.keys(STATISTICS);
  const seen = names.map((name) => STATISTICS[name](counts));
  const above = names.map(() => 0);
  for (let r = 0; r < REPLICAS; r += 1) {
    const rate = random.gamma(total + 0.5) / CELLS;
    const replica = Array.from({ length: CELLS }, () => random.poisson(rate));
    names.forEach((name, i) => {
      const value = STATISTICS[name](replica);
      above[i] += value > seen[i] ? 1 : value === seen[i] ? 0.5 : 0;
    });
  }
  return above.map((count) => 2 * Math.min(count / REPLICAS, 1 - count / REPLICAS));
}

/** Transcript counts fitted by a Poisson simulator: which summary can find it wrong. */
export function run() {
  const bursts = linspace(0, 1.2, 9);
  const names = Object.keys(STATISTICS);
  const rows = bursts.map((burst) => {
    const random = createRandom(88);
    const found = Array.from({ length: EXPERIMENTS }, () => {
      const counts = bursty(burst, random);
      const average = mean(counts);
      const half = NORMAL_90 * Math.sqrt(average / CELLS);
      return { values: check(counts, random), isCovered: Math.abs(average - MEAN_COUNT) <= half, average };
    });
    return {
      burst,
      power: names.map((_, i) => mean(found.map(({ values }) => Number(values[i] <= 0.05)))),
      coverage: mean(found.map(({ isCovered }) => Number(isCovered))),
      spread: deviation(found.map(({ average }) => average)) / Math.sqrt(MEAN_COUNT / CELLS),
    };
  });
  const random = createRandom(880);
  const histogram = [0, 1].map((burst) => {
    const many = Array.from({ length: 100 }, () => bursty(burst, random)).flat();
    return {
      burst,
      shares: linspace(0, 16, 17).map((k) => [k, mean(many.map((count) => Number(count === k)))]),
    };
  });
  const nullRandom = createRandom(881);
  const nulls = Array.from({ length: 400 }, () => check(bursty(0, nullRandom), nullRandom));
  const levels = linspace(0, 1, 21);
  const calibration = names.map((name, i) => ({
    name,
    points: levels.map((level) => [level, mean(nulls.map((values) => Number(values[i] <= level)))]),
  }));
  return { names, rows, histogram, calibration };
}
