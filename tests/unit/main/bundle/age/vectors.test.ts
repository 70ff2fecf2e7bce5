import { createHash } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import * as cctv from 'cctv-age';
import { beforeAll, expect, it } from 'vitest';
import { AgeError, type AgeErrorKind } from '@main/bundle/age/age-error';
import { parseAgeIdentity, type AgeIdentity } from '@main/bundle/age/age-keys';
import { openAgeFile, openPayload } from '@main/bundle/age/age-reader';
import { decodeArmor } from '@main/bundle/age/armor';
import { prepareCipher } from '@main/bundle/age/cipher';
import { unwrapWithPassphrase } from '@main/bundle/age/scrypt-stanza';
import { readBytes, readerOfBytes, type ByteReader } from '@main/bundle/bytes';

/** A vector of C2SP/CCTV: what it says of itself, and the age file. */
interface Vector {
  readonly expects: string;
  readonly payload: string | undefined;
  readonly identities: readonly string[];
  readonly passphrases: readonly string[];
  readonly isArmored: boolean;
  readonly file: Buffer;
}

const vectors = Object.entries(cctv as unknown as Readonly<Record<string, Uint8Array>>).map(
  ([name, bytes]) => [name, parseVector(Buffer.from(bytes))] as const,
);

function parseVector(bytes: Buffer): Vector {
  const end = bytes.indexOf('\n\n');
  const said = bytes
    .toString('latin1', 0, end)
    .split('\n')
    .map((line) => [line.slice(0, line.indexOf(': ')), line.slice(line.indexOf(': ') + 2)] as const);
  const all = (key: string): string[] => said.filter(([name]) => name === key).map(([, value]) => value);
  const file = bytes.subarray(end + 2);
  return {
    expects: all('expect')[0] ?? '',
    payload: all('payload')[0],
    identities: all('identity'),
    passphrases: all('passphrase'),
    isArmored: all('armored').length > 0,
    file: all('compressed').length > 0 ? inflateSync(file) : file,
  };
}

/** Keys of the kinds that are supported here: the post-quantum ones are not. */
function knownIdentities(vector: Vector): readonly AgeIdentity[] {
  return vector.identities.filter((text) => text.startsWith('AGE-SECRET-KEY-1')).map(parseAgeIdentity);
}

function open(vector: Vector): ByteReader {
  const source = readerOfBytes(vector.isArmored ? decodeArmor(vector.file.toString('latin1')) : vector.file);
  const [passphrase] = vector.passphrases;
  return passphrase === undefined
    ? openAgeFile(source, knownIdentities(vector))
    : openPayload(source, (stanzas) => unwrapWithPassphrase(stanzas, passphrase));
}

/** The SHA-256 of what is inside, or how it is refused. */
function outcome(vector: Vector): string {
  try {
    const plain = open(vector);
    return createHash('sha256')
      .update(readBytes(plain, 0, plain.sizeBytes))
      .digest('hex');
  } catch (error) {
    return error instanceof AgeError ? error.kind : String(error);
  }
}

/** What our words for a failure are, for the words of the vectors. */
const KINDS: Readonly<Record<string, readonly AgeErrorKind[]>> = {
  'armor failure': ['armor'],
  'header failure': ['header', 'truncated'],
  'HMAC failure': ['damaged'],
  'payload failure': ['damaged', 'truncated'],
  'no match': ['wrong-key'],
};

const isSupported = (vector: Vector): boolean =>
  vector.passphrases.length > 0 || knownIdentities(vector).length === vector.identities.length;
const supported = vectors.filter(([, vector]) => isSupported(vector));
const others = vectors.filter(([, vector]) => !isSupported(vector));

beforeAll(prepareCipher);

it('has the whole set of vectors before it, most of them of supported kinds', () => {
  expect(vectors).toHaveLength(143);
  expect(supported.length).toBeGreaterThan(115);
});

it.each(supported)('gives the stated result for %s', (_name, vector) => {
  const expected = vector.expects === 'success' ? [vector.payload] : KINDS[vector.expects];
  expect(expected).toContain(outcome(vector));
});

it.each(others)('refuses what it has no key type for: %s', (_name, vector) => {
  expect(['wrong-key', 'header']).toContain(outcome(vector));
});
