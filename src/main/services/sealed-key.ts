import { AppError } from '@shared/contract/errors';
import { identityFromPem, type Identity } from '../bundle/keys';
import { IDENTITY_REMEDY, type IdentityFile, type KeptIdentity } from '../store/identity-file';
import { keySealed, type KeyUser } from './key-words';
import type { Keychain } from './keychain';
import { openSealed, sealSecret } from './sealed-secret';

/** How a person wants their key kept. */
export type KeyChoice =
  | { readonly keeping: 'passphrase'; readonly passphrase: string }
  | { readonly keeping: 'keychain' }
  | { readonly keeping: 'file' };

/** A key as its file is to hold it. Refused: NOT_AVAILABLE_HERE for a keychain that is not there. */
export async function sealKey(
  identity: Identity,
  choice: KeyChoice,
  keychain: Keychain | null,
): Promise<KeptIdentity> {
  const { fingerprint, privatePem } = identity;
  switch (choice.keeping) {
    case 'file':
      return { kept: 'file', fingerprint, privateKey: privatePem };
    case 'passphrase':
      return { kept: 'passphrase', fingerprint, privateKey: await sealSecret(privatePem, choice.passphrase) };
    case 'keychain':
      if (keychain === null)
        throw new AppError('NOT_AVAILABLE_HERE', 'This computer has no keychain that Referee could use.');
      return { kept: 'keychain', fingerprint, privateKey: await keychain.encrypt(privatePem) };
  }
}

/** A key that the keychain seals. Refused: FILE_UNREADABLE when the keychain does not give it out. */
export async function openWithKeychain(
  file: IdentityFile,
  keychain: Keychain | null,
  user: KeyUser,
): Promise<Identity> {
  if (keychain === null) throw keySealed(user);
  let privatePem: string;
  try {
    privatePem = await keychain.decrypt(file.privateKey);
  } catch (error) {
    throw keySealed(user, error instanceof Error ? error.message : String(error));
  }
  return openPlain(file, privatePem);
}

/** A key that a passphrase seals. Refused: KEY_WRONG_PASSPHRASE, FILE_UNREADABLE. */
export async function openWithPassphrase(file: IdentityFile, passphrase: string): Promise<Identity> {
  const privatePem = await openSealed(file.privateKey, passphrase, {
    wrong: 'This passphrase does not open your signing key. Try again; capital and small letters differ.',
    damaged: `identity.json in the data folder is damaged. ${IDENTITY_REMEDY}`,
  });
  return openPlain(file, privatePem);
}

/** A key whose PEM is at hand. Refused: FILE_UNREADABLE when it is none, or not the one that the file names. */
export function openPlain(file: IdentityFile, privatePem = file.privateKey): Identity {
  try {
    const identity = identityFromPem(privatePem);
    if (file.fingerprint !== null && file.fingerprint !== identity.fingerprint)
      throw new Error('the key has another fingerprint than its file says');
    return identity;
  } catch (error) {
    throw new AppError(
      'FILE_UNREADABLE',
      `identity.json in the data folder holds no usable key. ${IDENTITY_REMEDY}`,
      (error as Error).message,
    );
  }
}
