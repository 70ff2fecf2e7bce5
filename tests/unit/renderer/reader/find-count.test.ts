import { describe, expect, it } from 'vitest';
import { toFindCount, toWrapNotice } from '@renderer/reader/find-count';

const progress = (current: number, total: number, isSettled: boolean) =>
  ({ current, total, isSettled, wrapped: undefined }) as const;

describe('the count of a search', () => {
  it('carries a plus until every page has been searched', () => {
    expect(toFindCount(progress(3, 14, false))).toBe('3 of 14+');
    expect(toFindCount(progress(3, 27, true))).toBe('3 of 27');
  });

  it('says that nothing was found only when that is certain', () => {
    expect(toFindCount(progress(0, 0, false))).toBe('Searching');
    expect(toFindCount(progress(0, 0, true))).toBe('No matches');
  });

  it('says nothing when nothing is looked for', () => {
    expect(toFindCount(undefined)).toBe('');
  });

  it('says when the search went over an end', () => {
    expect(toWrapNotice({ ...progress(1, 2, true), wrapped: 'bottom' })).toBe('Went on from the start');
    expect(toWrapNotice({ ...progress(2, 2, true), wrapped: 'top' })).toBe('Went on from the end');
    expect(toWrapNotice(progress(1, 2, true))).toBe('');
  });
});
