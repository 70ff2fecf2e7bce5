import { readBytes, type ByteReader } from '../bytes';
import { AgeError } from './age-error';
import { checkMac, MAX_HEADER_BYTES, parseHeader, type Stanza } from './age-header';
import type { AgeIdentity } from './age-keys';
import { readArmor } from './armor';
import { guessBytes, openBytes, TAG_BYTES } from './cipher';
import { FILE_KEY_BYTES } from './file-key';
import {
  CHUNK_BYTES,
  chunkNonce,
  PAYLOAD_NONCE_BYTES,
  payloadKey,
  SEALED_CHUNK_BYTES,
} from './payload-chunks';
import { asksForPassphrase } from './scrypt-stanza';
import { unwrapWithIdentities } from './x25519-stanza';

/** Chunks kept decrypted: enough for a reader that goes back and forth between an archive's ends. */
const KEPT_CHUNKS = 8;

/** Whether the end of what a file holds looks as the end of such a file does. Asked of bytes that nobody vouches for. */
export type LooksWhole = (end: Uint8Array) => boolean;

/**
 * Opens an age file, binary or in its text form, for reading at any place. The header and the last chunk are checked at
 * once, so that a cut is found first; every other chunk when it is read.
 *
 * @param source taken over: closed with the answer. Left open when this throws.
 * @param looksWhole tells a file that was cut from one that was altered at its end; without it that is `damaged`
 * @throws AgeError, also while the answer is read
 */
export function openAgeFile(
  source: ByteReader,
  identities: readonly AgeIdentity[],
  looksWhole?: LooksWhole,
): ByteReader {
  return openPayload(
    readArmor(source),
    (stanzas) => {
      const isForPassphrase = asksForPassphrase(stanzas);
      if (isForPassphrase && stanzas.length > 1)
        throw new AgeError('header', 'a passphrase does not stand alone');
      if (isForPassphrase) throw new AgeError('passphrase', 'it is encrypted with a passphrase');
      return unwrapWithIdentities(stanzas, identities);
    },
    looksWhole,
  );
}

/**
 * Opens a binary age file with whatever finds its key among the stanzas.
 *
 * @throws AgeError as {@link openAgeFile}; wrong-key when `unwrap` answers null
 */
export function openPayload(
  source: ByteReader,
  unwrap: (stanzas: readonly Stanza[]) => Uint8Array | null,
  looksWhole: LooksWhole = () => true,
): ByteReader {
  const header = parseHeader(readBytes(source, 0, MAX_HEADER_BYTES));
  const fileKey = unwrap(header.stanzas);
  if (fileKey?.length !== FILE_KEY_BYTES) throw new AgeError('wrong-key', 'no key here opens it');
  checkMac(fileKey, header);
  const nonce = readBytes(source, header.sizeBytes, PAYLOAD_NONCE_BYTES);
  if (nonce.length < PAYLOAD_NONCE_BYTES) throw new AgeError('truncated', 'it ends after its header');
  return openChunks(source, header.sizeBytes + PAYLOAD_NONCE_BYTES, payloadKey(fileKey, nonce), looksWhole);
}

function openChunks(source: ByteReader, begin: number, key: Buffer, looksWhole: LooksWhole): ByteReader {
  const sealedBytes = source.sizeBytes - begin;
  const lastIndex = Math.max(0, Math.ceil(sealedBytes / SEALED_CHUNK_BYTES) - 1);
  const sizeBytes = sealedBytes - (lastIndex + 1) * TAG_BYTES;
  // Only a file that holds nothing has a last chunk that holds nothing.
  if (sizeBytes < (lastIndex === 0 ? 0 : lastIndex * CHUNK_BYTES + 1))
    throw new AgeError('truncated', 'it ends within a chunk');
  const buffer = Buffer.alloc(SEALED_CHUNK_BYTES);
  const readSealed = (index: number): Buffer =>
    buffer.subarray(0, source.readInto(buffer, begin + index * SEALED_CHUNK_BYTES));
  const kept = new Map<number, Uint8Array>();
  const chunkAt = (index: number): Uint8Array => {
    let chunk = kept.get(index);
    if (chunk === undefined) {
      const sealed = readSealed(index);
      const opened = openBytes(key, chunkNonce(index, index === lastIndex), sealed);
      if (opened === null) {
        throw index === lastIndex
          ? endError(key, index, sealed, looksWhole)
          : new AgeError('damaged', `chunk ${index} was altered`);
      }
      chunk = opened;
    } else kept.delete(index);
    kept.set(index, chunk);
    const [oldest] = kept.keys();
    if (kept.size > KEPT_CHUNKS && oldest !== undefined) kept.delete(oldest);
    return chunk;
  };
  chunkAt(lastIndex);
  return {
    sizeBytes,
    readInto: (target, offset) => {
      const wanted = Math.max(0, Math.min(target.length, sizeBytes - offset));
      for (let done = 0; done < wanted;) {
        const at = offset + done;
        const from = at % CHUNK_BYTES;
        const part = chunkAt(Math.floor(at / CHUNK_BYTES)).subarray(from, from + wanted - done);
        target.set(part, done);
        done += part.length;
      }
      return wanted;
    },
    close: source.close,
  };
}

/** What became of a file whose last chunk cannot be opened. */
function endError(key: Buffer, index: number, sealed: Buffer, looksWhole: LooksWhole): AgeError {
  const isInner = openBytes(key, chunkNonce(index, false), sealed) !== null;
  const body = sealed.subarray(0, -TAG_BYTES);
  return isInner || !looksWhole(guessBytes(key, chunkNonce(index, true), body))
    ? new AgeError('truncated', 'its last chunks are missing')
    : new AgeError('damaged', 'its last chunk was altered');
}
