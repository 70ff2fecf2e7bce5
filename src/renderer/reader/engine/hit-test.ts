import type { Quad } from '@shared/model/annotation';
import type { PageMark } from './mark';

/** How far beside a mark a press still means it, in points. */
const SLACK = 1.5;

/** The mark at a point of a page in PDF user space: the smallest of those there. */
export function markAt(
  marks: readonly PageMark[],
  pageNumber: number,
  [x, y]: readonly [number, number],
): PageMark | undefined {
  let best: PageMark | undefined;
  let bestArea = Infinity;
  for (const mark of marks) {
    for (const { page, quads } of mark.pages) {
      if (page !== pageNumber) continue;
      const area = areaIfHit(quads, x, y);
      if (area === undefined || area > bestArea) continue;
      best = mark;
      bestArea = area;
    }
  }
  return best;
}

/** The area of all quads, when one of them is hit. */
function areaIfHit(quads: readonly Quad[], x: number, y: number): number | undefined {
  let isHit = false;
  let area = 0;
  for (const quad of quads) {
    const xs = [quad[0], quad[2], quad[4], quad[6]].map((one) => one ?? 0);
    const ys = [quad[1], quad[3], quad[5], quad[7]].map((one) => one ?? 0);
    const [left, right, low, high] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    area += (right - left) * (high - low);
    isHit ||= x >= left - SLACK && x <= right + SLACK && y >= low - SLACK && y <= high + SLACK;
  }
  return isHit ? area : undefined;
}
