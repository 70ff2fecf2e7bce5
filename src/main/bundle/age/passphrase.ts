import { readBytes, readerOfBytes } from '../bytes';
import { openPayload } from './age-reader';
import { startPayload } from './age-writer';
import { encodeArmor, readArmor } from './armor';
import { makeFileKey } from './file-key';
import { unwrapWithPassphrase, wrapWithPassphrase } from './scrypt-stanza';

/** Encrypts a short text with a passphrase, to an age file in its text form. Takes about a second and 256 MiB. */
export function sealWithPassphrase(secret: string, passphrase: string): string {
  const fileKey = makeFileKey();
  const parts: Buffer[] = [];
  const writer = startPayload((chunk) => parts.push(Buffer.from(chunk)), fileKey, [
    wrapWithPassphrase(fileKey, passphrase),
  ]);
  writer.write(Buffer.from(secret, 'utf8'));
  writer.end();
  return encodeArmor(Buffer.concat(parts));
}

/**
 * The text that was encrypted with a passphrase, by {@link sealWithPassphrase} or by the `age` program.
 *
 * @throws AgeError wrong-key when the passphrase is another; else what is wrong with the file
 */
export function openWithPassphrase(sealed: string, passphrase: string): string {
  const source = readArmor(readerOfBytes(Buffer.from(sealed, 'latin1')));
  const plain = openPayload(source, (stanzas) => unwrapWithPassphrase(stanzas, passphrase));
  return readBytes(plain, 0, plain.sizeBytes).toString('utf8');
}
