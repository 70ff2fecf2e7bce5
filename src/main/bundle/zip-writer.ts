import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { AppError } from '@shared/contract/errors';
import {
  centralHeader,
  dataOffset,
  endOffset,
  endRecord,
  isEntryName,
  localHeader,
  MAX_ARCHIVE_BYTES,
  MAX_ENTRIES,
  type ZipEntry,
} from './zip-format';

/** What an entry's bytes are: given, or in a file. */
export type EntryContent =
  { readonly bytes: Uint8Array } | { readonly path: string; readonly sizeBytes: number };

/** A file that changed or went away between listing and writing stops the writing. */
const CHUNK_BYTES = 1 << 20;

/**
 * Writes an archive of a bundle's one layout to an empty file.
 *
 * @param onEntry called after each entry with the number written; may throw to stop
 * @throws AppError BUNDLE_TOO_LARGE, FILE_UNREADABLE (a source file changed while it was read)
 */
export function writeZip(
  fd: number,
  contents: ReadonlyMap<string, EntryContent>,
  onEntry: (written: number) => void = () => undefined,
): void {
  const names = [...contents.keys()].toSorted();
  if (names.length > MAX_ENTRIES) throw tooLarge();
  const entries: ZipEntry[] = [];
  let offset = 0;
  for (const name of names) {
    const content = contents.get(name);
    if (content === undefined || !isEntryName(name)) throw new Error(`not a name for an entry: ${name}`);
    const entry = writeEntry(fd, name, offset, content);
    entries.push(entry);
    offset = endOffset(entry);
    onEntry(entries.length);
  }
  const directory = Buffer.concat(entries.map(centralHeader));
  const tail = Buffer.concat([directory, endRecord(entries.length, directory.length, offset)]);
  if (offset + tail.length > MAX_ARCHIVE_BYTES) throw tooLarge();
  writeFully(fd, tail, offset);
}

/** The header needs the CRC of what follows it, so it is written last, in the room left for it. */
function writeEntry(fd: number, name: string, offset: number, content: EntryContent): ZipEntry {
  const sizeBytes = 'bytes' in content ? content.bytes.length : content.sizeBytes;
  const empty: ZipEntry = { name, sizeBytes, crc32: 0, offset };
  if (endOffset(empty) > MAX_ARCHIVE_BYTES) throw tooLarge();
  const checksum =
    'bytes' in content
      ? writeBytes(fd, content.bytes, dataOffset(empty))
      : copyFile(fd, content.path, sizeBytes, dataOffset(empty));
  const entry = { ...empty, crc32: checksum };
  const header = localHeader(entry);
  writeFully(fd, header, offset);
  return entry;
}

function writeBytes(fd: number, bytes: Uint8Array, at: number): number {
  writeFully(fd, bytes, at);
  return crc32(bytes);
}

function copyFile(fd: number, path: string, sizeBytes: number, at: number): number {
  const source = openSync(path, 'r');
  try {
    const buffer = Buffer.allocUnsafe(CHUNK_BYTES);
    let checksum = 0;
    let copied = 0;
    for (;;) {
      const count = readSync(source, buffer, 0, CHUNK_BYTES, copied);
      if (count === 0) break;
      const chunk = buffer.subarray(0, count);
      checksum = crc32(chunk, checksum);
      writeFully(fd, chunk, at + copied);
      copied += count;
      if (copied > sizeBytes) break;
    }
    if (copied !== sizeBytes) {
      throw new AppError(
        'FILE_UNREADABLE',
        `${path} changed while it was read. Nothing was written; try again.`,
      );
    }
    return checksum;
  } finally {
    closeSync(source);
  }
}

/** One call of the system may take fewer bytes than it was given, as on a disk that is about to be full. */
function writeFully(fd: number, bytes: Uint8Array, at: number): void {
  for (let done = 0; done < bytes.length;) {
    done += writeSync(fd, bytes, done, bytes.length - done, at + done);
  }
}

function tooLarge(): AppError {
  return new AppError(
    'BUNDLE_TOO_LARGE',
    'This bundle would be larger than 4 GiB or hold more than 65,000 files. Export it in parts.',
  );
}
