import { describe, expect, it } from 'vitest';
import {
  isSamePoint,
  toRotation,
  toScale,
  toScrollMode,
  toScrollModeNumber,
  toSpreadMode,
  toSpreadModeNumber,
  toXyzDestination,
} from '@renderer/reader/engine/layout';

describe('places and pdf.js', () => {
  it('writes a point as a destination that keeps the zoom', () => {
    expect(toXyzDestination({ page: 4, top: 512.5, left: -3 })).toEqual([
      null,
      { name: 'XYZ' },
      -3,
      512.5,
      null,
    ]);
  });

  it('keeps presets by name and everything else as a factor', () => {
    expect(toScale('page-width', 1.4)).toBe('page-width');
    expect(toScale('page-fit', 0.7)).toBe('page-fit');
    expect(toScale('auto', 1.25)).toBe(1.25);
    expect(toScale('1.37', 1.37)).toBe(1.37);
    expect(toScale(null, 1)).toBe(1);
  });

  it.each([
    [0, 0],
    [450, 90],
    [-90, 270],
    [181, 180],
    [359, 0],
  ])('turns %d degrees into %d', (degrees, turn) => {
    expect(toRotation(degrees)).toBe(turn);
  });

  it('numbers the modes as pdf.js does, and takes unknown numbers for the plain ones', () => {
    expect(
      ['vertical', 'horizontal', 'wrapped', 'page'].map((mode) => toScrollModeNumber(mode as 'page')),
    ).toEqual([0, 1, 2, 3]);
    expect(['none', 'odd', 'even'].map((mode) => toSpreadModeNumber(mode as 'odd'))).toEqual([0, 1, 2]);
    expect(toScrollMode(3)).toBe('page');
    expect(toScrollMode(-1)).toBe('vertical');
    expect(toSpreadMode(2)).toBe('even');
    expect(toSpreadMode(7)).toBe('none');
  });

  it('tells points apart by page first', () => {
    const point = { page: 2, top: 100, left: 0 };
    expect(isSamePoint(point, { ...point, top: 101.5 })).toBe(true);
    expect(isSamePoint(point, { ...point, top: 103 })).toBe(false);
    expect(isSamePoint(point, { ...point, page: 3 })).toBe(false);
  });
});
