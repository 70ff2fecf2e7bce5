/** More levels than any file of a bundle has. */
export const MAX_JSON_DEPTH = 32;
/** More members and items than 16 MiB of any file of a bundle hold. */
export const MAX_JSON_VALUES = 1_000_000;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;

/**
 * Whether JSON nests and lists no more than a file of a bundle may. Looked at before anything is parsed: 16 MiB of
 * brackets or commas would otherwise become hundreds of megabytes of objects and of complaints about them.
 */
export function isModestJson(bytes: Uint8Array): boolean {
  let depth = 0;
  let values = 1;
  let isInString = false;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (isInString) {
      if (byte === BACKSLASH) at += 1;
      else if (byte === QUOTE) isInString = false;
    } else if (byte === QUOTE) isInString = true;
    else if (byte === COMMA) values += 1;
    else if (isOpening(byte)) depth += 1;
    else if (isOpening(byte - 2)) depth -= 1;
    if (depth > MAX_JSON_DEPTH || values > MAX_JSON_VALUES) return false;
  }
  return true;
}

/** `[` or `{`; each is closed by the character two after it. */
function isOpening(byte: number): boolean {
  return byte === 0x5b || byte === 0x7b;
}
