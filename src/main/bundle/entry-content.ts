import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { AppError } from '@shared/contract/errors';
import type { Sha256 } from '@shared/model/ids';
import { readerOfFile, streamBytes, type ByteReader, type ByteSink } from './bytes';

/** What an entry's bytes are: given, with their CRC-32 where it is known, or in a file that is to be what it was. */
export type EntryContent =
  | { readonly bytes: Uint8Array; readonly crc32?: number }
  | { readonly path: string; readonly sizeBytes: number; readonly sha256: Sha256 };

/** How many bytes an entry has. */
export function sizeOfContent(content: EntryContent): number {
  return 'bytes' in content ? content.bytes.length : content.sizeBytes;
}

/**
 * The CRC-32 of an entry's bytes, which its header says before they come.
 *
 * @throws AppError FILE_UNREADABLE
 */
export function checksumOf(content: EntryContent): number {
  if ('bytes' in content) return content.crc32 ?? crc32(content.bytes);
  let checksum = 0;
  streamFile(content, (chunk) => {
    checksum = crc32(chunk, checksum);
  });
  return checksum;
}

/**
 * Hands on an entry's bytes. A file's are checked against its digest: nothing is signed that is not in the archive.
 *
 * @throws AppError FILE_UNREADABLE when the file is not what it was
 */
export function copyContent(content: EntryContent, sink: ByteSink): void {
  if ('bytes' in content) {
    sink(content.bytes);
    return;
  }
  const hash = createHash('sha256');
  streamFile(content, (chunk) => {
    hash.update(chunk);
    sink(chunk);
  });
  if (hash.digest('hex') !== content.sha256) throw changed(content.path);
}

/** A file up to this size, bytes, is held in memory while it is written, and so read once: nearly every paper. */
const HELD_BYTES = 8 << 20;

/** Where files are held; grows to the largest of them and is used again, as filling fresh memory costs more than reading. */
let room = Buffer.alloc(0);

/** What a file was when it had its digest: who keeps the same content for many bundles has it hashed once. */
interface Found {
  /** Inode and times: they change when anybody writes to it or puts another in its place. */
  readonly stamp: string;
  readonly crc32: number;
}

const found = new WeakMap<EntryContent, Found>();

/**
 * Makes an entry ready to be written: a file that is not large is read, checked and held until the next call; any other
 * content stays as it is. A file is checked by its SHA-256 the first time that this very content is held, and by its times
 * and CRC-32 after that.
 *
 * @throws AppError FILE_UNREADABLE when the file is not what it was
 */
export function holdContent(content: EntryContent): EntryContent {
  if ('bytes' in content || content.sizeBytes > HELD_BYTES) return content;
  if (room.length < content.sizeBytes) room = Buffer.allocUnsafe(content.sizeBytes);
  const bytes = room.subarray(0, content.sizeBytes);
  const file = openFile(content.path);
  try {
    const isWhole = file.sizeBytes === content.sizeBytes && file.readInto(bytes, 0) === bytes.length;
    if (!isWhole) throw changed(content.path);
    const now: Found = { stamp: file.stamp, crc32: crc32(bytes) };
    const before = found.get(content);
    if (before?.stamp !== now.stamp || before.crc32 !== now.crc32) {
      if (createHash('sha256').update(bytes).digest('hex') !== content.sha256) throw changed(content.path);
      found.set(content, now);
    }
    return { bytes, crc32: now.crc32 };
  } finally {
    file.close();
  }
}

function streamFile(content: { readonly path: string; readonly sizeBytes: number }, sink: ByteSink): void {
  const file = openFile(content.path);
  try {
    if (file.sizeBytes !== content.sizeBytes) throw changed(content.path);
    if (streamBytes(file, 0, content.sizeBytes, sink) !== content.sizeBytes) throw changed(content.path);
  } finally {
    file.close();
  }
}

/** The reader of a file whose failures name it, so that they are not taken for failures of what is being written. */
function openFile(path: string): ByteReader & { readonly stamp: string } {
  const attempt = <T>(action: () => T): T => {
    try {
      return action();
    } catch (error) {
      throw new AppError(
        'FILE_UNREADABLE',
        `${path} cannot be read, so it cannot be exported. Put it back or import its bundle again, then try again.`,
        (error as NodeJS.ErrnoException).code ?? null,
      );
    }
  };
  const fd = attempt(() => openSync(path, 'r'));
  try {
    const reader = readerOfFile(fd);
    const { dev, ino, mtimeNs, ctimeNs } = fstatSync(fd, { bigint: true });
    const stamp = `${dev} ${ino} ${mtimeNs} ${ctimeNs}`;
    return { ...reader, stamp, readInto: (target, offset) => attempt(() => reader.readInto(target, offset)) };
  } catch (error) {
    closeSync(fd);
    throw error;
  }
}

function changed(path: string): AppError {
  return new AppError(
    'FILE_UNREADABLE',
    `${path} changed while it was read, or is damaged: it is not the file that was added. Nothing was written; put the right file back or import its bundle again, then try again.`,
  );
}
