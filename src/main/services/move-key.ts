import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { AppError } from '@shared/contract/errors';
import type { KeyRestored } from '@shared/contract/key';
import type { Fingerprint } from '@shared/model/ids';
import { PRIVATE_MODE, writeFully } from '../store/durable-file';
import { writeOutside } from '../store/outside-files';
import { nowInstant, type ServiceDeps } from './deps';
import { MAX_BACKUP_BYTES, openBackup, sealBackup } from './key-backup';
import type { KeyRing } from './key-ring';
import { findKeyUses } from './key-uses';
import { keyInUse } from './key-words';
import { unwritable } from './unwritable';

/**
 * Writes the signing key to a file that a passphrase seals.
 *
 * Refused: KEY_LOCKED, KEY_NOT_FOUND, FILE_UNWRITABLE, DISK_FULL.
 */
export async function backUpKey(
  deps: ServiceDeps,
  keys: KeyRing,
  input: { readonly path: string; readonly passphrase: string },
): Promise<Fingerprint> {
  const identity = await keys.openExisting();
  const sealed = Buffer.from(await sealBackup(identity, nowInstant(deps.clock), input.passphrase), 'utf8');
  try {
    const write = (fd: number): void => {
      writeFully(fd, sealed);
    };
    writeOutside(deps.stores.notesFolder, input.path, write, PRIVATE_MODE);
  } catch (error) {
    throw unwritable(error, input.path, sealed.length);
  }
  return identity.fingerprint;
}

/** A backup that is to become this computer's key. */
export interface RestoreInput {
  readonly path: string;
  readonly passphrase: string;
  readonly keeping: 'protected' | 'file';
  /** Replace a key that has signed here. */
  readonly replace: boolean;
}

/**
 * Takes the key of a backup as this computer's. One that never signed gives way without a question; the file of either is
 * kept aside.
 *
 * Refused: KEY_WRONG_PASSPHRASE, FILE_UNREADABLE, KEY_IN_USE.
 */
export async function restoreKey(
  deps: ServiceDeps,
  keys: KeyRing,
  input: RestoreInput,
): Promise<KeyRestored> {
  const identity = await openBackup(input.path, readBackup(input.path), input.passphrase);
  const { fingerprint, state } = await keys.describe();
  if (state !== 'none' && fingerprint !== identity.fingerprint && !input.replace) {
    const uses = findKeyUses(deps.stores);
    if (uses.length > 0) throw keyInUse(fingerprint, uses);
  }
  return keys.replace(identity, input.keeping === 'file' ? null : input.passphrase);
}

/** The file a character a byte: `age -p` writes bytes, not text. */
function readBackup(path: string): string {
  try {
    if (statSync(path).size <= MAX_BACKUP_BYTES) return readFileSync(path, 'latin1');
  } catch (error) {
    throw new AppError('FILE_UNREADABLE', `${basename(path)} cannot be read.`, (error as Error).message);
  }
  throw new AppError('FILE_UNREADABLE', `${basename(path)} is too large to be a backup of a signing key.`);
}
