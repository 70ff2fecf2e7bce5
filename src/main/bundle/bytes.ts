import { closeSync, fstatSync, readSync } from 'node:fs';

/** Takes bytes one chunk after another. A chunk is the caller's again when the call returns: keep a copy, not the chunk. */
export type ByteSink = (chunk: Uint8Array) => void;

/**
 * Bytes that can be read at any place: of a file, of memory, or of what an encrypted file holds. Whoever reads an archive
 * need not know which.
 */
export interface ByteReader {
  readonly sizeBytes: number;
  /** Fills `target` from `offset`. Answers how many bytes there were: fewer than asked for only where the bytes end. */
  readInto(target: Uint8Array, offset: number): number;
  close(): void;
}

/** Bytes read at once when all are read. */
const READ_BYTES = 1 << 20;

/** The bytes of an open file, of the size that it has now. Closing the reader closes the file. */
export function readerOfFile(fd: number): ByteReader {
  return {
    sizeBytes: fstatSync(fd).size,
    readInto: (target, offset) => {
      let done = 0;
      while (done < target.length) {
        const count = readSync(fd, target, done, target.length - done, offset + done);
        if (count === 0) break;
        done += count;
      }
      return done;
    },
    close: () => {
      closeSync(fd);
    },
  };
}

/** Bytes in memory. */
export function readerOfBytes(bytes: Uint8Array): ByteReader {
  return {
    sizeBytes: bytes.length,
    readInto: (target, offset) => {
      const found = bytes.subarray(offset, offset + target.length);
      target.set(found);
      return found.length;
    },
    close: () => undefined,
  };
}

/** A copy of `length` bytes from `offset`, or of fewer where the bytes end. */
export function readBytes(reader: ByteReader, offset: number, length: number): Buffer {
  const wanted = Buffer.allocUnsafe(Math.max(0, Math.min(length, reader.sizeBytes - offset)));
  return wanted.subarray(0, reader.readInto(wanted, offset));
}

/** Where chunks are read to; null while somebody reads. Filling fresh memory costs more than reading. */
let spare: Buffer | null = Buffer.allocUnsafeSlow(READ_BYTES);

/**
 * Hands on `length` bytes from `offset` in chunks of at most 1 MiB. A chunk is overwritten by the next.
 *
 * @returns how many bytes there were
 */
export function streamBytes(
  reader: ByteReader,
  offset: number,
  length: number,
  onChunk: (chunk: Buffer) => void,
): number {
  const mine = spare;
  spare = null;
  const buffer = mine ?? Buffer.allocUnsafe(Math.min(READ_BYTES, Math.max(1, length)));
  try {
    for (let done = 0; done < length;) {
      const wanted = buffer.subarray(0, Math.min(buffer.length, length - done));
      const count = reader.readInto(wanted, offset + done);
      if (count === 0) return done;
      onChunk(wanted.subarray(0, count));
      done += count;
    }
    return length;
  } finally {
    if (mine !== null) spare = mine;
  }
}
