import { foldForSearch } from '@shared/rules/search-text';

/** The most that is kept of one page, UTF-16 code units: a page of print has some 6,000. */
const MAX_PAGE_LENGTH = 200_000;

/** A letter, a hyphen of any kind at the end of a line, a small letter: one word that the line was too short for. */
const BROKEN_WORD = /(?<=\p{L})[-\u00ad\u2010]\s*\n\s*(?=\p{Ll})/gu;
/** Ideographs and kana, which are written without spaces: a line end between them stands for nothing. */
const BROKEN_IDEOGRAPHS =
  /(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])\n(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])/gu;

/** A page's text as it came out of the PDF, with its line ends, as one line to search in: words whole, letters plain. */
export function cleanPageText(text: string): string {
  const joined = text.slice(0, MAX_PAGE_LENGTH).replaceAll(BROKEN_WORD, '').replaceAll(BROKEN_IDEOGRAPHS, '');
  return foldForSearch(joined);
}
