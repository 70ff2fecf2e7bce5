import { readSync } from 'node:fs';
import { crc32 } from 'node:zlib';

/** An entry of an archive whose entries are stored. */
export interface BareEntry {
  readonly name: string;
  readonly sizeBytes: number;
  readonly crc32: number;
  readonly dataAt: number;
}

/** One buffer for all reading: 1 MiB, the size at which reading is fastest here. */
const buffer = Buffer.allocUnsafe(1 << 20);

/** Lists an archive by its central directory, believing what it says. */
export function listArchive(fd: number, sizeBytes: number): readonly BareEntry[] {
  const end = readAt(fd, sizeBytes - 22, 22);
  const directory = readAt(fd, end.readUInt32LE(16), end.readUInt32LE(12));
  const entries: BareEntry[] = [];
  for (let at = 0; at < directory.length;) {
    const nameLength = directory.readUInt16LE(at + 28);
    entries.push({
      name: directory.toString('latin1', at + 46, at + 46 + nameLength),
      sizeBytes: directory.readUInt32LE(at + 24),
      crc32: directory.readUInt32LE(at + 16),
      dataAt: directory.readUInt32LE(at + 42) + 30 + nameLength,
    });
    at += 46 + nameLength;
  }
  return entries;
}

/** Reads an entry in chunks and checks its CRC-32. A chunk is valid until the next. */
export function readChunks(fd: number, entry: BareEntry, onChunk: (chunk: Buffer) => void): void {
  let checksum = 0;
  for (let done = 0; done < entry.sizeBytes;) {
    const count = readSync(
      fd,
      buffer,
      0,
      Math.min(buffer.length, entry.sizeBytes - done),
      entry.dataAt + done,
    );
    if (count === 0) throw new Error('the file is shorter than it says');
    const chunk = buffer.subarray(0, count);
    checksum = crc32(chunk, checksum);
    onChunk(chunk);
    done += count;
  }
  if (checksum !== entry.crc32) throw new Error(`${entry.name} has a wrong checksum`);
}

/** A small entry whole. */
export function readWhole(fd: number, entry: BareEntry): Buffer {
  const parts: Buffer[] = [];
  readChunks(fd, entry, (chunk) => parts.push(Buffer.from(chunk)));
  return Buffer.concat(parts);
}

/** A copy of some bytes of a file. */
export function readAt(fd: number, position: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafe(length);
  readSync(fd, bytes, 0, length, position);
  return bytes;
}
