import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Identity } from '@main/bundle/keys';
import type { Keychain } from '@main/services/keychain';
import { replaceIdentityFile } from '@main/store/identity-file';

/** Gives a data folder this signing key, kept in a file, in the place of any other. */
export function keepInFile(dataFolder: string, { fingerprint, privatePem }: Identity): void {
  replaceIdentityFile(dataFolder, { kept: 'file', fingerprint, privateKey: privatePem });
}

/** What `identity.json` of a data folder holds, as text. */
export function identityText(dataFolder: string): string {
  return readFileSync(join(dataFolder, 'identity.json'), 'utf8');
}

/** A keychain that turns text round. */
export const keychain: Keychain = {
  encrypt: async (secret) => Buffer.from(secret.split('').toReversed().join('')).toString('base64'),
  decrypt: async (sealed) => Buffer.from(sealed, 'base64').toString().split('').toReversed().join(''),
};

/** A keychain that seals and does not give out again, as one that is locked. */
export const lockedKeychain: Keychain = {
  encrypt: keychain.encrypt,
  decrypt: async () => {
    throw new Error('Error while decrypting the ciphertext provided to safeStorage.decryptString.');
  },
};
