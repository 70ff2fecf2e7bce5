import { describe, expect, it } from 'vitest';
import { toReviewStatus } from '@shared/rules/review-status';

describe('the status of a review', () => {
  it.each([
    // answers, ready, last export, status
    [false, false, 'none', 'not-started'],
    [true, false, 'none', 'draft'],
    [true, true, 'none', 'ready'],
    [false, true, 'none', 'ready'],
    [true, true, 'same', 'exported'],
    [false, true, 'same', 'exported'],
    [true, false, 'same', 'draft'],
    [false, false, 'same', 'draft'],
    [true, true, 'different', 'changed'],
    [true, false, 'different', 'changed'],
    [false, true, 'different', 'changed'],
    [false, false, 'different', 'changed'],
  ] as const)(
    'with answers %s, ready %s and last export %s is %s',
    (hasAnswers, isReady, lastExport, status) => {
      expect(toReviewStatus({ hasAnswers, isReady, lastExport })).toBe(status);
    },
  );
});
