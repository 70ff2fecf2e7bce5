import type { Sides } from './mark';

/** Of the lower of two boxes, how much must be beside the other for both to be of one line. */
const SHARED_HEIGHT = 0.5;

/** Boxes of a line further apart than this many of its heights are two columns. */
const GAP_HEIGHTS = 1.6;

/**
 * The boxes of a text's pieces as one box for each line and column: pieces that stand beside each other are joined, and
 * what lies inside another box adds nothing. From the top, left first. Empty boxes are left out.
 */
export function mergeLines(boxes: readonly Sides[]): readonly Sides[] {
  const lines: Sides[] = [];
  const sorted = boxes
    .filter((box) => box.right - box.left > 0.1 && box.bottom - box.top > 0.1)
    .toSorted((a, b) => a.left - b.left || a.top - b.top);
  for (const box of sorted) {
    const at = lines.findIndex((line) => isBeside(line, box));
    const line = lines[at];
    if (line === undefined) lines.push(box);
    else lines[at] = join(line, box);
  }
  return lines.toSorted((a, b) => a.top - b.top || a.left - b.left);
}

function isBeside(line: Sides, box: Sides): boolean {
  const heights = [line.bottom - line.top, box.bottom - box.top];
  const shared = Math.min(line.bottom, box.bottom) - Math.max(line.top, box.top);
  if (shared < SHARED_HEIGHT * Math.min(...heights)) return false;
  return box.left - line.right < GAP_HEIGHTS * Math.max(...heights);
}

function join(a: Sides, b: Sides): Sides {
  return {
    left: Math.min(a.left, b.left),
    top: Math.min(a.top, b.top),
    right: Math.max(a.right, b.right),
    bottom: Math.max(a.bottom, b.bottom),
  };
}
