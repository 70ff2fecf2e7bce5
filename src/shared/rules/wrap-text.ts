/** Characters that take two columns in a terminal or an e-mail: CJK, full-width forms, emoji (UAX 11). */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const ZERO = /[\p{Mn}\p{Me}\p{Cf}]/u;
const CJK_RUN = /[\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3]/u;

/** How many columns a text takes. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text) {
    if (!ZERO.test(character)) columns += WIDE.test(character) ? 2 : 1;
  }
  return columns;
}

/**
 * Lines wrapped at spaces, as plain text is sent: what belongs to a list or a quote stays below it, and code, tables and
 * display math stay as they are. A word that is longer than a line stays whole.
 */
export function wrapText(text: string, columns: number): string {
  let isInBlock = false;
  return text
    .split('\n')
    .flatMap((line) => {
      const isFence = /^\s*(?:```|~~~|\$\$\s*$)/.test(line);
      if (isFence) isInBlock = !isInBlock;
      const isAsItIs = isFence || isInBlock || /^(?: {4}|\t|\s*\|)/.test(line);
      return isAsItIs ? [line.trimEnd()] : wrapLine(line, columns);
    })
    .join('\n');
}

function wrapLine(line: string, columns: number): readonly string[] {
  const start = /^\s*(?:>\s?)*(?:[-*+]\s+|\d{1,3}[.)]\s+)?/.exec(line)?.[0] ?? '';
  const quote = /^\s*(?:>\s?)*/.exec(line)?.[0] ?? '';
  const hanging = quote + ' '.repeat(start.length - quote.length);
  const lines: string[] = [];
  let current = start;
  let isEmpty = true;
  for (const word of piecesOf(line.slice(start.length))) {
    const next = isEmpty ? current + word.text : `${current}${word.gap}${word.text}`;
    if (!isEmpty && columnsOf(next) > columns) {
      lines.push(current.trimEnd());
      current = hanging + word.text;
    } else current = next;
    isEmpty = false;
  }
  return [...lines, current.trimEnd()];
}

/** What a line may be broken between: words, and characters of scripts that are written without spaces. */
function piecesOf(text: string): readonly { readonly text: string; readonly gap: string }[] {
  return text
    .split(/ +/)
    .filter((word) => word !== '')
    .flatMap((word) => {
      if (!CJK_RUN.test(word)) return [{ text: word, gap: ' ' }];
      return (
        word.match(
          /[\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3][^\s\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3]*|[^\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3]+/gu,
        ) ?? [word]
      ).map((piece, index) => ({ text: piece, gap: index === 0 ? ' ' : '' }));
    });
}
