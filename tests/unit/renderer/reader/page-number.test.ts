import { describe, expect, it } from 'vitest';
import { toPageName, toPageNumber } from '@renderer/reader/page-number';
import { toTellingLabels } from '@renderer/reader/engine/paper-facts';

describe('the page box', () => {
  const labels = ['i', 'ii', '507', '508', ''];

  it('takes a printed page number before a position', () => {
    expect(toPageNumber('507', labels, 5)).toBe(3);
    expect(toPageNumber(' II ', labels, 5)).toBe(2);
    expect(toPageNumber('4', labels, 5)).toBe(4);
    expect(toPageNumber('2', ['2', '1'], 2)).toBe(1);
  });

  it.each(['', ' ', '0', '6', '-1', '1.5', 'vii', '１'])('refuses %j', (typed) => {
    expect(toPageNumber(typed, labels, 5)).toBeUndefined();
  });

  it('shows the printed number, or the position of a page without one', () => {
    expect(toPageName(3, labels)).toBe('507');
    expect(toPageName(5, labels)).toBe('5');
    expect(toPageName(3, undefined)).toBe('3');
  });

  it('ignores labels that say only where a page is', () => {
    expect(toTellingLabels(['1', '2', '3'])).toBeUndefined();
    expect(toTellingLabels(['', '', ''])).toBeUndefined();
    expect(toTellingLabels(['i', '1'])).toEqual(['i', '1']);
  });
});
