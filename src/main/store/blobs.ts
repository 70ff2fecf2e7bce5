import { createHash } from 'node:crypto';
import { closeSync, createReadStream, existsSync, openSync, readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { sha256Schema, type Sha256 } from '@shared/model/ids';
import { writeDurably, writeFully } from './durable-file';

/** Bytes read or written at once. */
const CHUNK_BYTES = 1 << 20;

/** A source of bytes: calls `write` with each chunk in order. */
export type ByteSource = (write: (chunk: Uint8Array) => void) => void;

/** Where a blob is in a venue's folder. It need not exist. */
export function blobPath(folder: string, sha256: Sha256): string {
  return join(folder, 'blobs', sha256);
}

/** Whether a blob is there and its bytes are what its name says. */
export function isBlobWhole(folder: string, sha256: Sha256): boolean {
  return hasBlob(folder, sha256) && digestOfFile(blobPath(folder, sha256)).sha256 === sha256;
}

/** The names of all blobs that are there: SHA-256 digests, and what is not finished. */
export function listBlobs(folder: string): ReadonlySet<string> {
  const blobs = join(folder, 'blobs');
  return new Set(existsSync(blobs) ? readdirSync(blobs) : []);
}

/** Whether a blob is there. */
export function hasBlob(folder: string, sha256: Sha256): boolean {
  return existsSync(blobPath(folder, sha256));
}

/**
 * Stores bytes under their SHA-256. Content-addressed: bytes that are there already are not written again.
 *
 * @throws when the bytes do not have the digest they were said to have; nothing is kept then.
 */
export function saveBlob(folder: string, expected: Sha256, source: ByteSource): void {
  if (hasBlob(folder, expected)) return;
  writeDurably(blobPath(folder, expected), (fd) => {
    const hash = createHash('sha256');
    source((chunk) => {
      hash.update(chunk);
      writeFully(fd, chunk);
    });
    const actual = hash.digest('hex');
    if (actual !== expected) throw new Error(`a blob's bytes have digest ${actual}, not ${expected}`);
  });
}

/** The bytes of an open file from its beginning to its end, as a source. */
export function bytesOfFile(fd: number): ByteSource {
  return (write) => {
    const buffer = Buffer.allocUnsafe(CHUNK_BYTES);
    for (let position = 0; ;) {
      const count = readSync(fd, buffer, 0, CHUNK_BYTES, position);
      if (count === 0) return;
      write(buffer.subarray(0, count));
      position += count;
    }
  };
}

/** The SHA-256 and size of a source of bytes. */
export function digestOf(source: ByteSource): { readonly sha256: Sha256; readonly sizeBytes: number } {
  const hash = createHash('sha256');
  let sizeBytes = 0;
  source((chunk) => {
    hash.update(chunk);
    sizeBytes += chunk.length;
  });
  return { sha256: sha256Schema.parse(hash.digest('hex')), sizeBytes };
}

/** The SHA-256 and size of a file. */
export function digestOfFile(path: string): { readonly sha256: Sha256; readonly sizeBytes: number } {
  const fd = openSync(path, 'r');
  try {
    return digestOf(bytesOfFile(fd));
  } finally {
    closeSync(fd);
  }
}

/** The SHA-256 of a file, read without blocking the thread for long. */
export async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK_BYTES }))
    hash.update(chunk as Buffer);
  return hash.digest('hex');
}
