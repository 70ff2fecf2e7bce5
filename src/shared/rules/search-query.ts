import { foldForSearch } from './search-text';

/** Words that stand together in this order; the last may be the beginning of one. */
export interface SearchTerm {
  readonly text: string;
  readonly isPrefix: boolean;
}

/** What is looked for: of each of `all` one term or more, and none of `none`. Nothing is found when `all` is empty. */
export interface SearchQuery {
  readonly all: readonly (readonly SearchTerm[])[];
  readonly none: readonly SearchTerm[];
}

/** The longest query that is looked at, UTF-16 code units, and the most terms in it. */
const MAX_LENGTH = 400;
const MAX_TERMS = 24;
/** A beginning shorter than this begins too much. */
const MIN_PREFIX_LENGTH = 2;

const PART = /(?<not>-?)(?:"(?<phrase>[^"]*)(?<closed>"?)|(?<word>[^\s"]+))/gu;
const HAS_WORD = /[\p{L}\p{N}]/u;
const QUOTES = /[\u201c\u201d\u201e\u201f\u00ab\u00bb]/gu;

/**
 * Understands what somebody typed: words that must all be there, "words in a row", `OR` between two of which one is
 * enough, `-` before what must not be there. The last word, while it is being typed, may be the beginning of one. Every
 * text is a query; what has no letter or digit in it asks for nothing.
 */
export function parseSearchQuery(typed: string): SearchQuery {
  const text = typed.slice(0, MAX_LENGTH).replaceAll(QUOTES, '"');
  const all: SearchTerm[][] = [];
  const none: SearchTerm[] = [];
  let isOr = false;
  let count = 0;
  for (const match of text.matchAll(PART)) {
    const { not, phrase, closed, word } = match.groups ?? {};
    if (word === 'OR' && not === '') {
      isOr = all.length > 0;
      continue;
    }
    const words = foldForSearch(phrase ?? word ?? '');
    if (!HAS_WORD.test(words) || count === MAX_TERMS) continue;
    count += 1;
    const isLast = match.index + match[0].length === text.length && closed !== '"';
    const term = { text: words, isPrefix: isLast && isLongEnough(words) };
    if (not === '-') none.push({ ...term, isPrefix: false });
    else if (isOr) all.at(-1)?.push(term);
    else all.push([term]);
    isOr = false;
  }
  return { all, none };
}

/** The words of a query that may be looked for as they are, when it is one term; null for any other. */
export function onlyTermOf({ all, none }: SearchQuery): string | null {
  const [first, second] = all;
  return none.length === 0 && second === undefined && first?.length === 1 ? (first[0]?.text ?? null) : null;
}

/** Whether the last run of letters and digits is long enough to be a beginning. */
function isLongEnough(words: string): boolean {
  const last = /[\p{L}\p{N}\p{M}]+$/u.exec(words)?.[0] ?? '';
  return last.length >= MIN_PREFIX_LENGTH;
}
