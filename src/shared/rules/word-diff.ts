/** A stretch of text that two versions share, or that only the later (`added`) or the earlier (`removed`) one has. */
export interface TextChange {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/**
 * A token: white space, one sign of a script that writes no spaces, a word, or any other sign. Together they are the
 * whole text.
 */
const TOKEN =
  /\s+|(?:[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]\p{M}*)|(?:(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}])[\p{L}\p{M}\p{N}_])+|./gsu;

/** The most edits that are looked for: beyond them two texts are so unlike that word differences would not help. */
const MAX_EDITS = 2_000;

/**
 * What changed between two versions of a text, word by word: the fewest words added and removed (Myers 1986, "An O(ND)
 * Difference Algorithm"). All but `added` joined is `before`, all but `removed` joined is `after`; what was removed in a
 * place comes before what was added there. Where the texts have little in common, all between their common beginning
 * and end is one removal and one addition.
 */
export function diffWords(before: string, after: string): readonly TextChange[] {
  const from = before.match(TOKEN) ?? [];
  const to = after.match(TOKEN) ?? [];
  let start = 0;
  while (start < from.length && start < to.length && from[start] === to[start]) start += 1;
  let end = 0;
  const most = Math.min(from.length, to.length) - start;
  while (end < most && from[from.length - 1 - end] === to[to.length - 1 - end]) end += 1;
  const oldMiddle = from.slice(start, from.length - end);
  const newMiddle = to.slice(start, to.length - end);
  return joinRuns([
    { kind: 'same', text: from.slice(0, start).join('') },
    ...(diffTokens(oldMiddle, newMiddle) ?? [
      { kind: 'removed', text: oldMiddle.join('') },
      { kind: 'added', text: newMiddle.join('') },
    ]),
    { kind: 'same', text: from.slice(from.length - end).join('') },
  ]);
}

/** One change a token, in order; null when there are more than MAX_EDITS. */
function diffTokens(from: readonly string[], to: readonly string[]): TextChange[] | null {
  // reached[k + offset] is how far into `from` a path on diagonal k = x - y gets with so many edits.
  const limit = Math.min(from.length + to.length, MAX_EDITS);
  const offset = limit + 1;
  const reached = new Int32Array(2 * offset + 1);
  const trail: Int32Array[] = [];
  for (let edits = 0; edits <= limit; edits += 1) {
    trail.push(reached.slice(offset - edits - 1, offset + edits + 2));
    for (let k = -edits; k <= edits; k += 2) {
      const isDown =
        k === -edits || (k !== edits && at(reached, offset + k - 1) < at(reached, offset + k + 1));
      let x = isDown ? at(reached, offset + k + 1) : at(reached, offset + k - 1) + 1;
      while (x < from.length && x - k < to.length && from[x] === to[x - k]) x += 1;
      reached[offset + k] = x;
      if (x >= from.length && x - k >= to.length) return walkBack(from, to, trail);
    }
  }
  return null;
}

/** Follows the trail from the ends of both texts back to their beginnings. */
function walkBack(
  from: readonly string[],
  to: readonly string[],
  trail: readonly Int32Array[],
): TextChange[] {
  const changes: TextChange[] = [];
  let x = from.length;
  let y = to.length;
  for (let edits = trail.length - 1; edits >= 0; edits -= 1) {
    const reached = trail[edits] ?? new Int32Array();
    const k = x - y;
    const center = edits + 1;
    const isDown = k === -edits || (k !== edits && at(reached, center + k - 1) < at(reached, center + k + 1));
    const startX = edits === 0 ? 0 : isDown ? at(reached, center + k + 1) : at(reached, center + k - 1) + 1;
    for (; x > startX; x -= 1, y -= 1) changes.push({ kind: 'same', text: from[x - 1] ?? '' });
    if (edits === 0) break;
    if (isDown) changes.push({ kind: 'added', text: to[(y -= 1)] ?? '' });
    else changes.push({ kind: 'removed', text: from[(x -= 1)] ?? '' });
  }
  return changes.toReversed();
}

/**
 * Joins neighbours: between two `same` stands at most one removal, then one addition. A shared space between changed
 * words is changed with them.
 */
function joinRuns(changes: readonly TextChange[]): readonly TextChange[] {
  const joined: TextChange[] = [];
  let same = '';
  let removed = '';
  let added = '';
  const flush = (): void => {
    if (removed !== '') joined.push({ kind: 'removed', text: removed });
    if (added !== '') joined.push({ kind: 'added', text: added });
    removed = '';
    added = '';
  };
  for (const { kind, text } of changes) {
    if (text === '') continue;
    if (kind === 'same') {
      same += text;
      continue;
    }
    if (same !== '') {
      const isGap = /^\s+$/u.test(same) && !same.includes('\n') && removed !== '' && added !== '';
      if (isGap) {
        removed += same;
        added += same;
      } else {
        flush();
        joined.push({ kind: 'same', text: same });
      }
      same = '';
    }
    if (kind === 'removed') removed += text;
    else added += text;
  }
  flush();
  if (same !== '') joined.push({ kind: 'same', text: same });
  return joined;
}

function at(array: Int32Array, index: number): number {
  return array[index] ?? 0;
}
