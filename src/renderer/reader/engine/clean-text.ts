/** Letters that PDFs join into one sign, as the letters they stand for. */
const LIGATURES: Readonly<Record<string, string>> = {
  ﬀ: 'ff',
  ﬁ: 'fi',
  ﬂ: 'fl',
  ﬃ: 'ffi',
  ﬄ: 'ffl',
  ﬅ: 'st',
  ﬆ: 'st',
};

/** Signs that begin an entry of a list. */
const LIST_START = /^(?:[•◦▪–—*·‣-]\s|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[).]\s|\[\d+\]\s)/;

/** A line that begins with the number of a section: "3.1 Method". */
const HEADING = /^(?:\d{1,2}|[A-Z])(?:\.\d{1,2}){0,3}\.?\s+\p{Lu}/u;

/** What ends a sentence, with the quotes and brackets that may follow. */
const SENTENCE_END = /[.!?:]["'”’)\]]*$/;

/** Lines shorter than this part of the usual line end a paragraph when a sentence ends with them. */
const SHORT_LINE = 0.85;

/**
 * Text as it was selected on pages, as a person would have typed it: no ligatures, no hyphens where lines were broken, the
 * lines of a paragraph in one, an empty line between paragraphs.
 * @example toCleanText('The ﬁrst algo-\nrithm works.') // 'The first algorithm works.'
 */
export function toCleanText(selected: string): string {
  const plain = selected
    .replaceAll('\0', '')
    .replaceAll(/[ﬀ-ﬆ]/g, (sign) => LIGATURES[sign] ?? sign)
    .replaceAll(/\r\n?/g, '\n');
  const lines = plain.split('\n').map((line) => line.replaceAll(/[\t \u00a0]+/g, ' ').trim());
  const usual = toUsualLength(lines);
  const paragraphs: string[] = [];
  let current = '';
  const finish = (): void => {
    if (current !== '') paragraphs.push(current);
    current = '';
  };
  for (const line of lines) {
    const isShort = line.length < usual * SHORT_LINE;
    const isHeading = isShort && HEADING.test(line) && !SENTENCE_END.test(line);
    if (line === '' || isHeading || LIST_START.test(line)) finish();
    current = current === '' ? line : joinLines(current, line);
    if (isHeading || (isShort && SENTENCE_END.test(line))) finish();
  }
  finish();
  return paragraphs.join('\n\n');
}

/** Two lines of a paragraph as one. */
function joinLines(before: string, after: string): string {
  if (before.endsWith('\u00ad')) return before.slice(0, -1) + after;
  const broken = /(\p{L}+)[-‐]$/u.exec(before);
  if (broken === null) return `${before} ${after}`;
  const word = /\S*$/.exec(before)?.[0] ?? '';
  // "state-of-", "Gauss-" before "Newton" and "COVID-" before "19" are hyphens of their own.
  const isCompound = /[-‐]/.test(word.slice(0, -1)) || !/^\p{Ll}/u.test(after);
  return isCompound ? before + after : before.slice(0, -1) + after;
}

/** How long a full line is: the longest of few, and of many one that a tenth are longer than. */
function toUsualLength(lines: readonly string[]): number {
  const lengths = lines.map((line) => line.length).toSorted((a, b) => b - a);
  return lengths[Math.floor(lengths.length / 10)] ?? 0;
}
