import { describe, expect, it } from 'vitest';
import { markAt } from '@renderer/reader/engine/hit-test';
import type { PageMark } from '@renderer/reader/engine/mark';

const mark = (
  id: string,
  page: number,
  left: number,
  low: number,
  right: number,
  high: number,
): PageMark => ({
  id,
  kind: 'highlight',
  tone: 'minor',
  hasComment: false,
  pages: [{ page, quads: [[left, high, right, high, left, low, right, low]] }],
});

describe('markAt', () => {
  const marks = [
    mark('wide', 1, 0, 0, 400, 400),
    mark('small', 1, 100, 100, 150, 112),
    mark('next', 2, 0, 0, 400, 400),
  ];

  it('means the smallest of the marks that lie over each other', () => {
    expect(markAt(marks, 1, [120, 105])?.id).toBe('small');
    expect(markAt(marks, 1, [300, 300])?.id).toBe('wide');
  });

  it('finds nothing beside a mark, nor on another page', () => {
    expect(markAt(marks, 1, [410, 10])).toBeUndefined();
    expect(markAt(marks, 3, [10, 10])).toBeUndefined();
  });
});
