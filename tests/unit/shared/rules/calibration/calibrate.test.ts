import { expect, test } from 'vitest';
import type { PaperNumber, PersonId } from '@shared/model/ids';
import { calibrate, type Calibration } from '@shared/rules/calibration/calibrate';
import type { Score } from '@shared/rules/calibration/panel';
import { plantPanel, type Plan } from './planted-panel';

const WORKSHOP: Plan = { papers: 60, reviewers: 20, reviewsEach: 3, paper: 1, reviewer: 0.7, noise: 1 };

function fitted(scores: readonly Score[]): Extract<Calibration, { kind: 'fitted' }> {
  const calibration = calibrate(scores);
  if (calibration.kind === 'refused') throw new Error(calibration.reason);
  return calibration;
}

function reasonOf(scores: readonly Score[]): string {
  const calibration = calibrate(scores);
  return calibration.kind === 'refused' ? calibration.reason : 'not refused';
}

function score(paper: number, reviewer: string, value: number): Score {
  return { paper: paper as PaperNumber, reviewer: reviewer as PersonId, value };
}

// Bug caught: offsets with the wrong sign, of the wrong reviewer, or not told from the papers.
test('recovers planted offsets the closer the more a reviewer scored', () => {
  const errorOf = (reviewsEach: number): number => {
    const { scores, offsets } = plantPanel(11, { ...WORKSHOP, papers: 400, reviewsEach });
    const squares = fitted(scores).reviewers.map(
      ({ reviewer, offset }) => (offset - (offsets.get(reviewer) ?? NaN)) ** 2,
    );
    return Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / squares.length);
  };
  expect(errorOf(10)).toBeLessThan(0.25);
  expect(errorOf(10)).toBeLessThan(errorOf(2));
});

// Bug caught: a calibration that makes scores worse than the plain mean does.
test('comes closer to the true scores than the plain means', () => {
  let calibratedError = 0;
  let plainError = 0;
  for (let seed = 1; seed <= 20; seed += 1) {
    const { scores, papers } = plantPanel(seed, WORKSHOP);
    for (const { paper, score: calibrated } of fitted(scores).papers) {
      const truth = papers.get(paper) ?? NaN;
      const values = scores.filter((one) => one.paper === paper).map(({ value }) => value);
      calibratedError += (calibrated - truth) ** 2;
      plainError += (values.reduce((sum, value) => sum + value, 0) / values.length - truth) ** 2;
    }
  }
  expect(calibratedError).toBeLessThan(0.75 * plainError);
});

// Bug caught: intervals that are too narrow because the variances are only estimated, or too wide.
test.each<[string, Plan]>([
  ['60 papers by 20 reviewers', WORKSHOP],
  ['30 papers by 10 reviewers', { ...WORKSHOP, papers: 30, reviewers: 10 }],
  ['60 papers by 60 reviewers', { ...WORKSHOP, reviewers: 60 }],
  ['60 papers that hardly differ', { ...WORKSHOP, paper: 0.5, reviewer: 0.3 }],
])('gives intervals that hold the true score nine times in ten: %s', (_, plan) => {
  let inside = 0;
  let all = 0;
  for (let seed = 1; seed <= 150; seed += 1) {
    const { scores, papers } = plantPanel(seed, plan);
    for (const { paper, low, high } of fitted(scores).papers) {
      const truth = papers.get(paper) ?? NaN;
      inside += Number(low <= truth && truth <= high);
      all += 1;
    }
  }
  expect(inside / all).toBeGreaterThan(0.88);
  expect(inside / all).toBeLessThan(0.92);
});

// Bug caught: the same for the reviewers, whose intervals are the narrowest where only the variances are doubtful.
test('gives intervals that hold the true offset nine times in ten', () => {
  let inside = 0;
  let all = 0;
  for (let seed = 1; seed <= 150; seed += 1) {
    const { scores, offsets } = plantPanel(seed, WORKSHOP);
    for (const { reviewer, low, high } of fitted(scores).reviewers) {
      const truth = offsets.get(reviewer) ?? NaN;
      inside += Number(low <= truth && truth <= high);
      all += 1;
    }
  }
  expect(inside / all).toBeGreaterThan(0.88);
  expect(inside / all).toBeLessThan(0.92);
});

