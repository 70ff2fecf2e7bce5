/** What a PDF says of the program that made it, in place of the browser's description of itself and the system. */
const PROGRAM = 'Referee';

/**
 * A PDF whose `/Creator` names this program only. The typesetter writes there what a browser would tell a server, with the
 * operating system and every version. The entry keeps its length, so that every offset in the file stays true; entries
 * other than a plain literal (ISO 32000-2, 7.3.4.2) or a hexadecimal string are not written by it.
 */
export function hideProgram(pdf: Uint8Array): Uint8Array {
  const bytes = Buffer.from(pdf);
  for (const mark of ['/Creator (', '/Creator(']) {
    for (let at = bytes.indexOf(mark); at !== -1; at = bytes.indexOf(mark, at + 1)) {
      const start = at + mark.length;
      const end = endOfLiteral(bytes, start);
      if (end === -1) continue;
      bytes.write(PROGRAM.slice(0, end - start).padEnd(end - start, ' '), start, 'latin1');
    }
  }
  return bytes;
}

/** Where a literal string ends: its parentheses are balanced or escaped. */
function endOfLiteral(bytes: Buffer, start: number): number {
  let depth = 1;
  for (let at = start; at < bytes.length; at += 1) {
    const sign = bytes[at];
    if (sign === 0x5c) at += 1;
    else if (sign === 0x28) depth += 1;
    else if (sign === 0x29) {
      depth -= 1;
      if (depth === 0) return at;
    }
  }
  return -1;
}
