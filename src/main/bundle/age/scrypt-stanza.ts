import { randomBytes, scryptSync } from 'node:crypto';
import { AgeError } from './age-error';
import type { Stanza } from './age-header';
import { decodeBase64, encodeBase64 } from './base64';
import { openBytes, sealBytes } from './cipher';
import { SEALED_KEY_BYTES, ZERO_NONCE } from './file-key';

const TYPE = 'scrypt';
const LABEL = Buffer.from('age-encryption.org/v1/scrypt');
const SALT_BYTES = 16;
/** The cost is 2 to this: about a second and 256 MiB, as the `age` program has it. A file that demands more is refused. */
const WORK_FACTOR = 18;
const BLOCK_SIZE = 8;

/** Whether a header asks for a passphrase. */
export function asksForPassphrase(stanzas: readonly Stanza[]): boolean {
  return stanzas.some(({ type }) => type === TYPE);
}

/** Encrypts a file's key with a passphrase (C2SP age.md, "The scrypt recipient type"). */
export function wrapWithPassphrase(fileKey: Uint8Array, passphrase: string): Stanza {
  const salt = randomBytes(SALT_BYTES);
  const key = stretch(passphrase, salt, WORK_FACTOR);
  return {
    type: TYPE,
    args: [encodeBase64(salt), String(WORK_FACTOR)],
    body: Buffer.from(sealBytes(key, ZERO_NONCE, fileKey)),
  };
}

/**
 * The file's key; null when the passphrase is another, or when the file is not encrypted with one.
 *
 * @throws AgeError header when the stanza is malformed, does not stand alone, or demands too much work
 */
export function unwrapWithPassphrase(stanzas: readonly Stanza[], passphrase: string): Uint8Array | null {
  if (!asksForPassphrase(stanzas)) return null;
  const [stanza, ...others] = stanzas;
  if (stanza === undefined || others.length > 0)
    throw new AgeError('header', 'a passphrase does not stand alone');
  const [saltText = '', factorText = '', ...more] = stanza.args;
  const salt = decodeBase64(saltText);
  const isSound =
    salt?.length === SALT_BYTES &&
    /^[1-9][0-9]*$/.test(factorText) &&
    more.length === 0 &&
    stanza.body.length === SEALED_KEY_BYTES;
  if (!isSound) throw new AgeError('header', `the stanza ${TYPE} is malformed`);
  if (Number(factorText) > WORK_FACTOR)
    throw new AgeError(
      'header',
      `it demands work of 2^${factorText.slice(0, 8)}, more than 2^${WORK_FACTOR}`,
    );
  return openBytes(stretch(passphrase, salt, Number(factorText)), ZERO_NONCE, stanza.body);
}

function stretch(passphrase: string, salt: Uint8Array, workFactor: number): Buffer {
  const cost = 2 ** workFactor;
  return scryptSync(passphrase, Buffer.concat([LABEL, salt]), 32, {
    cost,
    blockSize: BLOCK_SIZE,
    parallelization: 1,
    // Exactly what scrypt needs is on the wrong side of some libraries' comparison.
    maxmem: 128 * (cost + 2) * BLOCK_SIZE + (1 << 20),
  });
}