// Bug caught: a result that depends on the order in which bundles came in, even in its last digits.
test('answers the same to the last digit for scores in any order', () => {
  const { scores } = plantPanel(5, WORKSHOP);
  expect(calibrate(scores.toReversed())).toEqual(calibrate(scores));
});

// Bug caught: an offset that is not drawn towards zero, so that one harsh review outlaws a reviewer.
test('draws the offset of a reviewer with one score further towards zero than the score says', () => {
  const { scores } = plantPanel(7, WORKSHOP);
  const before = fitted(scores).papers[0]?.score ?? NaN;
  const calibration = fitted([...scores, score(1, 'p-new', before + 2)]);
  const newcomer = calibration.reviewers.find(({ reviewer }) => reviewer === 'p-new');
  expect(newcomer?.offset).toBeGreaterThan(0);
  expect(newcomer?.offset).toBeLessThan(1);
  expect(newcomer?.scoreCount).toBe(1);
});

test('refuses a panel in which hardly anybody shares papers, and says what it takes', () => {
  expect(reasonOf([])).toBe(
    'It takes 3 reviewers who each scored 2 papers that others scored too; there are none.',
  );
  expect(reasonOf([score(1, 'a', 3), score(1, 'b', 4), score(2, 'a', 5), score(2, 'b', 5)])).toBe(
    'It takes 3 reviewers who each scored 2 papers that others scored too; there are 2.',
  );
});

test('refuses a panel with too few scores to tell a kind reviewer from a good paper', () => {
  const scores = ['a', 'b', 'c'].flatMap((reviewer, index) => [
    score(1, reviewer, 3 + index),
    score(2, reviewer, 5),
  ]);
  expect(reasonOf(scores)).toBe(
    'Too few scores: 6 scores of 2 papers by 3 reviewers leave 2 to tell a kind reviewer from a good paper; it takes 5.',
  );
});

test('refuses scores that are all the same', () => {
  const { scores } = plantPanel(3, WORKSHOP);
  expect(reasonOf(scores.map((one) => ({ ...one, value: 4 })))).toBe(
    'All scores are the same: there is nothing to calibrate.',
  );
});

test('refuses scores without noise', () => {
  const { scores, papers, offsets } = plantPanel(3, WORKSHOP);
  const exact = scores.map((one) => ({
    ...one,
    value: (papers.get(one.paper) ?? 0) + (offsets.get(one.reviewer) ?? 0),
  }));
  expect(reasonOf(exact)).toMatch(/without any noise/);
});

// Bug caught: comparing papers that nothing connects.
test('calibrates the largest connected part and names the papers that are apart from it', () => {
  const { scores } = plantPanel(9, WORKSHOP);
  const apart = [score(900, 'p-x', 6), score(900, 'p-y', 2), score(901, 'p-y', 2)];
  const calibration = fitted([...apart, ...scores]);
  expect(calibration.apart).toEqual([900, 901]);
  expect(calibration.papers).toHaveLength(60);
  expect(calibration.papers).toEqual(fitted(scores).papers);
});

// Bug caught: an endless search, or a negative variance, where reviewers do not differ at all.
test('finds no spread between reviewers who agree but for noise in their favour', () => {
  const calibration = fitted(
    plantPanel(21, { ...WORKSHOP, reviewers: 8, reviewer: 0, noise: 0.5 }).scores.map((one, index) => ({
      ...one,
      value: Math.round(one.value) + (index % 2) * 0.25,
    })),
  );
  expect(calibration.spread.reviewer).toBeLessThan(0.2);
  expect(calibration.reviewers.every(({ offset }) => Math.abs(offset) < 0.2)).toBe(true);
});
