import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  hkdfSync,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto';
import { fingerprintSchema, type Fingerprint, type PersonId, type VenueId } from '@shared/model/ids';
import { isOfSmallOrder } from './small-order';

/** A signing identity: an Ed25519 key pair (RFC 8032) with its fingerprint. */
export interface Identity {
  readonly fingerprint: Fingerprint;
  /** SPKI PEM, as `signer.pem` in a bundle. */
  readonly publicPem: string;
  /** PKCS #8 PEM. Never logged, never in a bundle. */
  readonly privatePem: string;
}

/** The fixed bytes before a 32-byte Ed25519 seed in PKCS #8 DER (RFC 8410, section 7). */
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');

/** Makes a new identity from the system's randomness. */
export function generateIdentity(): Identity {
  return toIdentity(generateKeyPairSync('ed25519').privateKey);
}

/**
 * The identity of a private key in PKCS #8 PEM.
 *
 * @throws when it is not an Ed25519 key.
 */
export function identityFromPem(privatePem: string): Identity {
  const key = createPrivateKey(privatePem);
  if (key.asymmetricKeyType !== 'ed25519') throw new Error('the signing key is not an Ed25519 key');
  return toIdentity(key);
}

/** Whether a text is the PKCS #8 PEM of an Ed25519 private key. */
export function isSigningKey(privatePem: string): boolean {
  try {
    identityFromPem(privatePem);
    return true;
  } catch {
    return false;
  }
}

/** The identity of a 32-byte seed. The same seed always gives the same key. */
export function identityFromSeed(seed: Uint8Array): Identity {
  if (seed.length !== 32) throw new Error('an Ed25519 seed has 32 bytes');
  const der = Buffer.concat([PKCS8_PREFIX, seed]);
  return toIdentity(createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }));
}

/**
 * The invitation key of a person: derived from the organizer's key (HKDF-SHA-256, RFC 5869), so that it needs no
 * storage and the same assignment bundle has the same bytes every time.
 */
export function invitationIdentity(organizer: Identity, venue: VenueId, person: PersonId): Identity {
  return identityFromSeed(deriveSeed(organizer, `referee-invitation-v1\n${venue}\n${person}`));
}

/** 32 bytes that follow from an identity and a purpose (HKDF-SHA-256, RFC 5869) and tell nothing of either. */
export function deriveSeed(identity: Identity, purpose: string): Uint8Array {
  const der = privateKeyOf(identity).export({ format: 'der', type: 'pkcs8' });
  return new Uint8Array(hkdfSync('sha256', der, Buffer.alloc(0), purpose, 32));
}

const privateKeys = new WeakMap<Identity, KeyObject>();

/** Reading a key takes longer than signing with it, and an organizer's signs or derives hundreds of times. */
function privateKeyOf(identity: Identity): KeyObject {
  const key = privateKeys.get(identity) ?? createPrivateKey(identity.privatePem);
  privateKeys.set(identity, key);
  return key;
}

/** Signs bytes: 64 raw bytes. Deterministic. */
export function signBytes(identity: Identity, bytes: Uint8Array): Buffer {
  return sign(null, bytes, privateKeyOf(identity));
}

/**
 * Whether a signature over bytes was made by the owner of a public key (SPKI PEM). Keys of small order have no owner:
 * anybody can sign anything with them, and only some libraries refuse them (see small-order.ts).
 */
export function isSignedBy(publicPem: string, bytes: Uint8Array, signature: Uint8Array): boolean {
  try {
    const key = createPublicKey(publicPem);
    if (key.asymmetricKeyType !== 'ed25519' || signature.length !== 64) return false;
    const point = key.export({ format: 'der', type: 'spki' }).subarray(-32);
    if (isOfSmallOrder(point) || isOfSmallOrder(signature.subarray(0, 32))) return false;
    return verify(null, bytes, key, signature);
  } catch {
    return false;
  }
}

/**
 * The fingerprint of a public key: the SHA-256 of its SPKI DER.
 *
 * @throws when the text is not an Ed25519 public key in its one PEM form.
 */
export function fingerprintOf(publicPem: string): Fingerprint {
  const key = createPublicKey(publicPem);
  if (key.asymmetricKeyType !== 'ed25519' || exportPublic(key) !== publicPem) {
    throw new Error('not an Ed25519 public key in PEM');
  }
  return digest(key);
}

/** What an invitation signs: that a key belongs to the person who was invited to a venue. */
export function enrolmentBytes(venue: VenueId, person: PersonId, fingerprint: Fingerprint): Buffer {
  return Buffer.from(`referee-enrolment-v1\n${venue}\n${person}\n${fingerprint}\n`, 'utf8');
}

function toIdentity(privateKey: KeyObject): Identity {
  const publicKey = createPublicKey(privateKey);
  return {
    fingerprint: digest(publicKey),
    publicPem: exportPublic(publicKey),
    privatePem: privateKey.export({ format: 'pem', type: 'pkcs8' }) as string,
  };
}

function exportPublic(key: KeyObject): string {
  return key.export({ format: 'pem', type: 'spki' }) as string;
}

function digest(key: KeyObject): Fingerprint {
  const der = key.export({ format: 'der', type: 'spki' });
  return fingerprintSchema.parse(createHash('sha256').update(der).digest('hex'));
}
