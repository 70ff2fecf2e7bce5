import { AppError } from '@shared/contract/errors';
import { AgeError } from '../bundle/age/age-error';
import { prepareCipher } from '../bundle/age/cipher';
import { openWithPassphrase, sealWithPassphrase } from '../bundle/age/passphrase';

/** A secret as an armored age file that a passphrase opens. */
export async function sealSecret(secret: string, passphrase: string): Promise<string> {
  await prepareCipher();
  return sealWithPassphrase(secret, normalize(passphrase));
}

/**
 * The secret that a passphrase seals. `words` are the sentences for a person.
 *
 * @throws AppError KEY_WRONG_PASSPHRASE, FILE_UNREADABLE
 */
export async function openSealed(
  sealed: string,
  passphrase: string,
  words: { readonly wrong: string; readonly damaged: string },
): Promise<string> {
  await prepareCipher();
  try {
    return openWithPassphrase(sealed, normalize(passphrase));
  } catch (error) {
    if (!(error instanceof AgeError)) throw error;
    if (error.kind === 'wrong-key') throw new AppError('KEY_WRONG_PASSPHRASE', words.wrong);
    throw new AppError('FILE_UNREADABLE', words.damaged, error.message);
  }
}

/** The same letters typed on another system may be other code points: `é` is one or two. */
function normalize(passphrase: string): string {
  return passphrase.normalize('NFC');
}
