/** A stretch of a text that is nearly a pattern. */
export interface NearMatch {
  /** From (inclusive) and to (exclusive), in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  /** How many letters must be put in, left out or replaced. */
  readonly edits: number;
}

/**
 * The stretch of a text that is nearest to a pattern, by edit distance (Sellers 1980): the first of equally near ones.
 * Undefined when each needs more than `mostEdits`. Takes pattern times text steps: give it short texts.
 * @example nearestMatch('the first one', 'the fist', 2) // { start: 0, end: 9, edits: 1 }
 */
export function nearestMatch(text: string, pattern: string, mostEdits: number): NearMatch | undefined {
  const size = pattern.length;
  // For each length of the pattern's beginning: the edits of its best match that ends here, and where that started.
  let edits = Array.from({ length: size + 1 }, (_, at) => at);
  let starts = new Array<number>(size + 1).fill(0);
  let best: NearMatch | undefined;
  for (let at = 0; at < text.length; at += 1) {
    const nextEdits = [0];
    const nextStarts = [at + 1];
    for (let row = 1; row <= size; row += 1) {
      const replaced = (edits[row - 1] ?? 0) + (text[at] === pattern[row - 1] ? 0 : 1);
      const leftOut = (nextEdits[row - 1] ?? 0) + 1;
      const putIn = (edits[row] ?? 0) + 1;
      const least = Math.min(replaced, leftOut, putIn);
      nextEdits.push(least);
      if (least === replaced) nextStarts.push(row === 1 ? at : (starts[row - 1] ?? 0));
      else nextStarts.push(least === leftOut ? (nextStarts[row - 1] ?? 0) : (starts[row] ?? 0));
    }
    edits = nextEdits;
    starts = nextStarts;
    const now = edits[size] ?? size;
    if (now <= mostEdits && (best === undefined || now < best.edits))
      best = { start: starts[size] ?? 0, end: at + 1, edits: now };
  }
  return best;
}
