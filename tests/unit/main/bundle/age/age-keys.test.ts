import { bech32 } from '@scure/base';
import { beforeAll, describe, expect, it } from 'vitest';
import { ageIdentityFromSeed, isAgeRecipient, parseAgeIdentity } from '@main/bundle/age/age-keys';
import { AgeError } from '@main/bundle/age/age-error';
import { prepareCipher } from '@main/bundle/age/cipher';
import { openWithPassphrase, sealWithPassphrase } from '@main/bundle/age/passphrase';

/** A key and what `age-keygen -y` of age 1.1.1 says its recipient is. */
const KNOWN = {
  secretKey: 'AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX',
  recipient: 'age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj',
};

describe('an age key', () => {
  it('is the one that every age has for the same 32 bytes', () => {
    expect(ageIdentityFromSeed(Buffer.alloc(32, 0x42))).toEqual(KNOWN);
    expect(parseAgeIdentity(KNOWN.secretKey)).toEqual(KNOWN);
  });

  it('is refused with a slip in it, in the wrong case, for another use, and is not repeated in the error', () => {
    const slip = KNOWN.secretKey.replace('YYSJ', 'YYSK');
    for (const text of [slip, KNOWN.secretKey.toLowerCase(), KNOWN.recipient, '', 'AGE-SECRET-KEY-1']) {
      expect(() => parseAgeIdentity(text)).toThrow(AgeError);
      expect(() => parseAgeIdentity(text)).not.toThrow(/YYS/);
    }
  });

  it('is a recipient only whole, in lower case and of the right length', () => {
    expect(isAgeRecipient(KNOWN.recipient)).toBe(true);
    const short = bech32.encodeFromBytes('age', new Uint8Array(31));
    const other = bech32.encodeFromBytes('sage', new Uint8Array(32).fill(9));
    const wrong = [KNOWN.recipient.toUpperCase(), `${KNOWN.recipient} `, KNOWN.secretKey, short, other];
    for (const text of wrong) expect(isAgeRecipient(text)).toBe(false);
  });

  it('is no recipient when whatever is encrypted for it could be opened by everybody', () => {
    const zero = bech32.encodeFromBytes('age', new Uint8Array(32));
    const one = bech32.encodeFromBytes(
      'age',
      Uint8Array.from({ length: 32 }, (_, at) => (at === 0 ? 1 : 0)),
    );
    for (const text of [zero, one]) expect(isAgeRecipient(text)).toBe(false);
  });
});

describe('a secret behind a passphrase', () => {
  beforeAll(prepareCipher);

  it('comes back with the passphrase and not with another', () => {
    const sealed = sealWithPassphrase('a secret, and ümlauts\n', 'tidal marsh 7');
    expect(sealed).toMatch(/^-----BEGIN AGE ENCRYPTED FILE-----\n/);
    expect(openWithPassphrase(sealed, 'tidal marsh 7')).toBe('a secret, and ümlauts\n');
    expect(() => openWithPassphrase(sealed, 'tidal marsh 8')).toThrow(
      expect.objectContaining({ kind: 'wrong-key' }),
    );
    const damaged = sealed.replace(/.{10}\n-----END/, 'AAAAAAAAAA\n-----END');
    expect(() => openWithPassphrase(damaged, 'tidal marsh 7')).toThrow(AgeError);
  });

  it.each([19, 30, 64, 9_999_999_999])('is refused at once when it demands work of 2^%d', (factor) => {
    const file = `age-encryption.org/v1\n-> scrypt bjl7ohJNtSAhhcGIGMKWdw ${factor}\n${'A'.repeat(43)}\n--- ${'A'.repeat(43)}\n`;
    const begin = performance.now();
    expect(() => openWithPassphrase(file, 'x')).toThrow(/demands work of/);
    expect(performance.now() - begin).toBeLessThan(1000);
  });
});
