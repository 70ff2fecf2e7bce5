import { fileOf } from '../../support/craft-bundle';
import { ASSIGNMENT_PATH } from '@main/bundle/payload';
import { golden, takeGolden, type Case } from './material';

/** The age key of the reviewer of the golden bundles, as `age -i` reads it. */
export const KEY_FILE = 'reviewer.key.txt';

/** The text of {@link KEY_FILE}. */
export function keyFile(): Buffer {
  const parts = takeGolden('assignment-with-keys.referee');
  const { replyKey } = JSON.parse(fileOf(parts, ASSIGNMENT_PATH).toString()) as { replyKey: string };
  return Buffer.from(`# the reply key of the golden reviewer; it protects nothing\n${replyKey}\n`);
}

const sealed = golden('review.referee.age');
/** Where the header ends: the line of its MAC begins with three dashes. */
const headerEnd = sealed.indexOf('\n', sealed.indexOf('\n--- ') + 1) + 1;

const flipped = (at: number): Buffer => {
  const bytes = Buffer.from(sealed);
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
  return bytes;
};

type Row = readonly [file: string, verdict: Case['verdict'], why: string, bytes: Buffer, hasKey: boolean];

const rows: readonly Row[] = [
  ['good/review.referee.age', 'ok', 'a review bundle encrypted to its chairs and its author', sealed, true],
  [
    'bad/age-other-key.referee.age',
    'BUNDLE_ENCRYPTED_FOR_OTHERS',
    'the same file, without a key',
    sealed,
    false,
  ],
  [
    'bad/age-cut-last-byte.referee.age',
    'BUNDLE_TRUNCATED',
    'its last byte is missing',
    sealed.subarray(0, -1),
    true,
  ],
  [
    'bad/age-cut-payload.referee.age',
    'BUNDLE_TRUNCATED',
    'only its header and nonce are there',
    sealed.subarray(0, headerEnd + 16),
    true,
  ],
  [
    'bad/age-payload-bit.referee.age',
    'BUNDLE_DAMAGED',
    'a bit of the payload flipped',
    flipped(headerEnd + 100),
    true,
  ],
  [
    'bad/age-nonce-bit.referee.age',
    'BUNDLE_TRUNCATED',
    'a bit of the payload’s nonce flipped: its last chunk does not open',
    flipped(headerEnd + 3),
    true,
  ],
  [
    'bad/age-mac-bit.referee.age',
    'BUNDLE_DAMAGED',
    'a bit of the header’s MAC flipped',
    flipped(headerEnd - 20),
    true,
  ],
  [
    'bad/age-suffix.referee.age',
    'BUNDLE_TRUNCATED',
    'bytes after the last chunk, so that the last one is none',
    Buffer.concat([sealed, Buffer.from('junk')]),
    true,
  ],
  [
    'bad/age-passphrase.referee.age',
    'BUNDLE_NOT_A_BUNDLE',
    'encrypted to a passphrase, with a work factor of 2^30 that nobody should try',
    Buffer.concat([
      Buffer.from(
        `age-encryption.org/v1\n-> scrypt ${'A'.repeat(22)} 30\n${'A'.repeat(43)}\n--- ${'A'.repeat(43)}\n`,
      ),
      Buffer.alloc(64),
    ]),
    true,
  ],
];

/** Encrypted bundles. They cannot be made anew with the same bytes: all are of the golden one. */
export function ageCases(): readonly Case[] {
  return rows.map(([file, verdict, why, bytes, hasKey]) => ({
    file,
    rule: 'age',
    verdict,
    why,
    bytes,
    ...(hasKey ? { key: KEY_FILE } : {}),
  }));
}
