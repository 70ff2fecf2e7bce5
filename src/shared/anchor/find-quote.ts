import type { Quote } from '../model/annotation';
import { foldText, type FoldedText } from './fold-text';
import { nearestMatch } from './nearest-match';

/** How surely a quote was found: as it stands, by what stands around it, or with some letters changed. */
export type FoundHow = 'exact' | 'context' | 'fuzzy';

/** Where a quote stands in a text, from (inclusive) and to (exclusive), in UTF-16 units. */
export interface FoundQuote {
  readonly start: number;
  readonly end: number;
  readonly how: FoundHow;
}

/** The shortest quote that may have changed, in folded letters: fewer say too little. */
const SHORTEST_FUZZY = 20;

/** Of the letters of a quote, how many may have changed. */
const MOST_CHANGED = 0.2;

/** A longer quote is looked for by its beginning and its end, in folded letters. */
const LONGEST_WHOLE = 500;

/** Pieces of this many letters that are unchanged lead to where a changed quote may stand. */
const PIECE = 12;

/** The most places that are looked at closely. */
const MOST_PLACES = 12;

/** Of the text around a quote, how much must be the same to tell one place of several, in folded letters. */
const TELLING = 6;

/**
 * Finds a quote in another version of its text: as it stands; where it stands several times by what stands around it, then
 * by where it was; else with up to a fifth of its letters changed. Undefined rather than a guess. `where` is the place that
 * it had, from 0 (start of the text) to 1.
 */
export function findQuote(text: FoldedText, quote: Quote, where: number): FoundQuote | undefined {
  const exact = foldText(quote.exact).folded;
  if (exact === '') return undefined;
  const places = findAll(text.folded, exact);
  const around = { prefix: foldText(quote.prefix).folded, suffix: foldText(quote.suffix).folded };
  if (places.length > 0) return chooseExact(text, exact, places, around, where);
  if (exact.length < SHORTEST_FUZZY) return undefined;
  const near = findChanged(text.folded, exact);
  return near === undefined ? undefined : toFound(text, near.start, near.end, 'fuzzy');
}

interface Around {
  readonly prefix: string;
  readonly suffix: string;
}

function chooseExact(
  text: FoldedText,
  exact: string,
  places: readonly number[],
  { prefix, suffix }: Around,
  where: number,
): FoundQuote | undefined {
  const [only, another] = places;
  if (only !== undefined && another === undefined && exact.length >= TELLING)
    return toFound(text, only, only + exact.length, 'exact');
  const scored = places.map((start) => ({
    start,
    same:
      sameEnd(text.folded.slice(0, start), prefix) +
      sameStart(text.folded.slice(start + exact.length, start + exact.length + suffix.length), suffix),
    away: Math.abs(start / text.folded.length - where),
  }));
  const [best] = scored.toSorted((a, b) => b.same - a.same || a.away - b.away);
  if (best === undefined) return undefined;
  // A short word in another place is another word; a sentence that is repeated is the one nearest to where it was.
  if (best.same < TELLING && exact.length < SHORTEST_FUZZY) return undefined;
  return toFound(text, best.start, best.start + exact.length, 'context');
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

function findChanged(text: string, exact: string): Stretch | undefined {
  if (exact.length <= LONGEST_WHOLE) return findNear(text, exact);
  const head = findNear(text, exact.slice(0, LONGEST_WHOLE / 2));
  if (head === undefined) return undefined;
  const reach = Math.ceil(exact.length * (1 + MOST_CHANGED));
  const tail = findNear(text.slice(head.start, head.start + reach), exact.slice(-LONGEST_WHOLE / 2));
  if (tail === undefined || tail.end < exact.length * (1 - MOST_CHANGED)) return undefined;
  return { start: head.start, end: head.start + tail.end };
}

/** The stretch of a text that a pattern has become, when pieces of it are still there to lead to it. */
function findNear(text: string, pattern: string): Stretch | undefined {
  const mostEdits = Math.floor(pattern.length * MOST_CHANGED);
  const starts = new Set<number>();
  for (let at = 0; at + PIECE <= pattern.length; at += PIECE / 2) {
    for (const place of findAll(text, pattern.slice(at, at + PIECE))) {
      // Places of the same stretch differ by what was put in or left out before the piece.
      const start = Math.max(0, place - at - mostEdits);
      if (![...starts].some((known) => Math.abs(known - start) <= mostEdits)) starts.add(start);
      if (starts.size >= MOST_PLACES) break;
    }
  }
  let best: (Stretch & { readonly edits: number }) | undefined;
  for (const start of starts) {
    const near = nearestMatch(text.slice(start, start + pattern.length + 3 * mostEdits), pattern, mostEdits);
    if (near !== undefined && (best === undefined || near.edits < best.edits))
      best = { start: start + near.start, end: start + near.end, edits: near.edits };
  }
  return best;
}

function findAll(text: string, pattern: string): readonly number[] {
  const places: number[] = [];
  for (let at = text.indexOf(pattern); at !== -1 && places.length < 1000; at = text.indexOf(pattern, at + 1))
    places.push(at);
  return places;
}

function toFound(text: FoldedText, start: number, end: number, how: FoundHow): FoundQuote {
  // What is left out in folding after the last letter does not belong to the quote.
  return { start: text.origins[start] ?? 0, end: (text.origins[end - 1] ?? 0) + 1, how };
}

function sameStart(text: string, beginning: string): number {
  let same = 0;
  while (same < beginning.length && text[same] === beginning[same]) same += 1;
  return same;
}

function sameEnd(text: string, ending: string): number {
  let same = 0;
  while (same < ending.length && text.at(-1 - same) === ending.at(-1 - same)) same += 1;
  return same;
}
