import { bech32 } from '@scure/base';
import { AgeError } from './age-error';
import { sharedSecret, X25519_BYTES, x25519Pair, type X25519Pair } from './x25519';

/** A key that opens what is encrypted for its recipient, both as the `age` program writes them. */
export interface AgeIdentity {
  /** `AGE-SECRET-KEY-1...`. Never logged. */
  readonly secretKey: string;
  /** `age1...`: may be shown and passed on. */
  readonly recipient: string;
}

const SECRET_PREFIX = 'AGE-SECRET-KEY-';
const RECIPIENT_PREFIX = 'age';

/** The identity of a private X25519 key of 32 bytes. The same seed always gives the same one. */
export function ageIdentityFromSeed(seed: Uint8Array): AgeIdentity {
  return {
    secretKey: encode(SECRET_PREFIX.toLowerCase(), seed).toUpperCase(),
    recipient: encode(RECIPIENT_PREFIX, x25519Pair(seed).publicBytes),
  };
}

/**
 * The identity of a secret key as `age-keygen` writes it.
 *
 * @throws AgeError wrong-key when the text is not one. The message does not repeat it.
 */
export function parseAgeIdentity(secretKey: string): AgeIdentity {
  return ageIdentityFromSeed(seedOf(secretKey));
}

/** Whether a text is a recipient that something can be encrypted for. */
export function isAgeRecipient(text: string): boolean {
  const publicBytes = decode(RECIPIENT_PREFIX, text);
  // Whatever is encrypted for a key that shares the same secret with everybody, everybody opens.
  return publicBytes !== null && sharedSecret(x25519Pair(publicBytes).privateKey, publicBytes) !== null;
}

/** The X25519 pair of an identity. */
export function pairOf(identity: AgeIdentity): X25519Pair {
  return x25519Pair(seedOf(identity.secretKey));
}

/**
 * The 32 bytes of a recipient's public key.
 *
 * @throws Error when the text is not a recipient
 */
export function publicBytesOf(recipient: string): Uint8Array {
  const publicBytes = decode(RECIPIENT_PREFIX, recipient);
  if (publicBytes === null) throw new Error(`not an age recipient: ${recipient}`);
  return publicBytes;
}

function seedOf(secretKey: string): Uint8Array {
  const isUpperCase = secretKey === secretKey.toUpperCase();
  const seed = isUpperCase ? decode(SECRET_PREFIX.toLowerCase(), secretKey.toLowerCase()) : null;
  if (seed === null) throw new AgeError('wrong-key', 'this is not an age secret key');
  return seed;
}

/** Bech32 (BIP 173), in lower case. */
function encode(prefix: string, bytes: Uint8Array): string {
  return bech32.encode(prefix, bech32.toWords(bytes), false);
}

function decode(prefix: string, text: string): Uint8Array | null {
  if (text !== text.toLowerCase() || !text.startsWith(`${prefix}1`)) return null;
  try {
    const decoded = bech32.decodeToBytes(text);
    return decoded.prefix === prefix && decoded.bytes.length === X25519_BYTES ? decoded.bytes : null;
  } catch {
    return null;
  }
}
