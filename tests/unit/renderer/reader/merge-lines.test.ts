import { describe, expect, it } from 'vitest';
import { mergeLines } from '@renderer/reader/engine/merge-lines';

const box = (left: number, top: number, right: number, bottom: number) => ({ left, top, right, bottom });

describe('mergeLines', () => {
  it('makes one box of the pieces of a line, in whatever order they come', () => {
    expect(mergeLines([box(60, 10, 90, 22), box(10, 10, 58, 22)])).toEqual([box(10, 10, 90, 22)]);
  });

  it('keeps lines apart, from the top', () => {
    expect(mergeLines([box(10, 24, 90, 36), box(10, 10, 90, 22)])).toEqual([
      box(10, 10, 90, 22),
      box(10, 24, 90, 36),
    ]);
  });

  it('keeps the columns of a line apart', () => {
    expect(mergeLines([box(10, 10, 290, 22), box(320, 10, 600, 22)])).toHaveLength(2);
  });

  it('takes a superscript into its line', () => {
    expect(mergeLines([box(10, 10, 58, 22), box(58, 8, 64, 15)])).toEqual([box(10, 8, 64, 22)]);
  });

  it('leaves out what has no size, and what is there twice', () => {
    expect(mergeLines([box(10, 10, 10, 22), box(10, 10, 50, 22), box(10, 10, 50, 22)])).toEqual([
      box(10, 10, 50, 22),
    ]);
  });
});
