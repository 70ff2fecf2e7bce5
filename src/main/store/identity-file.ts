import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { AppError } from '@shared/contract/errors';
import { writeTextDurably } from './durable-file';

/** Encrypts a secret with the system's keychain. Null where the system has none. */
export interface Keychain {
  encrypt(secret: string): string;
  decrypt(sealed: string): string;
}

const fileSchema = z.strictObject({
  format: z.literal('referee-identity/1'),
  kept: z.enum(['keychain', 'file']),
  /** The PKCS #8 PEM of the private key, or that text sealed by the keychain, in base64. */
  privateKey: z.string(),
});

/** How the identity of a data folder is kept, or null when there is none yet. */
export function identityKeeping(dataFolder: string): 'keychain' | 'file' | null {
  return existsSync(fileOf(dataFolder)) ? readFile(dataFolder).kept : null;
}

/** Who asks for the key: the command line has no keychain that could be unlocked. */
export type KeyUser = 'window' | 'command line';

const SEALED: Readonly<Record<KeyUser, string>> = {
  window:
    'Your signing key is sealed by the system keychain, which does not give it out. Unlock the keychain and start Referee again.',
  'command line':
    'The signing key of this store is sealed by the system keychain, which the command line does not use. Export in the Referee window.',
};

/**
 * The private key of a data folder as PKCS #8 PEM, or null when there is none yet.
 *
 * @throws AppError FILE_UNREADABLE when the file is there and cannot be used. It is never overwritten.
 */
export function readPrivateKey(
  dataFolder: string,
  keychain: Keychain | null,
  user: KeyUser = 'window',
): string | null {
  if (!existsSync(fileOf(dataFolder))) return null;
  const file = readFile(dataFolder);
  if (file.kept === 'file') return file.privateKey;
  if (keychain === null) throw new AppError('FILE_UNREADABLE', SEALED[user]);
  try {
    return keychain.decrypt(file.privateKey);
  } catch (error) {
    throw new AppError(
      'FILE_UNREADABLE',
      SEALED[user],
      error instanceof Error ? error.message : String(error),
    );
  }
}

/** Keeps a private key: sealed by the keychain where there is one, else readable by this user only. */
export function savePrivateKey(dataFolder: string, privateKey: string, keychain: Keychain | null): void {
  const file: z.infer<typeof fileSchema> =
    keychain === null
      ? { format: 'referee-identity/1', kept: 'file', privateKey }
      : { format: 'referee-identity/1', kept: 'keychain', privateKey: keychain.encrypt(privateKey) };
  writeTextDurably(fileOf(dataFolder), `${JSON.stringify(file, null, 2)}\n`);
}

function readFile(dataFolder: string): z.infer<typeof fileSchema> {
  try {
    return fileSchema.parse(JSON.parse(readFileSync(fileOf(dataFolder), 'utf8')));
  } catch {
    throw new AppError(
      'FILE_UNREADABLE',
      'identity.json in the data folder cannot be read. Restore it from a backup, or move it away to get a new signing key.',
    );
  }
}

function fileOf(dataFolder: string): string {
  return join(dataFolder, 'identity.json');
}
