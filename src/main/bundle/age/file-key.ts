import { randomBytes } from 'node:crypto';
import { TAG_BYTES } from './cipher';

/** The bytes of the key that a file is encrypted with. */
export const FILE_KEY_BYTES = 16;
/** A file's key as stanzas hold it. */
export const SEALED_KEY_BYTES = FILE_KEY_BYTES + TAG_BYTES;
/** A stanza's key encrypts one thing once, so its nonce may be the same for all. */
export const ZERO_NONCE: Uint8Array = new Uint8Array(12);

/** A new file's key. */
export function makeFileKey(): Uint8Array {
  return randomBytes(FILE_KEY_BYTES);
}
