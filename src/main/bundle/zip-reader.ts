import { crc32 } from 'node:zlib';
import { makeVisible } from '@shared/rules/visible-text';
import { readBytes, streamBytes, type ByteReader } from './bytes';
import {
  CENTRAL_HEADER_BYTES,
  centralHeader,
  dataOffset,
  END_RECORD_BYTES,
  END_RECORD_CONSTANTS,
  END_RECORD_SIGNATURE,
  endOffset,
  endRecord,
  isEntryName,
  LOCAL_HEADER_BYTES,
  localHeader,
  MAX_ARCHIVE_BYTES,
  type ZipEntry,
} from './zip-format';

/** Why bytes are not an archive of a bundle's one layout. */
export class ZipError extends Error {
  readonly kind: 'not-a-zip' | 'truncated' | 'damaged' | 'other-layout' | 'too-large';

  constructor(kind: ZipError['kind'], message: string) {
    super(message);
    this.name = 'ZipError';
    this.kind = kind;
  }
}

/** A central directory of the most entries with the longest names is below this. */
const MAX_DIRECTORY_BYTES = 24 << 20;

/**
 * The entries of an archive, ascending by name. Every header is compared, byte by byte, with the one that the writer
 * would have written, so there is one reading only: no gaps, no duplicates, no other method, no trailing bytes.
 *
 * @throws ZipError
 */
export function readZip(archive: ByteReader): readonly ZipEntry[] {
  const { sizeBytes } = archive;
  if (sizeBytes > MAX_ARCHIVE_BYTES) throw new ZipError('too-large', 'the file is larger than 4 GiB');
  const magic = readAt(archive, 0, Math.min(4, sizeBytes));
  if (!magic.equals(Buffer.from('PK\u0003\u0004', 'latin1'))) {
    throw new ZipError('not-a-zip', 'it does not begin as a ZIP file does');
  }
  if (sizeBytes < END_RECORD_BYTES + LOCAL_HEADER_BYTES) throw truncated();
  const end = readAt(archive, sizeBytes - END_RECORD_BYTES, END_RECORD_BYTES);
  if (end.readUInt32LE(0) !== END_RECORD_SIGNATURE) throw truncated();
  const count = end.readUInt16LE(10);
  const directoryBytes = end.readUInt32LE(12);
  const directoryOffset = end.readUInt32LE(16);
  if (
    directoryOffset + directoryBytes + END_RECORD_BYTES !== sizeBytes ||
    directoryBytes > MAX_DIRECTORY_BYTES
  ) {
    throw new ZipError('other-layout', 'its central directory is not where a bundle has it');
  }
  if (!end.equals(endRecord(count, directoryBytes, directoryOffset))) {
    throw new ZipError('other-layout', 'its end record is not a bundle’s');
  }
  const entries = parseDirectory(readAt(archive, directoryOffset, directoryBytes), count);
  checkLayout(archive, entries, directoryOffset);
  return entries;
}

/** Reads an entry in chunks, checking its CRC-32 at the end. A chunk is overwritten by the next. */
export function streamEntry(archive: ByteReader, entry: ZipEntry, onChunk: (chunk: Buffer) => void): void {
  let checksum = 0;
  const count = streamBytes(archive, dataOffset(entry), entry.sizeBytes, (chunk) => {
    checksum = crc32(chunk, checksum);
    onChunk(chunk);
  });
  if (count !== entry.sizeBytes) throw truncated();
  if (checksum !== entry.crc32) throw wrongChecksum(entry);
}

/**
 * Whether bytes end as an archive does, with an end record. A record with one byte wrong in it still counts: this tells
 * an archive that was altered from one that was cut.
 */
export function endsAsArchive(end: Uint8Array): boolean {
  if (end.length < END_RECORD_BYTES) return false;
  const record = end.subarray(-END_RECORD_BYTES);
  const model = endRecord(0, 0, 0);
  const same = END_RECORD_CONSTANTS.filter((at) => record[at] === model[at]);
  return same.length >= END_RECORD_CONSTANTS.length - 1;
}

/** A small entry whole. The caller has bounded its size. */
export function readEntry(archive: ByteReader, entry: ZipEntry): Buffer {
  const bytes = readBytes(archive, dataOffset(entry), entry.sizeBytes);
  if (bytes.length !== entry.sizeBytes) throw truncated();
  if (crc32(bytes) !== entry.crc32) throw wrongChecksum(entry);
  return bytes;
}

function parseDirectory(directory: Buffer, count: number): ZipEntry[] {
  const entries: ZipEntry[] = [];
  let at = 0;
  while (at < directory.length) {
    if (at + CENTRAL_HEADER_BYTES > directory.length) throw badDirectory();
    const nameLength = directory.readUInt16LE(at + 28);
    const end = at + CENTRAL_HEADER_BYTES + nameLength;
    if (end > directory.length) throw badDirectory();
    const entry: ZipEntry = {
      name: directory.toString('latin1', at + CENTRAL_HEADER_BYTES, end),
      sizeBytes: directory.readUInt32LE(at + 24),
      crc32: directory.readUInt32LE(at + 16),
      offset: directory.readUInt32LE(at + 42),
    };
    if (!isEntryName(entry.name)) {
      throw new ZipError(
        'other-layout',
        `an entry has a name that no bundle has: “${makeVisible(Buffer.from(entry.name, 'latin1').toString())}”`,
      );
    }
    if (!directory.subarray(at, end).equals(centralHeader(entry))) {
      throw new ZipError(
        'other-layout',
        `the header of ${entry.name} is not a bundle’s (compressed, encrypted or altered)`,
      );
    }
    entries.push(entry);
    at = end;
  }
  if (entries.length !== count || count === 0) throw badDirectory();
  return entries;
}

function checkLayout(archive: ByteReader, entries: readonly ZipEntry[], directoryOffset: number): void {
  const folded = new Set<string>();
  let expected = 0;
  let previous = '';
  for (const entry of entries) {
    if (entry.name <= previous)
      throw new ZipError('other-layout', `${entry.name} is out of order or there twice`);
    if (folded.has(entry.name.toLowerCase())) {
      throw new ZipError('other-layout', `${entry.name} is there twice but for upper and lower case`);
    }
    if (foldersOf(entry.name.toLowerCase()).some((folder) => folded.has(folder))) {
      throw new ZipError('other-layout', `${entry.name} lies in a folder that is also a file`);
    }
    if (entry.offset !== expected || endOffset(entry) > directoryOffset) {
      throw new ZipError('other-layout', `${entry.name} is not where it should begin or end`);
    }
    const header = localHeader(entry);
    if (!readAt(archive, entry.offset, header.length).equals(header)) {
      throw new ZipError('damaged', `the two headers of ${entry.name} differ`);
    }
    folded.add(entry.name.toLowerCase());
    previous = entry.name;
    expected = endOffset(entry);
  }
  if (expected !== directoryOffset) throw badDirectory();
}

/** The folders that a name lies in: `a` and `a/b` for `a/b/c`. In ascending order a file comes before what lies in it. */
function foldersOf(name: string): readonly string[] {
  const parts = name.split('/');
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/'));
}

function readAt(archive: ByteReader, offset: number, length: number): Buffer {
  const bytes = readBytes(archive, offset, length);
  if (bytes.length !== length) throw truncated();
  return bytes;
}

function wrongChecksum({ name }: ZipEntry): ZipError {
  return new ZipError('damaged', `${name} has a wrong checksum`);
}

function truncated(): ZipError {
  return new ZipError('truncated', 'its end is missing');
}

function badDirectory(): ZipError {
  return new ZipError('damaged', 'its central directory does not hold together');
}
