import { createHash } from 'node:crypto';
import {
  closeSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { timed, type Measured } from '../../tasks/measure';
import { listArchive, readWhole } from './archive';

/** What is in an archive to be written: small files at hand, PDFs on disk. */
type Content = { readonly name: string } & ({ readonly bytes: Buffer } | { readonly path: string });

interface Written {
  readonly name: Buffer;
  readonly sizeBytes: number;
  readonly crc32: number;
  readonly offset: number;
}

/**
 * Writes archives by hand with the very files that the bundles in a folder hold: PDFs from the blob folder, the rest as
 * it is. Each is hashed (CRC-32, SHA-256), synced, renamed, its folder synced; nothing is signed, checked or recorded.
 */
export function writeBare(input: {
  readonly bundles: string;
  readonly blobs: string;
  readonly out: string;
}): Measured & { readonly sizeBytes: number } {
  const plans = readdirSync(input.bundles)
    .filter((name) => name.endsWith('.referee'))
    .map((name) => ({ name, contents: contentsOf(join(input.bundles, name), input.blobs) }));
  mkdirSync(input.out, { recursive: true });
  let sizeBytes = 0;
  const measured = timed(() => {
    for (const { name, contents } of plans) sizeBytes += writeArchive(input.out, name, contents);
  });
  return { ...measured, sizeBytes };
}

function contentsOf(path: string, blobs: string): readonly Content[] {
  const fd = openSync(path, 'r');
  try {
    const entries = listArchive(fd, fstatSync(fd).size);
    const manifest = entries.find(({ name }) => name.endsWith('/manifest-sha256.txt'));
    const lines = manifest === undefined ? [] : readWhole(fd, manifest).toString('utf8').split('\n');
    const digests = new Map(lines.map((line) => [line.slice(66), line.slice(0, 64)]));
    return entries.map((entry) => {
      const digest = digests.get(entry.name.slice(entry.name.indexOf('/') + 1));
      return entry.name.endsWith('.pdf') && digest !== undefined
        ? { name: entry.name, path: join(blobs, digest) }
        : { name: entry.name, bytes: readWhole(fd, entry) };
    });
  } finally {
    closeSync(fd);
  }
}

function writeArchive(folder: string, name: string, contents: readonly Content[]): number {
  const unfinished = join(folder, `unfinished-${name}`);
  const fd = openSync(unfinished, 'wx');
  const written: Written[] = [];
  let offset = 0;
  for (const content of contents) {
    const entry = writeEntry(fd, content, offset);
    written.push(entry);
    offset += 30 + entry.name.length + entry.sizeBytes;
  }
  const directory = Buffer.concat(written.map(centralHeader));
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(written.length, 8);
  end.writeUInt16LE(written.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  writeSync(fd, Buffer.concat([directory, end]), 0, directory.length + 22, offset);
  fsyncSync(fd);
  closeSync(fd);
  renameSync(unfinished, join(folder, name));
  const folderFd = openSync(folder, 'r');
  fsyncSync(folderFd);
  closeSync(folderFd);
  return offset + directory.length + 22;
}

const buffer = Buffer.allocUnsafe(1 << 20);

function writeEntry(fd: number, content: Content, offset: number): Written {
  const name = Buffer.from(content.name, 'latin1');
  const hash = createHash('sha256');
  let checksum = 0;
  let sizeBytes = 0;
  const put = (chunk: Buffer): void => {
    checksum = crc32(chunk, checksum);
    hash.update(chunk);
    writeSync(fd, chunk, 0, chunk.length, offset + 30 + name.length + sizeBytes);
    sizeBytes += chunk.length;
  };
  if ('bytes' in content) put(content.bytes);
  else readFile(content.path, put);
  hash.digest('hex');
  const entry: Written = { name, sizeBytes, crc32: checksum, offset };
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  writeCommon(header, 4, entry);
  writeSync(fd, Buffer.concat([header, name]), 0, 30 + name.length, offset);
  return entry;
}

function readFile(path: string, onChunk: (chunk: Buffer) => void): void {
  const source = openSync(path, 'r');
  for (;;) {
    const count = readSync(source, buffer);
    if (count === 0) break;
    onChunk(buffer.subarray(0, count));
  }
  closeSync(source);
}

function centralHeader(entry: Written): Buffer {
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(0x0314, 4);
  writeCommon(header, 6, entry);
  header.writeUInt32LE(0o100644 * 0x10000, 38);
  header.writeUInt32LE(entry.offset, 42);
  return Buffer.concat([header, entry.name]);
}

function writeCommon(header: Buffer, at: number, entry: Written): void {
  header.writeUInt16LE(20, at);
  header.writeUInt16LE(0x0021, at + 8);
  header.writeUInt32LE(entry.crc32, at + 10);
  header.writeUInt32LE(entry.sizeBytes, at + 14);
  header.writeUInt32LE(entry.sizeBytes, at + 18);
  header.writeUInt16LE(entry.name.length, at + 22);
}
