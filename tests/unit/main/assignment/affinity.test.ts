import { describe, expect, test } from 'vitest';
import { compareProfiles, levelOf, scoreOf, topicTerm } from '@main/assignment/affinity';
import { LEVEL } from '@main/assignment/problem';
import { createCosines, toTextVectors } from '@main/assignment/text-index';

const even = { topics: 1, text: 1, bid: 1 };

describe('topics', () => {
  test('the first of a reviewer’s topics counts more than the second', () => {
    expect(topicTerm(['sbi', 'mcmc'], ['sbi'])).toBe(1_000_000);
    expect(topicTerm(['sbi', 'mcmc'], ['mcmc'])).toBe(500_000);
    expect(topicTerm(['sbi', 'mcmc'], ['mcmc', 'sbi'])).toBe(1_000_000);
    expect(topicTerm(['sbi', 'mcmc'], ['design'])).toBe(0);
  });

  test('nothing is known where either side named none', () => {
    expect(topicTerm([], ['sbi'])).toBeNull();
    expect(topicTerm(['sbi'], [])).toBeNull();
  });
});

describe('the score', () => {
  test('is the weighted mean of what is known, a whole number', () => {
    expect(scoreOf({ topics: 900_000, text: 300_000, bid: null }, { topics: 2, text: 1, bid: 5 })).toBe(
      700_000,
    );
    expect(scoreOf({ topics: null, text: null, bid: null }, even)).toBe(0);
    expect(scoreOf({ topics: 1, text: 0, bid: 0 }, even)).toBe(0);
  });

  test('a reviewer who does not want a paper ranks below one of whom nothing is known', () => {
    expect(scoreOf({ topics: null, text: null, bid: -1_000_000 }, even)).toBeLessThan(0);
  });

  test('wanting a paper makes nobody an expert on it', () => {
    expect(levelOf({ topics: 0, text: 0, bid: 1_000_000 }, { topics: 0, text: 0, bid: 1 })).toBe(
      LEVEL.distant,
    );
    expect(levelOf({ topics: 1_000_000, text: 200_000, bid: -1_000_000 }, even)).toBe(LEVEL.expert);
  });
});

describe('texts', () => {
  test('inflected words and word pairs count, words that say nothing do not', () => {
    const texts = [
      'Calibrating simulators with neural posterior estimation',
      'calibrated simulator; neural posterior estimators',
      'the of and with',
      'Gaussian processes emulate expensive simulators',
    ];
    const [self, near, none, far] = createCosines(toTextVectors(texts), [0, 1, 2, 3])(0);
    expect(self).toBeCloseTo(1, 12);
    expect(near).toBeGreaterThan(0.6);
    expect(none).toBe(0);
    expect(far).toBeGreaterThan(0);
    expect(far).toBeLessThan(near as number);
  });

  test('a text without letters compares to nothing and breaks nothing', () => {
    const { termsOf } = compareProfiles(
      [
        { topics: [], text: '' },
        { topics: [], text: '∑ 12 — 7' },
      ],
      [{ topics: [], text: 'simulators' }],
      () => null,
    );
    expect(termsOf(0)).toEqual([
      { topics: null, text: null, bid: null },
      { topics: null, text: null, bid: null },
    ]);
  });
});

test('each reviewer is told apart by topics, text and bid together', () => {
  const papers = [
    { topics: ['sbi'], text: 'neural posterior estimation for simulators' },
    { topics: ['design'], text: 'bayesian optimal experimental design with policies' },
  ];
  const reviewers = [
    { topics: ['sbi'], text: 'posterior estimation with neural simulators' },
    { topics: ['design', 'sbi'], text: 'optimal experimental design' },
  ];
  const { termsOf } = compareProfiles(papers, reviewers, (paper, reviewer) =>
    paper === 1 && reviewer === 0 ? 'maybe' : null,
  );
  const scores = reviewers.map((_, reviewer) => termsOf(reviewer).map((terms) => scoreOf(terms, even)));
  expect(scores[0]?.[0]).toBeGreaterThan(scores[0]?.[1] as number);
  expect(scores[1]?.[1]).toBeGreaterThan(scores[1]?.[0] as number);
  expect(termsOf(0)[1]?.bid).toBe(500_000);
});
