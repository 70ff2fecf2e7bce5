import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { AgeError } from './age-error';
import { decodeBase64, encodeBase64 } from './base64';

/** One way to the file's key: for one recipient, or from a passphrase. */
export interface Stanza {
  readonly type: string;
  readonly args: readonly string[];
  readonly body: Buffer;
}

/** What stands before the encrypted part (C2SP age.md, "Header"). */
export interface AgeHeader {
  readonly stanzas: readonly Stanza[];
  /** The header's bytes up to its authentication code, which the code is over. */
  readonly authenticated: Buffer;
  readonly mac: Buffer;
  readonly sizeBytes: number;
}

/** A header of this length speaks to some 2,500 recipients. A longer one is refused. */
export const MAX_HEADER_BYTES = 256 << 10;

/** How every age file begins, of this version and of others. */
export const AGE_BEGINNING = 'age-encryption.org/';
const VERSION_LINE = `${AGE_BEGINNING}v1`;
const MAC_BYTES = 32;
const LINE_LENGTH = 64;

/**
 * Reads a header. There is one way only to write one; anything else is refused.
 *
 * @param beginning the file's first bytes: all of it, or {@link MAX_HEADER_BYTES}
 * @throws AgeError header; truncated when it does not end
 */
export function parseHeader(beginning: Buffer): AgeHeader {
  const lines = readLines(beginning.toString('latin1'), beginning.length < MAX_HEADER_BYTES);
  if (lines.next() !== VERSION_LINE) throw new AgeError('header', `it does not begin with ${VERSION_LINE}`);
  const stanzas: Stanza[] = [];
  for (;;) {
    const start = lines.position();
    const line = lines.next();
    if (!line.startsWith('---')) {
      stanzas.push(parseStanza(line, lines.next));
      continue;
    }
    const mac = line.startsWith('--- ') ? decodeBase64(line.slice(4)) : null;
    if (mac?.length !== MAC_BYTES) throw new AgeError('header', 'its last line is malformed');
    if (stanzas.length === 0) throw new AgeError('header', 'it is for nobody');
    return { stanzas, authenticated: beginning.subarray(0, start + 3), mac, sizeBytes: lines.position() };
  }
}

/** Writes a header for a file's key of 16 bytes. */
export function formatHeader(fileKey: Uint8Array, stanzas: readonly Stanza[]): Buffer {
  const texts = stanzas.map(({ type, args, body }) => `-> ${[type, ...args].join(' ')}\n${wrapBody(body)}`);
  const authenticated = Buffer.from(`${VERSION_LINE}\n${texts.join('')}---`, 'latin1');
  return Buffer.concat([authenticated, Buffer.from(` ${encodeBase64(macOf(fileKey, authenticated))}\n`)]);
}

/** @throws AgeError damaged when the header is not as it was written by whoever had the file's key */
export function checkMac(fileKey: Uint8Array, header: AgeHeader): void {
  if (!timingSafeEqual(macOf(fileKey, header.authenticated), header.mac))
    throw new AgeError('damaged', 'the header was altered');
}

/** HKDF-SHA-256 (RFC 5869) to 32 bytes, which every key of the format is derived with. */
export function deriveKey(input: Uint8Array, salt: Uint8Array, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', input, salt, purpose, 32));
}

function macOf(fileKey: Uint8Array, authenticated: Buffer): Buffer {
  const key = deriveKey(fileKey, Buffer.alloc(0), 'header');
  return createHmac('sha256', key).update(authenticated).digest();
}

function parseStanza(line: string, next: () => string): Stanza {
  const [arrow, type, ...args] = line.split(' ');
  const isSound =
    arrow === '->' && type !== undefined && [type, ...args].every((arg) => /^[!-~]+$/.test(arg));
  if (!isSound) throw new AgeError('header', 'a stanza is malformed');
  const parts: Buffer[] = [];
  for (;;) {
    const text = next();
    const part = text.length > LINE_LENGTH ? null : decodeBase64(text);
    if (part === null) throw new AgeError('header', `the body of stanza ${type} is malformed`);
    parts.push(part);
    // Only a line that is not full ends a body, if need be an empty one.
    if (text.length < LINE_LENGTH) return { type, args, body: Buffer.concat(parts) };
  }
}

function wrapBody(body: Buffer): string {
  const text = encodeBase64(body);
  const count = Math.floor(text.length / LINE_LENGTH) + 1;
  return Array.from({ length: count }, (_, index) => {
    return `${text.slice(index * LINE_LENGTH, (index + 1) * LINE_LENGTH)}\n`;
  }).join('');
}

function readLines(
  text: string,
  isAll: boolean,
): { readonly next: () => string; readonly position: () => number } {
  let at = 0;
  return {
    next: () => {
      const end = text.indexOf('\n', at);
      if (end < 0) {
        throw isAll
          ? new AgeError('truncated', 'its header does not end')
          : new AgeError('header', 'its header is too long');
      }
      const line = text.slice(at, end);
      at = end + 1;
      return line;
    },
    position: () => at,
  };
}
