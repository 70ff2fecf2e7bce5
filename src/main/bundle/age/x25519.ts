import { createPrivateKey, createPublicKey, diffieHellman, type KeyObject } from 'node:crypto';

/** Bytes of a private key, of a public key and of what two keys share. */
export const X25519_BYTES = 32;

/** The fixed bytes before a raw X25519 key in PKCS #8 and in SPKI DER (RFC 8410, sections 4 and 7). */
const PKCS8_PREFIX = Buffer.from('302e020100300506032b656e04220420', 'hex');
const SPKI_PREFIX = Buffer.from('302a300506032b656e032100', 'hex');

/** A key pair (RFC 7748). */
export interface X25519Pair {
  readonly privateKey: KeyObject;
  /** 32 bytes. */
  readonly publicBytes: Buffer;
}

/** The pair of a private key of 32 bytes; any 32 bytes are one. */
export function x25519Pair(secret: Uint8Array): X25519Pair {
  if (secret.length !== X25519_BYTES) throw new Error('an X25519 key has 32 bytes');
  const privateKey = createPrivateKey({
    key: Buffer.concat([PKCS8_PREFIX, secret]),
    format: 'der',
    type: 'pkcs8',
  });
  const spki = createPublicKey(privateKey).export({ format: 'der', type: 'spki' });
  return { privateKey, publicBytes: spki.subarray(SPKI_PREFIX.length) };
}

/** What two keys share: 32 bytes; null for a public key that shares the same with everybody (RFC 7748, section 6.1). */
export function sharedSecret(privateKey: KeyObject, publicBytes: Uint8Array): Buffer | null {
  const publicKey = createPublicKey({
    key: Buffer.concat([SPKI_PREFIX, publicBytes]),
    format: 'der',
    type: 'spki',
  });
  try {
    const shared = diffieHellman({ privateKey, publicKey });
    return shared.every((byte) => byte === 0) ? null : shared;
  } catch {
    return null;
  }
}
