import { readBytes, readerOfBytes, type ByteReader } from '../bytes';
import { AgeError } from './age-error';

const BEGIN = '-----BEGIN AGE ENCRYPTED FILE-----';
const END = '-----END AGE ENCRYPTED FILE-----';
const LINE_LENGTH = 64;
/** The longest text that is read: it is held in memory, and what is mailed as text is small. */
const MAX_ARMORED_BYTES = 32 << 20;
/** White space before the text, as mail programs leave it. */
const MAX_LEADING_BYTES = 1 << 10;

/** Whether bytes begin as an age file in its text form does. */
export function isArmored(source: ByteReader): boolean {
  const beginning = readBytes(source, 0, MAX_LEADING_BYTES + BEGIN.length).toString('latin1');
  return beginning.trimStart().startsWith(BEGIN);
}

/**
 * The binary form of an age file that may be in its text form.
 *
 * @throws AgeError armor
 */
export function readArmor(source: ByteReader): ByteReader {
  if (!isArmored(source)) return source;
  if (source.sizeBytes > MAX_ARMORED_BYTES)
    throw new AgeError('armor', 'its text form is longer than 32 MiB');
  const text = readBytes(source, 0, source.sizeBytes).toString('latin1');
  return { ...readerOfBytes(decodeArmor(text)), close: source.close };
}

/**
 * The bytes of an age file in its text form (C2SP age.md, "ASCII armor": strict PEM, RFC 7468).
 *
 * @throws AgeError armor when it is not the one text that these bytes have; lines may end in CR LF
 */
export function decodeArmor(text: string): Buffer {
  const lines = text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '').split(/\r?\n/);
  if (lines[0] !== BEGIN || lines.length < 2 || lines.at(-1) !== END)
    throw new AgeError('armor', 'its text form does not begin or end as it should');
  const body = lines.slice(1, -1);
  const bytes = Buffer.from(body.join(''), 'base64');
  if (wrap(bytes).join('\n') !== body.join('\n'))
    throw new AgeError('armor', 'its text form is not what it should be');
  return bytes;
}

/** The text form of an age file. */
export function encodeArmor(bytes: Buffer): string {
  return [BEGIN, ...wrap(bytes), END, ''].join('\n');
}

function wrap(bytes: Buffer): readonly string[] {
  const text = bytes.toString('base64');
  return Array.from({ length: Math.ceil(text.length / LINE_LENGTH) }, (_, index) => {
    return text.slice(index * LINE_LENGTH, (index + 1) * LINE_LENGTH);
  });
}
