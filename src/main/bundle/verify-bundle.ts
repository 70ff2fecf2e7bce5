import { createHash } from 'node:crypto';
import { bundleHeaderSchema, type BundleHeader } from '@shared/model/bundle';
import type { AgeIdentity } from './age/age-keys';
import { BAG_INFO, BAGIT, MANIFEST, type Manifest } from './bag';
import { checkFormat, checkHeader, checkManifest, checkSignature, entryOf } from './bag-checks';
import { readerOfBytes, streamBytes, type ByteReader, type ByteSink } from './bytes';
import { parseCanonical } from './canonical-json';
import { shownName } from './file-name';
import { openSource } from './open-source';
import { HEADER_PATH, MAX_JSON_BYTES } from './payload';
import { BundleRefusal, refusalOf } from './refusals';
import type { ZipEntry } from './zip-format';
import { readEntry, readZip, streamEntry } from './zip-reader';

/** The longest manifest: one of the most entries. All other tag files are a few lines. */
const MAX_MANIFEST_BYTES = 24 << 20;
const MAX_TAG_BYTES = 4 << 10;
/** The largest bundle of reviews, meta-reviews or decisions, which is read into memory and kept as it came: 256 MiB. */
const MAX_JUDGEMENTS_BYTES = 256 << 20;

/** A bundle whose structure, hashes and signature hold. Its file stays open until `close`. */
export interface VerifiedBundle {
  readonly fileName: string;
  /** Whether the file is encrypted around the archive. All else here is of the archive, decrypted. */
  readonly isEncrypted: boolean;
  readonly sizeBytes: number;
  readonly header: BundleHeader;
  /** SPKI PEM of the key that signed it. */
  readonly signerPem: string;
  /** Payload paths with their digests. */
  readonly manifest: Manifest;
  sizeOf(path: string): number;
  /** A payload file of at most 16 MiB. */
  read(path: string): Buffer;
  /** A payload file in chunks, all of it checked as it is read: it is to be believed when this returns. */
  stream(path: string, onChunk: (chunk: Buffer) => void): void;
  /** A tag file: `bagit.txt` and what else stands beside the payload. */
  readTag(name: string): Buffer;
  /** The whole archive, byte for byte as it was signed. */
  copyTo(write: ByteSink): void;
  close(): void;
}

/** How to open a bundle. */
export interface OpenOptions {
  /** The keys of this computer; asked for only when the file is encrypted. Without them no encrypted file opens. */
  readonly keys?: () => readonly AgeIdentity[];
  /** Called with the bytes checked so far and in all; may throw to stop. */
  readonly onBytes?: (done: number, total: number) => void;
  /**
   * Payload files whose bytes are not read when the bundle is opened, because the caller streams, which checks it, every
   * one that it uses before it believes anything. Their names and digests are signed and checked like all others.
   */
  readonly isDeferred?: (path: string) => boolean;
}

/**
 * Opens a bundle and checks all of it: the encryption, if any, the archive's layout, the bag, the signature, every hash,
 * the header. Writes nothing. What the bundle says is checked for form, not for truth; whether its signer is to be
 * believed is not decided here.
 *
 * @throws AppError FILE_NOT_FOUND, FILE_UNREADABLE or one of the BUNDLE_ codes, naming the file, the rule and what to do
 */
export function openBundle(path: string, options: OpenOptions = {}): VerifiedBundle {
  const fileName = shownName(path);
  try {
    const { archive, isEncrypted } = openSource(path, fileName, options.keys ?? (() => []));
    return verifyOrClose(archive, { fileName, isEncrypted }, options);
  } catch (error) {
    throw refusalOf(error, fileName);
  }
}

/**
 * Opens a bundle that is in memory, as one that came inside another. It is never encrypted.
 *
 * @param fileName what to call it in errors
 * @throws AppError as {@link openBundle}
 */
export function openBundleBytes(bytes: Uint8Array, fileName: string): VerifiedBundle {
  try {
    return verifyOrClose(readerOfBytes(bytes), { fileName, isEncrypted: false }, {});
  } catch (error) {
    throw refusalOf(error, fileName);
  }
}

