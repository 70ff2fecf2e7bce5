import { AppError } from '@shared/contract/errors';
import type { Fingerprint } from '@shared/model/ids';
import { formatSpoken } from '@shared/rules/spoken-fingerprint';

/** Who asks for the key: the command line has no keychain that could be unlocked, and nobody to ask. */
export type KeyUser = 'window' | 'command line';

const LOCKED: Readonly<Record<KeyUser, string>> = {
  window: 'Your signing key is locked. Unlock it with its passphrase and try again.',
  'command line':
    'The signing key of this store is protected by a passphrase. Give a file that holds it: --passphrase-file FILE, or the environment variable REFEREE_PASSPHRASE_FILE.',
};

const SEALED: Readonly<Record<KeyUser, string>> = {
  window:
    'Your signing key is sealed by the system keychain, which does not give it out. Unlock the keychain and start Referee again.',
  'command line':
    'The signing key of this store is sealed by the system keychain, which the command line does not use. Export in the Referee window, or protect the key with a passphrase there (Settings, Signing key).',
};

/** A passphrase stands before the key. */
export function keyLocked(user: KeyUser): AppError {
  return new AppError('KEY_LOCKED', LOCKED[user]);
}

/** The system's keychain does not give the key out. */
export function keySealed(user: KeyUser, detail: string | null = null): AppError {
  return new AppError('FILE_UNREADABLE', SEALED[user], detail);
}

/** Nobody has said yet how the key is to be kept, on a computer without a keychain. */
export function keyUndecided(): AppError {
  return new AppError(
    'KEY_UNDECIDED',
    'You have no signing key yet, and this computer has no keychain for it. Say how it is to be kept (Settings, Signing key) and try again.',
  );
}

/** There is no key that could be opened or backed up. */
export function noKey(): AppError {
  return new AppError('KEY_NOT_FOUND', 'There is no signing key yet. It is made when you first export.');
}

/** The key of another was used here. */
export function keyInUse(current: Fingerprint | null, uses: readonly string[]): AppError {
  const whose =
    current === null ? 'another key, which cannot be read' : `another key, ${formatSpoken(current)}`;
  return new AppError(
    'KEY_IN_USE',
    `This computer signs with ${whose}. Signed here so far: ${uses.join('; ')}. Replacing it keeps its file aside; what you sign from then on comes from the restored key.`,
  );
}
