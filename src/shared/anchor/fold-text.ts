/** A text without all that differs between two settings of the same words, and where each of its letters comes from. */
export interface FoldedText {
  /** Lower case, without blanks, hyphens, accents and ligatures. */
  readonly folded: string;
  /** For each unit of `folded` the offset in the text that it comes from, in UTF-16 units; one more for the end. */
  readonly origins: readonly number[];
}

/** What a new setting of a text puts in or leaves out: blanks, hyphens of broken lines, invisible signs. */
const LEFT_OUT = /^[\s\p{M}\p{Cc}\p{Cf}\p{Pd}]$/u;

const QUOTES: Readonly<Record<string, string>> = { '“': '"', '”': '"', '„': '"', '’': "'", '‘': "'" };

/**
 * Folds a text for comparing two versions of a document: a line is broken elsewhere, a ligature is resolved, an accent is
 * written as a sign of its own.
 * @example foldText('The ﬁrst algo-\nrithm').folded // 'thefirstalgorithm'
 */
export function foldText(text: string): FoldedText {
  const parts: string[] = [];
  const origins: number[] = [];
  let at = 0;
  for (const sign of text) {
    for (const plain of (QUOTES[sign] ?? sign).normalize('NFKD').toLowerCase()) {
      if (LEFT_OUT.test(plain)) continue;
      parts.push(plain);
      for (let unit = 0; unit < plain.length; unit += 1) origins.push(at);
    }
    at += sign.length;
  }
  origins.push(at);
  return { folded: parts.join(''), origins };
}
