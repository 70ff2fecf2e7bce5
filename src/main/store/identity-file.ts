import { existsSync, linkSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { AppError } from '@shared/contract/errors';
import type { KeyKeeping } from '@shared/contract/key';
import { fingerprintSchema, type Fingerprint } from '@shared/model/ids';
import { copyDurably, syncFolder, unfinishedPath, writeTextDurably } from './durable-file';

/** The signing key of a data folder as its file holds it. */
export interface IdentityFile {
  readonly kept: KeyKeeping;
  /** Null in a file of the first format, which did not tell. */
  readonly fingerprint: Fingerprint | null;
  /** The PKCS #8 PEM, or that text sealed: by the keychain, in base64, or by a passphrase, as an armored age file. */
  readonly privateKey: string;
}

const fileSchema = z.discriminatedUnion('format', [
  z.strictObject({
    format: z.literal('referee-identity/1'),
    kept: z.enum(['keychain', 'file']),
    privateKey: z.string(),
  }),
  z.strictObject({
    format: z.literal('referee-identity/2'),
    kept: z.enum(['keychain', 'passphrase', 'file']),
    fingerprint: fingerprintSchema,
    privateKey: z.string(),
  }),
]);

/** What to do about an identity.json that is of no use. */
export const IDENTITY_REMEDY =
  'Restore your signing key from a backup, or move that file away to get a new key.';

/**
 * The signing key of a data folder, or null when there is none yet.
 *
 * @throws AppError FILE_UNREADABLE when the file is there and cannot be read. It is never overwritten.
 */
export function readIdentityFile(dataFolder: string): IdentityFile | null {
  if (!existsSync(identityPath(dataFolder))) return null;
  try {
    const file = fileSchema.parse(JSON.parse(readFileSync(identityPath(dataFolder), 'utf8')));
    return {
      kept: file.kept,
      fingerprint: file.format === 'referee-identity/1' ? null : file.fingerprint,
      privateKey: file.privateKey,
    };
  } catch {
    throw new AppError(
      'FILE_UNREADABLE',
      `identity.json in the data folder cannot be read. ${IDENTITY_REMEDY}`,
    );
  }
}

/** A signing key to be kept: its fingerprint is known. */
export type KeptIdentity = IdentityFile & { readonly fingerprint: Fingerprint };

/**
 * Keeps the first signing key of a data folder. Answers false, and changes nothing, when there is one already: another
 * process may have made it meanwhile.
 */
export function createIdentityFile(dataFolder: string, identity: KeptIdentity): boolean {
  const path = identityPath(dataFolder);
  const made = unfinishedPath(path);
  writeTextDurably(made, toText(identity));
  try {
    linkSync(made, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST' || existsSync(path)) return false;
    // A disk without links, such as a stick: nothing better than to look and rename.
    renameSync(made, path);
  } finally {
    rmSync(made, { force: true });
  }
  syncFolder(dirname(path));
  return true;
}

/** Keeps a signing key in the place of what is there: the file is the old one or the new one, whatever happens. */
export function replaceIdentityFile(dataFolder: string, identity: KeptIdentity): void {
  writeTextDurably(identityPath(dataFolder), toText(identity));
}

/**
 * Copies the identity file to a name of its own in the data folder, `identity-<first 8 digits of its fingerprint>.json`.
 * Never writes over a file. Answers the name, or null when there is no identity file.
 */
export function keepIdentityAside(dataFolder: string, fingerprint: Fingerprint | null): string | null {
  const path = identityPath(dataFolder);
  if (!existsSync(path)) return null;
  const stem = `identity-${fingerprint === null ? 'unreadable' : fingerprint.slice(0, 8)}`;
  let name = `${stem}.json`;
  for (let number = 2; existsSync(join(dataFolder, name)); number += 1) name = `${stem}-${number}.json`;
  copyDurably(path, join(dataFolder, name));
  return name;
}

function toText({ kept, fingerprint, privateKey }: KeptIdentity): string {
  return `${JSON.stringify({ format: 'referee-identity/2', kept, fingerprint, privateKey }, null, 2)}\n`;
}

function identityPath(dataFolder: string): string {
  return join(dataFolder, 'identity.json');
}
