import { z } from 'zod';
import { fileTokenSchema, type FileToken, type Fingerprint } from '../model/ids';
import { route } from './define';

/** A passphrase as a person types it. It is never kept and never logged. */
const passphraseSchema = z.string().min(1).max(1000);

/**
 * How a signing key is kept: sealed by the system's keychain, sealed by a passphrase, or in a file that only this account
 * can read.
 */
export type KeyKeeping = 'keychain' | 'passphrase' | 'file';

/**
 * Whether this computer can sign: there is no key yet; it can; a passphrase stands before it; the key that is there
 * cannot be used.
 */
type KeyState = 'none' | 'ready' | 'locked' | 'unusable';

/** What is known of this computer's signing key. */
export interface KeyInfo {
  readonly state: KeyState;
  /** Null before the key is made, and where its file does not tell. */
  readonly fingerprint: Fingerprint | null;
  /** Null before the key is made, and where its file cannot be read. */
  readonly keeping: KeyKeeping | null;
  /** Whether the system has a keychain: then the key goes there without a question. */
  readonly hasKeychain: boolean;
  /** Why the key cannot be used and what to do; null unless `unusable`. */
  readonly problem: string | null;
}

/** A backup that was written. */
export interface KeyBackUpReceipt {
  readonly fingerprint: Fingerprint;
  readonly file: { readonly token: FileToken; readonly name: string; readonly folder: string };
}

/** A key that came back from a backup. */
export interface KeyRestored {
  readonly key: KeyInfo;
  /** The name, in the data folder, under which the file of the key before it was kept; null when there was none. */
  readonly keptAside: string | null;
}

export const keyRoutes = {
  /** What is known of the signing key. Makes none. */
  'key.get': route<KeyInfo>()(z.strictObject({})),
  /**
   * Keeps the signing key in this way from now on; makes one where there is none. Refused: KEY_LOCKED,
   * NOT_AVAILABLE_HERE for a keychain that is not there.
   */
  'key.protect': route<KeyInfo>()(
    z.discriminatedUnion('keeping', [
      z.strictObject({ keeping: z.literal('passphrase'), passphrase: passphraseSchema }),
      z.strictObject({ keeping: z.literal('keychain') }),
      z.strictObject({ keeping: z.literal('file') }),
    ]),
  ),
  /** Opens a key that a passphrase seals, until Referee ends. Refused: KEY_WRONG_PASSPHRASE. */
  'key.unlock': route<KeyInfo>()(z.strictObject({ passphrase: passphraseSchema })),
  /** Writes the key to a file that this passphrase seals. Refused: KEY_LOCKED, KEY_NOT_FOUND. */
  'key.backUp': route<KeyBackUpReceipt>()(
    z.strictObject({ file: fileTokenSchema, passphrase: passphraseSchema }),
  ),
  /**
   * Takes the key of a backup as this computer's. The file of the key before it is kept aside. `protected`: in the
   * keychain, or sealed by the backup's passphrase where there is none. Refused: KEY_WRONG_PASSPHRASE; KEY_IN_USE when
   * another key has signed here and `replace` is not set.
   */
  'key.restore': route<KeyRestored>()(
    z.strictObject({
      file: fileTokenSchema,
      passphrase: passphraseSchema,
      keeping: z.enum(['protected', 'file']),
      replace: z.boolean(),
    }),
  ),
};
