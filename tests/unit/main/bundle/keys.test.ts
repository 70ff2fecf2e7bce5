import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { PersonId, VenueId } from '@shared/model/ids';
import {
  enrolmentBytes,
  fingerprintOf,
  generateIdentity,
  identityFromPem,
  identityFromSeed,
  invitationIdentity,
  isSignedBy,
  signBytes,
} from '@main/bundle/keys';

const venue = 'sim2science-2026' as VenueId;
const person = 'p-0123456789abcdef' as PersonId;
const message = Buffer.from('what was signed');

describe('a signing identity', () => {
  it('signs as RFC 8032 says (7.1, test 2)', () => {
    const identity = identityFromSeed(
      Buffer.from('4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb', 'hex'),
    );
    expect(signBytes(identity, Buffer.from([0x72])).toString('hex')).toBe(
      '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da' +
        '085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
    );
  });

  it('is the same again from its PEM, and another each time it is made', () => {
    const identity = generateIdentity();
    expect(identityFromPem(identity.privatePem)).toEqual(identity);
    expect(generateIdentity().fingerprint).not.toBe(identity.fingerprint);
    expect(fingerprintOf(identity.publicPem)).toBe(identity.fingerprint);
  });

  it('is not made of keys of other kinds, short seeds or broken text', () => {
    const rsa = generateKeyPairSync('rsa', {
      modulusLength: 2048,
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
      publicKeyEncoding: { type: 'spki', format: 'pem' },
    });
    expect(() => identityFromPem(rsa.privateKey)).toThrow('not an Ed25519 key');
    expect(() => fingerprintOf(rsa.publicKey)).toThrow('not an Ed25519 public key');
    expect(() => identityFromSeed(Buffer.alloc(31))).toThrow('32 bytes');
    expect(() => identityFromPem('garbage')).toThrow();
  });
});

describe('a signature', () => {
  const identity = generateIdentity();
  const signature = signBytes(identity, message);

  it('holds for its key, its bytes and itself only', () => {
    expect(isSignedBy(identity.publicPem, message, signature)).toBe(true);
    expect(isSignedBy(generateIdentity().publicPem, message, signature)).toBe(false);
    expect(isSignedBy(identity.publicPem, Buffer.from('something else'), signature)).toBe(false);
    const bent = Buffer.from(signature);
    bent.writeUInt8(bent.readUInt8(0) ^ 1, 0);
    expect(isSignedBy(identity.publicPem, message, bent)).toBe(false);
  });

  it.each([Buffer.alloc(0), Buffer.alloc(63), Buffer.alloc(64), Buffer.alloc(65)])(
    'of the wrong bytes does not hold and does not throw',
    (bytes) => {
      expect(isSignedBy(identity.publicPem, message, bytes)).toBe(false);
    },
  );

  it('by a key that is no Ed25519 public key does not hold and does not throw', () => {
    expect(isSignedBy('', message, signature)).toBe(false);
    const { publicKey } = generateKeyPairSync('ed448', {
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
      publicKeyEncoding: { type: 'spki', format: 'pem' },
    });
    expect(isSignedBy(publicKey, message, signature)).toBe(false);
  });

  it('has one PEM form of its key only', () => {
    expect(() => fingerprintOf(`${identity.publicPem}\n`)).toThrow('not an Ed25519 public key in PEM');
    expect(() => fingerprintOf(identity.publicPem.replaceAll('\n', '\r\n'))).toThrow(
      'not an Ed25519 public key in PEM',
    );
    expect(() => fingerprintOf(identity.privatePem)).toThrow('not an Ed25519 public key in PEM');
  });
});

describe('an invitation', () => {
  const organizer = generateIdentity();

  it('is the same every time for one organizer, venue and person, and another for each other', () => {
    const { fingerprint, privatePem } = invitationIdentity(organizer, venue, person);
    expect(invitationIdentity(organizer, venue, person).privatePem).toBe(privatePem);
    const others = [
      invitationIdentity(generateIdentity(), venue, person),
      invitationIdentity(organizer, `${venue}-b` as VenueId, person),
      invitationIdentity(organizer, venue, 'p-0123456789abcdee' as PersonId),
    ];
    expect(new Set([fingerprint, ...others.map((other) => other.fingerprint)]).size).toBe(4);
    expect(createPrivateKey(privatePem).asymmetricKeyType).toBe('ed25519');
  });

  it('vouches for one key of one person at one venue', () => {
    const invitation = invitationIdentity(organizer, venue, person);
    const key = generateIdentity().fingerprint;
    const signature = signBytes(invitation, enrolmentBytes(venue, person, key));
    expect(isSignedBy(invitation.publicPem, enrolmentBytes(venue, person, key), signature)).toBe(true);
    expect(
      isSignedBy(invitation.publicPem, enrolmentBytes(venue, person, organizer.fingerprint), signature),
    ).toBe(false);
    expect(isSignedBy(invitation.publicPem, enrolmentBytes('other' as VenueId, person, key), signature)).toBe(
      false,
    );
  });
});
