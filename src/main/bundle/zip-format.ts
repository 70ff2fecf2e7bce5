/**
 * The one ZIP layout that a bundle has (PKWARE APPNOTE 6.3.10, a strict subset): every entry stored, nothing between or
 * around entries, one fixed time, ASCII names in ascending order. Every byte of the headers follows from the entries'
 * names, sizes and contents, so the same content has the same bytes and nothing can hide (docs/adr/0004).
 */
export interface ZipEntry {
  readonly name: string;
  readonly sizeBytes: number;
  readonly crc32: number;
  /** Where the entry's local header begins. */
  readonly offset: number;
}

export const LOCAL_HEADER_BYTES = 30;
export const CENTRAL_HEADER_BYTES = 46;
export const END_RECORD_BYTES = 22;
/** How the record that ends an archive begins. */
export const END_RECORD_SIGNATURE = 0x06054b50;
/** Where that record has the same byte in every archive: its signature, the numbers of disks, the comment's length. */
export const END_RECORD_CONSTANTS: readonly number[] = [0, 1, 2, 3, 4, 5, 6, 7, 20, 21];

/** Without zip64: below 4 GiB and below 65,535 entries. */
export const MAX_ARCHIVE_BYTES = 0xffff_fffe;
export const MAX_ENTRIES = 0xfffe;
export const MAX_NAME_LENGTH = 200;
/** More than any bundle needs, few enough that folders cost a reader nothing. */
export const MAX_NAME_PARTS = 8;

const VERSION_NEEDED = 20;
/** Made on Unix by version 2.0 of the format, so that the file mode below is understood. */
const VERSION_MADE_BY = 0x0314;
/** 1 January 1980, the earliest that the format can say, in MS-DOS form. */
const FIXED_DATE = 0x0021;
/** A plain file, `rw-r--r--`. */
const FILE_ATTRIBUTES = 0o100644 * 0x10000;

const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]*(?:\/[A-Za-z0-9][A-Za-z0-9._-]*)*$/;

/** Names that Windows keeps for devices, with any extension, in any case. */
const DEVICE = /(?:^|\/)(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.[^/]*)?(?:\/|$)/i;

/**
 * Whether a name may stand in a bundle: relative, ASCII, no empty, hidden or dot-only part, no part that ends in a dot
 * or is a device of Windows, at most 8 parts.
 */
export function isEntryName(name: string): boolean {
  return (
    name.length <= MAX_NAME_LENGTH &&
    NAME.test(name) &&
    !/\.(?:\/|$)/.test(name) &&
    !DEVICE.test(name) &&
    name.split('/').length <= MAX_NAME_PARTS
  );
}

/** Where an entry's data begins. */
export function dataOffset(entry: ZipEntry): number {
  return entry.offset + LOCAL_HEADER_BYTES + entry.name.length;
}

/** Where the next entry begins. */
export function endOffset(entry: ZipEntry): number {
  return dataOffset(entry) + entry.sizeBytes;
}

/** An entry's local header with its name. */
export function localHeader(entry: ZipEntry): Buffer {
  const header = zeros(LOCAL_HEADER_BYTES + entry.name.length);
  header.writeUInt32LE(0x04034b50, 0);
  writeCommon(header, 4, entry);
  header.write(entry.name, LOCAL_HEADER_BYTES, 'latin1');
  return header;
}

/** An entry's header in the central directory, with its name. */
export function centralHeader(entry: ZipEntry): Buffer {
  const header = zeros(CENTRAL_HEADER_BYTES + entry.name.length);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(VERSION_MADE_BY, 4);
  writeCommon(header, 6, entry);
  header.writeUInt32LE(FILE_ATTRIBUTES, 38);
  header.writeUInt32LE(entry.offset, 42);
  header.write(entry.name, CENTRAL_HEADER_BYTES, 'latin1');
  return header;
}

/** The record that ends an archive. */
export function endRecord(entryCount: number, directoryBytes: number, directoryOffset: number): Buffer {
  const record = zeros(END_RECORD_BYTES);
  record.writeUInt32LE(END_RECORD_SIGNATURE, 0);
  record.writeUInt16LE(entryCount, 8);
  record.writeUInt16LE(entryCount, 10);
  record.writeUInt32LE(directoryBytes, 12);
  record.writeUInt32LE(directoryOffset, 16);
  return record;
}

/** Zeros in memory that small buffers share: every header of every bundle is made once more to be compared. */
function zeros(sizeBytes: number): Buffer {
  return Buffer.allocUnsafe(sizeBytes).fill(0);
}

/** The fields that local and central headers share: version, flags, method, time, date, CRC, sizes, name length. */
function writeCommon(header: Buffer, at: number, entry: ZipEntry): void {
  header.writeUInt16LE(VERSION_NEEDED, at);
  header.writeUInt16LE(FIXED_DATE, at + 8);
  header.writeUInt32LE(entry.crc32, at + 10);
  header.writeUInt32LE(entry.sizeBytes, at + 14);
  header.writeUInt32LE(entry.sizeBytes, at + 18);
  header.writeUInt16LE(entry.name.length, at + 22);
}
