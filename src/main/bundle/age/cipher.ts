import type { ByteSink } from '../bytes';

/** The bytes that authentication adds to what is encrypted. */
export const TAG_BYTES = 16;

const KEY_BYTES = 32;
const NONCE_BYTES = 12;
/** The longest text that is encrypted at once: a chunk of an age file. */
const MAX_PLAIN_BYTES = 64 << 10;

/**
 * libsodium's compiled functions, below its wrappers: those make room for every call and copy twice, which costs a third
 * of the speed. Lengths are passed as two 32-bit halves, places as addresses in `HEAPU8`.
 */
interface Compiled {
  readonly HEAPU8: Uint8Array;
  _malloc(byteCount: number): number;
  _crypto_aead_chacha20poly1305_ietf_encrypt(...places: readonly number[]): number;
  _crypto_aead_chacha20poly1305_ietf_decrypt(...places: readonly number[]): number;
}

/** The cipher with room for one call at a time. */
interface Cipher {
  readonly compiled: Compiled;
  readonly input: number;
  readonly output: number;
  readonly key: number;
  readonly nonce: number;
}

let prepared: Cipher | null = null;

/**
 * Loads ChaCha20-Poly1305, which the app's own cryptography library lacks. To be awaited once in each thread that encrypts
 * or decrypts; threads that do not are spared it.
 */
export async function prepareCipher(): Promise<void> {
  if (prepared !== null) return;
  const module = await import('libsodium-wrappers');
  await module.default.ready;
  const { libsodium: compiled } = module as unknown as { readonly libsodium: Compiled };
  prepared ??= {
    compiled,
    input: compiled._malloc(MAX_PLAIN_BYTES + TAG_BYTES),
    output: compiled._malloc(MAX_PLAIN_BYTES + TAG_BYTES),
    key: compiled._malloc(KEY_BYTES),
    nonce: compiled._malloc(NONCE_BYTES),
  };
}

/**
 * Encrypts with ChaCha20-Poly1305 (RFC 8439), without additional data.
 *
 * @param key 32 bytes
 * @param nonce 12 bytes, never used twice with one key
 * @param plain at most 64 KiB
 * @returns the bytes encrypted, and a tag of 16 bytes
 */
export function sealBytes(key: Uint8Array, nonce: Uint8Array, plain: Uint8Array): Uint8Array {
  const { compiled, output } = seal(key, nonce, plain);
  return Buffer.from(compiled.HEAPU8.subarray(output, output + plain.length + TAG_BYTES));
}

/** As {@link sealBytes}, handed on where it is, so that a long file is not copied once more. */
export function sealInto(sink: ByteSink, key: Uint8Array, nonce: Uint8Array, plain: Uint8Array): void {
  const { compiled, output } = seal(key, nonce, plain);
  sink(compiled.HEAPU8.subarray(output, output + plain.length + TAG_BYTES));
}

/** Leaves what was encrypted in the compiled functions' memory, until the next call. */
function seal(key: Uint8Array, nonce: Uint8Array, plain: Uint8Array): Cipher {
  const cipher = load(key, nonce, plain, MAX_PLAIN_BYTES);
  cipher.compiled._crypto_aead_chacha20poly1305_ietf_encrypt(
    cipher.output,
    0,
    cipher.input,
    plain.length,
    0,
    0,
    0,
    0,
    0,
    cipher.nonce,
    cipher.key,
  );
  return cipher;
}

/** Decrypts what {@link sealBytes} made; null when it was not made with this key and nonce, or was altered. */
export function openBytes(key: Uint8Array, nonce: Uint8Array, sealed: Uint8Array): Uint8Array | null {
  const opened = openInPlace(key, nonce, sealed);
  return opened === null ? null : Buffer.from(opened);
}

/** As {@link openBytes}, answered where it is until the next call, so that a long file is not copied once more. */
export function openInPlace(key: Uint8Array, nonce: Uint8Array, sealed: Uint8Array): Uint8Array | null {
  if (sealed.length < TAG_BYTES) return null;
  const cipher = load(key, nonce, sealed, MAX_PLAIN_BYTES + TAG_BYTES);
  const { compiled } = cipher;
  const failure = compiled._crypto_aead_chacha20poly1305_ietf_decrypt(
    cipher.output,
    0,
    0,
    cipher.input,
    sealed.length,
    0,
    0,
    0,
    0,
    cipher.nonce,
    cipher.key,
  );
  if (failure !== 0) return null;
  return compiled.HEAPU8.subarray(cipher.output, cipher.output + sealed.length - TAG_BYTES);
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

/** Puts what a call needs where the compiled functions find it. */
function load(key: Uint8Array, nonce: Uint8Array, input: Uint8Array, maxBytes: number): Cipher {
  if (prepared === null) throw new Error('prepareCipher was not awaited in this thread');
  if (key.length !== KEY_BYTES || nonce.length !== NONCE_BYTES || input.length > maxBytes)
    throw new Error('a key, a nonce or a chunk has the wrong length');
  const { HEAPU8 } = prepared.compiled;
  HEAPU8.set(key, prepared.key);
  HEAPU8.set(nonce, prepared.nonce);
  HEAPU8.set(input, prepared.input);
  return prepared;
}
