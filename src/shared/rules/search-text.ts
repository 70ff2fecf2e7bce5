/** What has no place in a text that is searched: controls (line ends become spaces before), halves of characters, soft hyphens, joiners. */
const UNWANTED = /[\p{Cc}\p{Cs}\u00ad\u200b-\u200d\u2060\ufeff]/gu;
/** A character of a script that is written without spaces, so that each stands for a word of its own. */
const IDEOGRAPH = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;
/** Between ideographs: a word break that is not seen (zero width space). */
const BREAK = '\u200b';

/**
 * A text as it is searched: ligatures, full-width and other compatibility forms are plain letters (Unicode NFKC), every
 * run of white space is one space, and nothing is in it that is not seen.
 */
export function foldForSearch(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s+/g, ' ').replaceAll(UNWANTED, '').trim();
}

/** A folded text with an unseen word break around each ideograph, for an index that knows only words between breaks. */
export function breakIdeographs(text: string): string {
  return text.replaceAll(IDEOGRAPH, `${BREAK}$&${BREAK}`);
}

/** Takes the breaks of {@link breakIdeographs} out again. */
export function unbreakIdeographs(text: string): string {
  return text.replaceAll(BREAK, '');
}
