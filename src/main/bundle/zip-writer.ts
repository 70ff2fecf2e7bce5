import { AppError } from '@shared/contract/errors';
import type { ByteSink } from './bytes';
import { checksumOf, copyContent, holdContent, sizeOfContent, type EntryContent } from './entry-content';
import {
  CENTRAL_HEADER_BYTES,
  centralHeader,
  END_RECORD_BYTES,
  endOffset,
  endRecord,
  isEntryName,
  localHeader,
  MAX_ARCHIVE_BYTES,
  MAX_ENTRIES,
  type ZipEntry,
} from './zip-format';

/** What an archive is to hold, by the names of its entries. */
export type ArchiveContents = ReadonlyMap<string, EntryContent>;

/**
 * Writes an archive of a bundle's one layout, from its first byte to its last. A large file is read twice: its checksum
 * stands before it.
 *
 * @param onEntry called after each entry with the number written; may throw to stop
 * @throws AppError BUNDLE_TOO_LARGE before anything is written; FILE_UNREADABLE when a file is not what it was
 */
export function writeZip(
  sink: ByteSink,
  contents: ArchiveContents,
  onEntry: (written: number) => void = () => undefined,
): void {
  if (contents.size > MAX_ENTRIES || archiveBytes(contents) > MAX_ARCHIVE_BYTES) throw tooLarge();
  const entries: ZipEntry[] = [];
  let offset = 0;
  for (const [name, given] of [...contents].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    if (!isEntryName(name)) throw new Error(`not a name for an entry: ${name}`);
    const content = holdContent(given);
    const entry = { name, sizeBytes: sizeOfContent(content), crc32: checksumOf(content), offset };
    sink(localHeader(entry));
    copyContent(content, sink);
    entries.push(entry);
    offset = endOffset(entry);
    onEntry(entries.length);
  }
  const directory = Buffer.concat(entries.map(centralHeader));
  sink(Buffer.concat([directory, endRecord(entries.length, directory.length, offset)]));
}

/** How many bytes the archive of these contents has. */
export function archiveBytes(contents: ArchiveContents): number {
  return [...contents].reduce((sum, [name, content]) => {
    const entry: ZipEntry = { name, sizeBytes: sizeOfContent(content), crc32: 0, offset: 0 };
    return sum + endOffset(entry) + CENTRAL_HEADER_BYTES + name.length;
  }, END_RECORD_BYTES);
}

function tooLarge(): AppError {
  return new AppError(
    'BUNDLE_TOO_LARGE',
    'This bundle would be larger than 4 GiB or hold more than 65,000 files. Export it in parts.',
  );
}
