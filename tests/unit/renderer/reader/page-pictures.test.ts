import { describe, expect, it } from 'vitest';
import { toPictureAreas, turnArea } from '@renderer/reader/engine/page-pictures';
import { toHoles } from '@renderer/reader/engine/page-tint';

/** Three corners as pdf.js records them. */
const corners = (left: number, top: number, right: number, bottom: number): number[] => [
  left,
  top,
  left,
  bottom,
  right,
  top,
];

describe('the pictures that keep their colours', () => {
  it('are those of the size of a figure', () => {
    const record = [...corners(0.1, 0.2, 0.5, 0.4), ...corners(0.7, 0.7, 0.71, 0.71)];
    expect(toPictureAreas(record)).toEqual([{ left: 0.1, top: 0.2, right: 0.5, bottom: 0.4 }]);
  });

  it('are cut at the edge of the page', () => {
    expect(toPictureAreas(corners(-2, 0.5, 0.5, 3))).toEqual([{ left: 0, top: 0.5, right: 0.5, bottom: 1 }]);
  });

  it('are none on a scan, in one piece or in strips', () => {
    expect(toPictureAreas(corners(0, 0, 1, 1))).toEqual([]);
    const strips = Array.from({ length: 10 }, (_, index) =>
      corners(0, index / 10, 1, (index + 1) / 10),
    ).flat();
    expect(toPictureAreas(strips)).toEqual([]);
  });

  it('turn with the page', () => {
    const area = { left: 0, top: 0, right: 0.25, bottom: 0.5 };
    expect(turnArea(area, 0)).toEqual(area);
    expect(turnArea(area, 90)).toEqual({ left: 0.5, top: 0, right: 1, bottom: 0.25 });
    expect(turnArea(area, 180)).toEqual({ left: 0.75, top: 0.5, right: 1, bottom: 1 });
    expect(turnArea(turnArea(area, 270), 90)).toEqual(area);
  });

  it('are holes in the colour, each closed', () => {
    const shape = toHoles([{ left: 0.25, top: 0.5, right: 0.75, bottom: 1 }]);
    expect(shape).toBe(
      'polygon(evenodd, 0.00% 0.00%, 100.00% 0.00%, 100.00% 100.00%, 0.00% 100.00%, 0.00% 0.00%, ' +
        '25.00% 50.00%, 25.00% 100.00%, 75.00% 100.00%, 75.00% 50.00%, 25.00% 50.00%, 0.00% 0.00%)',
    );
  });
});
