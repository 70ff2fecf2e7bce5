import type Sodium from 'libsodium-wrappers';

/** The bytes that authentication adds to what is encrypted. */
export const TAG_BYTES = 16;

let prepared: typeof Sodium | null = null;

/**
 * Loads ChaCha20-Poly1305, which the app's own cryptography library lacks. To be awaited once in each thread that encrypts
 * or decrypts; threads that do not are spared it.
 */
export async function prepareCipher(): Promise<void> {
  const { default: sodium } = await import('libsodium-wrappers');
  await sodium.ready;
  prepared = sodium;
}

/**
 * Encrypts with ChaCha20-Poly1305 (RFC 8439), without additional data.
 *
 * @param key 32 bytes
 * @param nonce 12 bytes, never used twice with one key
 * @returns the bytes encrypted, and a tag of 16 bytes
 */
export function sealBytes(key: Uint8Array, nonce: Uint8Array, plain: Uint8Array): Uint8Array {
  return cipher().crypto_aead_chacha20poly1305_ietf_encrypt(plain, null, null, nonce, key);
}

/** Decrypts what {@link sealBytes} made; null when it was not made with this key and nonce, or was altered. */
export function openBytes(key: Uint8Array, nonce: Uint8Array, sealed: Uint8Array): Uint8Array | null {
  const sodium = cipher();
  if (sealed.length < TAG_BYTES) return null;
  try {
    return sodium.crypto_aead_chacha20poly1305_ietf_decrypt(null, sealed, null, nonce, key);
  } catch {
    return null;
  }
}

/**
 * What encrypted bytes would say if they were to be believed. Nobody vouches for it: it serves to tell a person what
 * became of a file, never as content.
 *
 * @param sealed the encrypted bytes without their tag
 */
export function guessBytes(key: Uint8Array, nonce: Uint8Array, sealed: Uint8Array): Uint8Array {
  // The cipher is a key stream laid over the bytes: laid over them again, it is gone.
  return sealBytes(key, nonce, sealed).subarray(0, sealed.length);
}

function cipher(): typeof Sodium {
  if (prepared === null) throw new Error('prepareCipher was not awaited in this thread');
  return prepared;
}
