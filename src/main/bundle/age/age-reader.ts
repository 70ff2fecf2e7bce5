import { readBytes, type ByteReader } from '../bytes';
import { AgeError } from './age-error';
import { checkMac, MAX_HEADER_BYTES, parseHeader, type Stanza } from './age-header';
import type { AgeIdentity } from './age-keys';
import { readArmor } from './armor';
import { guessBytes, openBytes, openInPlace, TAG_BYTES } from './cipher';
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
/** Encrypted chunks read at once: 1 MiB. */
const BLOCK_CHUNKS = 16;

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
  const readSealed = readBlocks(source, begin, lastIndex);
  const openChunk = (index: number): Uint8Array => {
    const sealed = readSealed(index);
    const opened = openInPlace(key, chunkNonce(index, index === lastIndex), sealed);
    if (opened !== null) return opened;
    throw index === lastIndex
      ? endError(key, index, sealed, looksWhole)
      : new AgeError('damaged', `chunk ${index} was altered`);
  };
  const kept = new Map<number, Uint8Array>();
  /** A chunk of which only a part is asked for: others of it will be. */
  const keptChunk = (index: number): Uint8Array => {
    const chunk = kept.get(index) ?? Buffer.from(openChunk(index));
    kept.delete(index);
    kept.set(index, chunk);
    const [oldest] = kept.keys();
    if (kept.size > KEPT_CHUNKS && oldest !== undefined) kept.delete(oldest);
    return chunk;
  };
  keptChunk(lastIndex);
  return {
    sizeBytes,
    readInto: (target, offset) => {
      const wanted = Math.max(0, Math.min(target.length, sizeBytes - offset));
      for (let done = 0; done < wanted;) {
        const at = offset + done;
        const index = Math.floor(at / CHUNK_BYTES);
        const from = at % CHUNK_BYTES;
        const isWhole = from === 0 && wanted - done >= CHUNK_BYTES && !kept.has(index);
        const chunk = isWhole ? openChunk(index) : keptChunk(index);
        const part = chunk.subarray(from, from + wanted - done);
        target.set(part, done);
        done += part.length;
      }
      return wanted;
    },
    close: source.close,
  };
}

/** Reads encrypted chunks, several at once: they are mostly asked for one after the other. */
function readBlocks(source: ByteReader, begin: number, lastIndex: number): (index: number) => Buffer {
  const buffer = Buffer.alloc(Math.min(BLOCK_CHUNKS, lastIndex + 1) * SEALED_CHUNK_BYTES);
  let first = 0;
  let length = 0;
  return (index) => {
    let at = (index - first) * SEALED_CHUNK_BYTES;
    if (at < 0 || at >= length) {
      first = index;
      length = source.readInto(buffer, begin + index * SEALED_CHUNK_BYTES);
      at = 0;
    }
    return buffer.subarray(at, Math.min(at + SEALED_CHUNK_BYTES, length));
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