/**
 * Opens a bundle, hands it on and closes it again. What is found wrong while it is used is told as openBundle tells it.
 *
 * @throws AppError as {@link openBundle}, and whatever `use` throws
 */
export function withBundle<T>(
  path: string,
  use: (bundle: VerifiedBundle) => T,
  options: OpenOptions = {},
): T {
  const bundle = openBundle(path, options);
  try {
    return use(bundle);
  } catch (error) {
    throw refusalOf(error, bundle.fileName);
  } finally {
    bundle.close();
  }
}

type Origin = Pick<VerifiedBundle, 'fileName' | 'isEncrypted'>;

function verifyOrClose(archive: ByteReader, origin: Origin, options: OpenOptions): VerifiedBundle {
  try {
    return verify(archive, origin, options);
  } catch (error) {
    archive.close();
    throw error;
  }
}

function verify(
  archive: ByteReader,
  origin: Origin,
  { onBytes = () => undefined, isDeferred = () => false }: OpenOptions,
): VerifiedBundle {
  const { base, entries } = entriesInBase(readZip(archive));
  const tags = new Map<string, Buffer>();
  const readTag = (name: string): Buffer => {
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

  checkFormat(readTag(BAGIT), readTag(BAG_INFO));
  const signerPem = checkSignature(readTag);
  const manifest = checkManifest(readTag, entries);
  let done = 0;
  const stream = (name: string, onChunk: (chunk: Buffer) => void): void => {
    const hash = createHash('sha256');
    streamEntry(archive, entryOf(entries, name), (chunk) => {
      hash.update(chunk);
      onChunk(chunk);
    });
    if (hash.digest('hex') !== manifest.get(name))
      throw new BundleRefusal('BUNDLE_DAMAGED', `${name} is not what was signed`);
  };
  for (const name of manifest.keys()) {
    if (isDeferred(name)) continue;
    stream(name, (chunk) => {
      done += chunk.length;
      onBytes(done, archive.sizeBytes);
    });
  }

  const read = (name: string): Buffer => {
    const entry = entryOf(entries, name);
    if (entry.sizeBytes > MAX_JSON_BYTES)
      throw new BundleRefusal('BUNDLE_INVALID', `${name} is larger than 16 MiB`);
    return readEntry(archive, entry);
  };
  const header = parseCanonical(read(HEADER_PATH), bundleHeaderSchema, HEADER_PATH);
  if (base !== header.id)
    throw new BundleRefusal('BUNDLE_INVALID', `its folder is called ${base}, not ${header.id}`);
  checkHeader(header, signerPem, manifest, entries, readTag(BAG_INFO));
  if (header.kind !== 'assignment' && archive.sizeBytes > MAX_JUDGEMENTS_BYTES)
    throw new BundleRefusal('BUNDLE_TOO_LARGE', `a bundle of kind ${header.kind} has at most 256 MiB`);
  return {
    ...origin,
    sizeBytes: archive.sizeBytes,
    header,
    signerPem,
    manifest,
    sizeOf: (name) => entryOf(entries, name).sizeBytes,
    read,
    stream,
    readTag,
    copyTo: (write) => {
      streamBytes(archive, 0, archive.sizeBytes, write);
    },
    close: archive.close,
  };
}

/** All entries lie in one base directory; answers them by their names inside it. */
function entriesInBase(entries: readonly ZipEntry[]): {
  base: string;
  entries: ReadonlyMap<string, ZipEntry>;
} {
  const base = entries[0]?.name.split('/', 1)[0] ?? '';
  const inside = new Map<string, ZipEntry>();
  for (const entry of entries) {
    if (!entry.name.startsWith(`${base}/`))
      throw new BundleRefusal('BUNDLE_NOT_A_BUNDLE', 'it has no one base directory');
    inside.set(entry.name.slice(base.length + 1), entry);
  }
  return { base, entries: inside };
}
