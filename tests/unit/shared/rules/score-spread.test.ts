import { expect, test } from 'vitest';
import { ratingFieldSchema } from '@shared/model/form';
import { toWeight } from '@shared/rules/confidence-field';
import { deviationOf, weightedMeanOf } from '@shared/rules/score-spread';

// Bug caught: dividing by n, which makes two reviewers who disagree look closer than they are.
test('tells how far scores disagree by the sample standard deviation', () => {
  expect(deviationOf([2, 4])).toBeCloseTo(Math.SQRT2, 12);
  expect(deviationOf([5])).toBeNull();
  expect(deviationOf([3, 3, 3])).toBe(0);
});

test('counts each score by its weight', () => {
  expect(
    weightedMeanOf([
      { score: 2, weight: 1 },
      { score: 6, weight: 3 },
    ]),
  ).toBe(5);
});

// Bug caught: a reviewer who did not state a confidence counting for nothing, or for everything.
test('counts a score without a weight as much as the others on average', () => {
  expect(
    weightedMeanOf([
      { score: 2, weight: null },
      { score: 6, weight: 3 },
    ]),
  ).toBe(4);
  expect(weightedMeanOf([{ score: 2, weight: null }])).toBeNull();
  expect(weightedMeanOf([])).toBeNull();
});

// Bug caught: a scale that begins at 0 or below giving its lowest step no weight, or a negative one.
test('gives the lowest step of any scale the weight 1', () => {
  const field = ratingFieldSchema.parse({
    id: 'confidence',
    label: 'Confidence',
    help: '',
    isRequired: true,
    audience: 'chairs',
    kind: 'rating',
    scale: [-1, 0, 1].map((value) => ({ value, anchor: 'so' })),
  });
  expect([-1, 0, 1].map((value) => toWeight(field, value))).toEqual([1, 2, 3]);
});
