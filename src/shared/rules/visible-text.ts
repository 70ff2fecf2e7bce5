/** Characters that a reader does not see and that change what is seen: controls, format characters, odd spaces. */
const UNSEEN =
  /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\u115f\u1160\u3164\uffa0]|\p{Variation_Selector}/gu;
/** Those of them that have no place in a text for a terminal: all controls but tab and line end, and what turns the direction. */
const UNFIT_FOR_TERMINALS = /[^\P{Cc}\t\n]|[\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

/**
 * A name that a stranger chose (of a file, an entry, a member of JSON), for people to look at: characters that hide,
 * turn round or command are written out as `\u{202e}`, and what is longer than the limit is cut with an ellipsis.
 *
 * @param maxLength in UTF-16 code units, of the name before it is written out
 */
export function makeVisible(name: string, maxLength = 200): string {
  const cut = name.length > maxLength ? `${name.slice(0, maxLength)}…` : name;
  return cut.replaceAll(UNSEEN, writeOut);
}

/**
 * A text as it may be written to a terminal: nothing in it moves the cursor, changes colours or turns the direction of
 * writing. Line ends, tabs and every visible character stay.
 */
export function makeFitForTerminal(text: string): string {
  return text.replaceAll(UNFIT_FOR_TERMINALS, writeOut);
}

/** JSON for a terminal: the same value, with what could command the terminal as `\u009b`. */
export function toTerminalJson(value: unknown): string {
  return JSON.stringify(value, null, 2).replaceAll(
    UNFIT_FOR_TERMINALS,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function writeOut(character: string): string {
  return `\\u{${character.codePointAt(0)?.toString(16) ?? ''}}`;
}
