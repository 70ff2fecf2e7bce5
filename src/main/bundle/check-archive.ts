import { createHash } from 'node:crypto';
import { bundleHeaderSchema, type BundleHeader } from '@shared/model/bundle';
import { BAG_INFO, BAGIT, MANIFEST, type Manifest } from './bag';
import { checkFormat, checkHeader, checkManifest, checkSignature, entryOf } from './bag-checks';
import type { ByteReader } from './bytes';
import { parseCanonical } from './canonical-json';
import { HEADER_PATH, MAX_JSON_BYTES } from './payload';
import { BundleRefusal } from './refusals';
import type { ZipEntry } from './zip-format';
import { readEntry, readZip, streamEntry } from './zip-reader';

/** The longest manifest: one of the most entries. All other tag files are a few lines. */
const MAX_MANIFEST_BYTES = 24 << 20;
const MAX_TAG_BYTES = 4 << 10;
/** The largest bundle of reviews, meta-reviews or decisions, which is read into memory and kept as it came: 256 MiB. */
const MAX_JUDGEMENTS_BYTES = 256 << 20;

/** Entries by their names inside the one base directory. */
type Entries = ReadonlyMap<string, ZipEntry>;

/** What checking an archive found. Plain data: it can be sent to another thread beside the bytes that it speaks of. */
export interface CheckedArchive {
  readonly header: BundleHeader;
  /** SPKI PEM of the key that signed it. */
  readonly signerPem: string;
  /** Payload paths with their digests. */
  readonly manifest: Manifest;
  readonly entries: Entries;
}

/** What of an archive's payload is looked at, and who hears of it. */
export interface CheckOptions {
  /** Called with the bytes checked so far and in all; may throw to stop. */
  readonly onBytes?: (done: number, total: number) => void;
  /**
   * Payload files whose bytes are not read when the bundle is opened, because the caller streams, which checks it, every
   * one that it uses before it believes anything. Their names and digests are signed and checked like all others.
   */
  readonly isDeferred?: (path: string) => boolean;
}

/** Reads a tag file: `bagit.txt` and what else stands beside the payload. What was read once stays as it was. */
export type TagReader = (name: string) => Buffer;

/**
 * Checks all of an archive: its layout, the bag, the signature, every hash, the header.
 *
 * @throws ZipError, BundleRefusal, AppError BUNDLE_INVALID
 */
export function checkArchive(
  archive: ByteReader,
  { onBytes = () => undefined, isDeferred = () => false }: CheckOptions,
): { readonly checked: CheckedArchive; readonly readTag: TagReader } {
  const { base, entries } = entriesInBase(readZip(archive));
  const readTag = tagsOf(archive, entries);
  checkFormat(readTag(BAGIT), readTag(BAG_INFO));
  const signerPem = checkSignature(readTag);
  const manifest = checkManifest(readTag, entries);
  let done = 0;
  for (const name of manifest.keys()) {
    if (isDeferred(name)) continue;
    streamChecked(archive, { entries, manifest }, name, (chunk) => {
      done += chunk.length;
      onBytes(done, archive.sizeBytes);
    });
  }
  const header = parseCanonical(readPayload(archive, entries, HEADER_PATH), bundleHeaderSchema, HEADER_PATH);
  if (base !== header.id)
    throw new BundleRefusal('BUNDLE_INVALID', `its folder is called ${base}, not ${header.id}`);
  checkHeader(header, signerPem, manifest, entries, readTag(BAG_INFO));
  if (header.kind !== 'assignment' && archive.sizeBytes > MAX_JUDGEMENTS_BYTES)
    throw new BundleRefusal('BUNDLE_TOO_LARGE', `a bundle of kind ${header.kind} has at most 256 MiB`);
  return { checked: { header, signerPem, manifest, entries }, readTag };
}

/**
 * A payload file of at most 16 MiB.
 *
 * @throws ZipError, BundleRefusal
 */
export function readPayload(archive: ByteReader, entries: Entries, name: string): Buffer {
  const entry = entryOf(entries, name);
  if (entry.sizeBytes > MAX_JSON_BYTES)
    throw new BundleRefusal('BUNDLE_INVALID', `${name} is larger than 16 MiB`);
  return readEntry(archive, entry);
}

/**
 * A payload file in chunks, with its digest compared at the end.
 *
 * @throws ZipError, BundleRefusal
 */
export function streamChecked(
  archive: ByteReader,
  { entries, manifest }: Pick<CheckedArchive, 'entries' | 'manifest'>,
  name: string,
  onChunk: (chunk: Buffer) => void,
): void {
  const hash = createHash('sha256');
  streamEntry(archive, entryOf(entries, name), (chunk) => {
    hash.update(chunk);
    onChunk(chunk);
  });
  if (hash.digest('hex') !== manifest.get(name))
    throw new BundleRefusal('BUNDLE_DAMAGED', `${name} is not what was signed`);
}

/** The tag files of an archive. */
export function tagsOf(archive: ByteReader, entries: Entries): TagReader {
  const tags = new Map<string, Buffer>();
  return (name) => {
    const known = tags.get(name);
    if (known !== undefined) return known;
    const entry = entries.get(name);
    if (entry === undefined) throw new BundleRefusal('BUNDLE_NOT_A_BUNDLE', `it has no ${name}`);
    if (entry.sizeBytes > (name === MANIFEST ? MAX_MANIFEST_BYTES : MAX_TAG_BYTES))
      throw new BundleRefusal('BUNDLE_INVALID', `${name} is too long`);
    const bytes = readEntry(archive, entry);
    tags.set(name, bytes);
    return bytes;
  };
}

/** All entries lie in one base directory; answers them by their names inside it. */
function entriesInBase(entries: readonly ZipEntry[]): { base: string; entries: Entries } {
  const base = entries[0]?.name.split('/', 1)[0] ?? '';
  const inside = new Map<string, ZipEntry>();
  for (const entry of entries) {
    if (!entry.name.startsWith(`${base}/`))
      throw new BundleRefusal('BUNDLE_NOT_A_BUNDLE', 'it has no one base directory');
    inside.set(entry.name.slice(base.length + 1), entry);
  }
  return { base, entries: inside };
}
