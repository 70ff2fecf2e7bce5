import { COMMON_NAMES, NAME_PARTICLES, SHARED_MAILBOXES } from './common-names';
import type { CheckedReview } from './checked-review';
import type { NameFinding, TextSpan } from './finding';
import { findWords, foldText, type FoldedText } from './fold-text';
import { blankQuotes, linesAround, listProse, placesWord } from './prose';

/** A way the reviewer could be named. */
interface Naming {
  readonly what: 'your e-mail address' | 'your name' | 'part of your name';
  readonly words: readonly string[];
  /** Whether its words count only where they begin with capitals, as names do. */
  readonly needsCapitals: boolean;
}

/** Shorter parts of a name (Kim, Lee, May) are too many people's, and too many words. */
const SHORTEST_PART = 4;
/** Shorter beginnings of an address are names that many have. */
const SHORTEST_MAILBOX = 6;

/**
 * The reviewer's name or e-mail address in a text that authors read, whatever its case and accents: the whole name in
 * either order or with initials, the part of the address before the @, and single parts of the name. A single part does
 * not count where it is a common word or method, where the paper itself uses it, or in a quote from the paper. Open
 * review has no names to hide.
 */
export function findOwnName(review: CheckedReview): readonly NameFinding[] {
  if (review.venue.policy.blind === 'open') return [];
  const namings = listNamings(review);
  return listProse(review).flatMap(({ field, text }): readonly NameFinding[] => {
    if (field.audience !== 'authors') return [];
    const whole = foldText(text);
    const own = foldText(blankQuotes(text));
    const taken: TextSpan[] = [];
    return namings.flatMap(({ what, words, needsCapitals }): readonly NameFinding[] => {
      const spans = findWords(what === 'part of your name' ? own : whole, words).filter(
        (span) =>
          !(needsCapitals && !isCapitalized(text, span)) && !taken.some((one) => isOverlap(one, span)),
      );
      const [first] = spans;
      if (first === undefined) return [];
      taken.push(...spans);
      const said = text.slice(first.from, first.to);
      return [
        {
          check: 'own-name',
          field: field.id,
          severity: 'note',
          span: first,
          sentence: `${field.label} holds ${what}, “${said}”${placesWord(spans.length)}. Authors will read it.`,
          basis: `${words.join(' ')}\n${linesAround(text, spans)}`,
        },
      ];
    });
  });
}

/** The ways to name the reviewer, the most telling first. */
function listNamings({ me, paper }: CheckedReview): readonly Naming[] {
  const address = fold(me.email);
  const mailbox = address.slice(0, Math.max(0, address.indexOf('@')));
  const parts = namePartsOf(me.name);
  const [given] = parts;
  const last = parts.at(-1);
  const isAllCommon = parts.every((part) => COMMON_NAMES.has(part) || part.length < SHORTEST_PART);
  const paperWords = foldText([paper.title, paper.abstract, ...paper.keywords].join('\n'));
  const namings: Naming[] = [{ what: 'your e-mail address', words: [address], needsCapitals: false }];
  if (given !== undefined && last !== undefined && (parts.length > 1 || isUnspaced(given))) {
    const orders = parts.length === 1 ? [parts] : [parts, [last, given], [`${last},`, given]];
    if (parts.length > 2) orders.push([given, last]);
    namings.push(
      ...orders.map((words) => ({ what: 'your name' as const, words, needsCapitals: isAllCommon })),
    );
  }
  if (given !== undefined && last !== undefined && parts.length > 1) {
    const initial = `${given.slice(0, 1)}.`;
    namings.push(
      { what: 'your name', words: [initial, last], needsCapitals: true },
      { what: 'your name', words: [`${last},`, initial.slice(0, 1)], needsCapitals: true },
    );
  }
  if (mailbox.length >= SHORTEST_MAILBOX && !SHARED_MAILBOXES.has(mailbox) && !parts.includes(mailbox))
    namings.push({ what: 'your e-mail address', words: [mailbox], needsCapitals: false });
  for (const part of parts) {
    const isTelling = part.length >= SHORTEST_PART && !COMMON_NAMES.has(part) && !NAME_PARTICLES.has(part);
    if (isTelling && !isWordOf(paperWords, part))
      namings.push({ what: 'part of your name', words: [part], needsCapitals: true });
  }
  return namings;
}

/** The parts of a name, folded; initials left out. */
function namePartsOf(name: string): readonly string[] {
  return fold(name)
    .split(/[\s,]+/)
    .filter((part) => !part.endsWith('.') && (part.length > 1 || isUnspaced(part)));
}

function isWordOf(words: FoldedText, part: string): boolean {
  return findWords(words, [part]).length > 0;
}

function isUnspaced(text: string): boolean {
  return /[\p{sc=Han}\p{sc=Hangul}]/u.test(text.normalize('NFC'));
}

/** Whether every word of a span begins with a capital, or with a letter that has none. */
function isCapitalized(text: string, { from, to }: TextSpan): boolean {
  return text
    .slice(from, to)
    .split(/\s+/)
    .every((word) => !/^\p{Ll}/u.test(word));
}

function isOverlap(one: TextSpan, other: TextSpan): boolean {
  return one.from < other.to && other.from < one.to;
}

function fold(text: string): string {
  return foldText(text.trim()).text;
}
