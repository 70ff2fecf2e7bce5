import { trimText } from '../offline-form/form-lines';
import type { OfflineQuestion } from '../offline-form/offline-form';

/** What stands where no choice was made. */
export const NO_CHOICE = '(Your choice here)';

/** The text of an answer, as HotCRP reads it (`ReviewValues::parse_text`); null when there is none. */
export function readText(body: string): string | null {
  const lines = body.replaceAll('\r\n', '\n').split('\n');
  return trimText(lines.map((line) => line.replace(/^\\(?===[-+*]==)/, '')).join('\n'));
}

/** A choice that was entered, or what is wrong with it. Null: none was made. */
export type EnteredChoice = { readonly value: string | null } | { readonly problem: string };

/**
 * The choice that was entered: `4`, `4. Accept`, `No entry`, or the untouched `(Your choice here)`. What stands before the
 * first full stop counts, as in HotCRP.
 */
export function readChoice(body: string, { name, choices }: OfflineQuestion): EnteredChoice {
  const entered = readText(body) ?? '';
  if (entered === '' || entered.startsWith('(') || /^(?:no entry|none|0)$/i.test(entered)) {
    const isZero = choices.some(({ symbol }) => symbol === entered);
    return { value: isZero ? entered : null };
  }
  const symbol = entered.split(/[.\s]/, 1)[0] ?? '';
  const chosen =
    choices.find((choice) => isSame(choice.symbol, symbol)) ??
    choices.find((choice) => isSame(choice.label, entered));
  if (chosen !== undefined) return { value: chosen.symbol ?? chosen.label };
  const known = choices.map((choice) => choice.symbol ?? choice.label).join(', ');
  return { problem: `“${entered.slice(0, 60)}” is no choice of “${name}”; it has ${known}` };
}

/** A line that HotCRP would take for a directive or a comment, or for one that was escaped. */
const DIRECTIVE = /^==[-+*]==/;
const LIKE_ESCAPED = /^\\==[-+*]==/;

/**
 * A text as a form holds it: no line of it reads as a directive or a comment. HotCRP has no way to say a line that begins
 * with `\==+==` itself; such a line gets a space before it.
 *
 * @returns the text, and whether such a space was put in
 */
export function escapeText(text: string): { readonly text: string; readonly isChanged: boolean } {
  const lines = text.split('\n');
  const escaped = lines.map((line) => {
    if (DIRECTIVE.test(line)) return `\\${line}`;
    return LIKE_ESCAPED.test(line) ? ` ${line}` : line;
  });
  return { text: escaped.join('\n'), isChanged: lines.some((line) => LIKE_ESCAPED.test(line)) };
}

function isSame(known: string | null, entered: string): boolean {
  return known !== null && known.toLowerCase() === entered.toLowerCase();
}
