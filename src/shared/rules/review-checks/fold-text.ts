import type { TextSpan } from './finding';

/** A text in which case, accents and compatibility forms do not count, and where each part of it stands in the original. */
export interface FoldedText {
  readonly text: string;
  /** For each code unit of `text`, where the character begins that it comes from. */
  readonly starts: readonly number[];
  /** For each code unit of `text`, where that character ends, with the accents that follow it. */
  readonly ends: readonly number[];
}

/** Letters that Unicode does not take apart, as they are written where they are not on the keyboard. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ł: 'l',
  þ: 'th',
  '’': "'",
  '‘': "'",
  ʼ: "'",
  '‐': '-',
  '‑': '-',
  '–': '-',
};
/** Soft hyphens, joiners and their like: written, not seen. */
const UNSEEN = /\p{Cf}/gu;
/** Scripts whose names stand in a text without spaces around them, or with endings of the language joined on. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}]/u;

/** Folds a text (Unicode NFKD without marks, lower case), keeping places. */
export function foldText(source: string): FoldedText {
  const starts: number[] = [];
  const ends: number[] = [];
  let text = '';
  let at = 0;
  for (const character of source) {
    const end = at + character.length;
    const folded = foldCharacter(character);
    if (folded === '' && ends.length > 0) ends[ends.length - 1] = end;
    for (let unit = 0; unit < folded.length; unit += 1) {
      starts.push(at);
      ends.push(end);
    }
    text += folded;
    at = end;
  }
  return { text, starts, ends };
}

/**
 * Every place where words stand one after the other in a folded text, as spans of the original. Only whole words count,
 * but in scripts that write none.
 *
 * @param words folded already
 */
export function findWords(folded: FoldedText, words: readonly string[]): readonly TextSpan[] {
  const { text, starts, ends } = folded;
  if (!words.every((word) => text.includes(word))) return [];
  const isWhole = !words.some((word) => UNSPACED.test(word.normalize('NFC')));
  const body = words.map((word) => word.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`)).join(' +');
  const pattern = isWhole ? String.raw`(?<![\p{L}\p{N}])${body}(?![\p{L}\p{N}])` : body;
  return [...text.matchAll(new RegExp(pattern, 'gu'))].flatMap((match) => {
    const last = match.index + match[0].length - 1;
    const isCut = starts[last + 1] === starts[last] || starts[match.index] === starts[match.index - 1];
    const from = starts[match.index];
    const to = ends[last];
    return isCut || from === undefined || to === undefined ? [] : [{ from, to }];
  });
}

function foldCharacter(character: string): string {
  if (/\s/u.test(character)) return ' ';
  const lower = character.toLowerCase();
  // Nearly every character, and normalizing is what takes the time.
  if (character < '\u0080') return lower;
  return LETTERS[lower] ?? lower.normalize('NFKD').replaceAll(/\p{M}/gu, '').replaceAll(UNSEEN, '');
}
