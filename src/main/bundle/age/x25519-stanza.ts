import { randomBytes } from 'node:crypto';
import { AgeError } from './age-error';
import { deriveKey, type Stanza } from './age-header';
import { pairOf, publicBytesOf, type AgeIdentity } from './age-keys';
import { decodeBase64, encodeBase64 } from './base64';
import { openBytes, sealBytes } from './cipher';
import { SEALED_KEY_BYTES, ZERO_NONCE } from './file-key';
import { sharedSecret, X25519_BYTES, x25519Pair } from './x25519';

const TYPE = 'X25519';
const PURPOSE = 'age-encryption.org/v1/X25519';

/** Encrypts a file's key for a recipient (C2SP age.md, "The X25519 recipient type"). */
export function wrapForRecipient(fileKey: Uint8Array, recipient: string): Stanza {
  const publicBytes = publicBytesOf(recipient);
  const passing = x25519Pair(randomBytes(X25519_BYTES));
  const shared = sharedSecret(passing.privateKey, publicBytes);
  if (shared === null) throw new Error(`nothing can be encrypted for ${recipient}`);
  const key = deriveKey(shared, Buffer.concat([passing.publicBytes, publicBytes]), PURPOSE);
  return {
    type: TYPE,
    args: [encodeBase64(passing.publicBytes)],
    body: Buffer.from(sealBytes(key, ZERO_NONCE, fileKey)),
  };
}

/**
 * The file's key, when one of the identities opens one of the stanzas; else null.
 *
 * @throws AgeError header when any stanza of this type is malformed, whoever it is for
 */
export function unwrapWithIdentities(
  stanzas: readonly Stanza[],
  identities: readonly AgeIdentity[],
): Uint8Array | null {
  const pairs = identities.map(pairOf);
  for (const stanza of stanzas.filter(({ type }) => type === TYPE)) {
    const [share = '', ...more] = stanza.args;
    const passing = decodeBase64(share);
    if (passing?.length !== X25519_BYTES || more.length > 0 || stanza.body.length !== SEALED_KEY_BYTES)
      throw new AgeError('header', `a stanza ${TYPE} is malformed`);
    for (const { privateKey, publicBytes } of pairs) {
      const shared = sharedSecret(privateKey, passing);
      if (shared === null) throw new AgeError('header', `a stanza ${TYPE} has a share that is no key`);
      const key = deriveKey(shared, Buffer.concat([passing, publicBytes]), PURPOSE);
      const fileKey = openBytes(key, ZERO_NONCE, stanza.body);
      if (fileKey !== null) return fileKey;
    }
  }
  return null;
}
