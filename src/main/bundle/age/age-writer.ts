import { randomBytes } from 'node:crypto';
import type { ByteSink } from '../bytes';
import { formatHeader, type Stanza } from './age-header';
import { sealInto } from './cipher';
import { makeFileKey } from './file-key';
import { CHUNK_BYTES, chunkNonce, PAYLOAD_NONCE_BYTES, payloadKey } from './payload-chunks';
import { wrapForRecipient } from './x25519-stanza';

/** Encrypts what it is given, holding one chunk at a time. */
export interface AgeWriter {
  readonly write: ByteSink;
  /** Writes the last chunk. Without it the file counts as cut. */
  end(): void;
}

/**
 * Starts an age file that any of the recipients can open. Its header goes to the sink at once.
 *
 * @param recipients at least one, as {@link isAgeRecipient} has it
 */
export function startAgeFile(sink: ByteSink, recipients: readonly string[]): AgeWriter {
  const fileKey = makeFileKey();
  return startPayload(
    sink,
    fileKey,
    recipients.map((recipient) => wrapForRecipient(fileKey, recipient)),
  );
}

/** Starts an age file whose key the stanzas hold. */
export function startPayload(sink: ByteSink, fileKey: Uint8Array, stanzas: readonly Stanza[]): AgeWriter {
  if (stanzas.length === 0) throw new Error('an age file needs somebody who can open it');
  const nonce = randomBytes(PAYLOAD_NONCE_BYTES);
  const key = payloadKey(fileKey, nonce);
  sink(Buffer.concat([formatHeader(fileKey, stanzas), nonce]));
  const pending = Buffer.alloc(CHUNK_BYTES);
  let pendingBytes = 0;
  let index = 0;
  const seal = (plain: Uint8Array, isLast: boolean): void => {
    sealInto(sink, key, chunkNonce(index, isLast), plain);
    index += 1;
  };
  return {
    write: (chunk) => {
      for (let done = 0; done < chunk.length;) {
        // A full chunk waits until more comes: the last one is marked, and only an empty file has an empty one.
        if (pendingBytes === CHUNK_BYTES) {
          seal(pending, false);
          pendingBytes = 0;
        }
        if (pendingBytes === 0 && chunk.length - done > CHUNK_BYTES) {
          seal(chunk.subarray(done, done + CHUNK_BYTES), false);
          done += CHUNK_BYTES;
          continue;
        }
        const part = chunk.subarray(done, done + CHUNK_BYTES - pendingBytes);
        pending.set(part, pendingBytes);
        pendingBytes += part.length;
        done += part.length;
      }
    },
    end: () => {
      seal(pending.subarray(0, pendingBytes), true);
    },
  };
}
