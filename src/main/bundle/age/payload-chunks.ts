import { deriveKey } from './age-header';
import { TAG_BYTES } from './cipher';

/** The encrypted part is cut into chunks of this many bytes (C2SP age.md, "Payload"). */
export const CHUNK_BYTES = 64 << 10;
/** A chunk encrypted. */
export const SEALED_CHUNK_BYTES = CHUNK_BYTES + TAG_BYTES;
/** What stands between the header and the first chunk. */
export const PAYLOAD_NONCE_BYTES = 16;

/** The key of the encrypted part. */
export function payloadKey(fileKey: Uint8Array, nonce: Uint8Array): Buffer {
  return deriveKey(fileKey, nonce, 'payload');
}

/** A chunk's nonce: which it is in 11 bytes, and whether it is the last, so that none can be moved, dropped or added. */
export function chunkNonce(index: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUIntBE(index, 5, 6);
  nonce.writeUInt8(isLast ? 1 : 0, 11);
  return nonce;
}
