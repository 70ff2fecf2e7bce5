import { basename } from 'node:path';
import { z } from 'zod';
import { AppError } from '@shared/contract/errors';
import { fingerprintSchema } from '@shared/model/ids';
import { instantSchema, type Instant } from '@shared/model/time';
import { identityFromPem, type Identity } from '../bundle/keys';
import { openSealed, sealSecret } from './sealed-secret';

/**
 * What a backup holds once its passphrase has opened it (`age -d referee-key.age`): JSON that says what it is, so that
 * whoever finds it in ten years knows. The private key is the PKCS #8 PEM that OpenSSL reads as it is.
 */
const backupSchema = z.strictObject({
  format: z.literal('referee-key-backup/1'),
  fingerprint: fingerprintSchema,
  made: instantSchema,
  privateKey: z.string(),
});

/** No backup is larger, in bytes: one has some hundred. */
export const MAX_BACKUP_BYTES = 64 * 1024;

/** A signing key as an armored age file that a passphrase opens. */
export async function sealBackup(identity: Identity, made: Instant, passphrase: string): Promise<string> {
  const backup: z.infer<typeof backupSchema> = {
    format: 'referee-key-backup/1',
    fingerprint: identity.fingerprint,
    made,
    privateKey: identity.privatePem,
  };
  return sealSecret(`${JSON.stringify(backup, null, 2)}\n`, passphrase);
}

/**
 * The signing key that a backup holds. `path` is for the sentences.
 *
 * @throws AppError KEY_WRONG_PASSPHRASE, FILE_UNREADABLE
 */
export async function openBackup(path: string, sealed: string, passphrase: string): Promise<Identity> {
  const name = basename(path);
  const text = await openSealed(sealed, passphrase, {
    wrong: `This passphrase does not open ${name}.`,
    damaged: `${name} is no backup of a signing key, or it is damaged. Choose the file that "Back up" wrote.`,
  });
  try {
    const backup = backupSchema.parse(JSON.parse(text));
    const identity = identityFromPem(backup.privateKey);
    if (identity.fingerprint !== backup.fingerprint) throw new Error('the key has another fingerprint');
    return identity;
  } catch (error) {
    throw new AppError(
      'FILE_UNREADABLE',
      `${name} opens with this passphrase, but holds no backup of a signing key. Choose the file that "Back up" wrote.`,
      error instanceof z.ZodError ? 'not a referee-key-backup/1' : null,
    );
  }
}
