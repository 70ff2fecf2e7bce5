import { describe, expect, it } from 'vitest';
import { summarizeScores } from '@shared/rules/score-summary';

describe('the summary of scores', () => {
  it('has no mean without scores, rather than zero', () => {
    expect(summarizeScores([])).toEqual({ count: 0, mean: null, lowest: null, highest: null });
  });

  it('holds count, mean and range', () => {
    expect(summarizeScores([6, 1, 3])).toEqual({ count: 3, mean: 10 / 3, lowest: 1, highest: 6 });
  });

  it('keeps negative scores', () => {
    expect(summarizeScores([-3, -1])).toEqual({ count: 2, mean: -2, lowest: -3, highest: -1 });
  });
});
