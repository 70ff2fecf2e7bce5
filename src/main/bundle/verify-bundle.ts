import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { basename } from 'node:path';
import { AppError } from '@shared/contract/errors';
import { BUNDLE_FORMAT, bundleHeaderSchema, type BundleHeader } from '@shared/model/bundle';
import {
  BAG_INFO,
  bagFormat,
  BAGIT,
  BAGIT_TEXT,
  bagInfoText,
  MANIFEST,
  parseManifest,
  sha256Of,
  SIGNATURE,
  SIGNER,
  TAG_MANIFEST,
  type Manifest,
} from './bag';
import { parseCanonical } from './canonical-json';
import { fingerprintOf, isSignedBy } from './keys';
import { HEADER_PATH, isPayloadPath, MAX_JSON_BYTES } from './payload';
import { BundleRefusal, refusalOf } from './refusals';
import { bundleIdOf } from './write-bundle';
import type { ZipEntry } from './zip-format';
import { readEntry, readZip, streamEntry } from './zip-reader';

/** The longest tag file: a manifest of the most entries. */
const MAX_TAG_BYTES = 24 << 20;

/** A bundle whose structure, hashes and signature hold. Its file stays open until `close`. */
export interface VerifiedBundle {
  readonly fileName: string;
  readonly sizeBytes: number;
  readonly header: BundleHeader;
  /** SPKI PEM of the key that signed it. */
  readonly signerPem: string;
  /** Payload paths with their digests. */
  readonly manifest: Manifest;
  sizeOf(path: string): number;
  /** A payload file of at most 16 MiB. */
  read(path: string): Buffer;
  /** A payload file in chunks; checked again as it is read. */
  stream(path: string, onChunk: (chunk: Buffer) => void): void;
  close(): void;
}

/**
 * Opens a bundle and checks all of it: the archive's layout, the bag, the signature, every hash, the header. Writes
 * nothing. What the bundle says is checked for form, not for truth; whether its signer is to be believed is not
 * decided here.
 *
 * @param onBytes called with the bytes checked so far and in all; may throw to stop
 * @throws AppError FILE_UNREADABLE or one of the BUNDLE_ codes, naming the file, the rule and what to do
 */
export function openBundle(
  path: string,
  onBytes: (done: number, total: number) => void = () => undefined,
): VerifiedBundle {
  const fileName = basename(path);
  const fd = openFile(path, fileName);
  try {
    return verify(fd, fileName, onBytes);
  } catch (error) {
    closeSync(fd);
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
  onBytes?: (done: number, total: number) => void,
): T {
  const bundle = openBundle(path, onBytes);
  try {
    return use(bundle);
  } catch (error) {
    throw refusalOf(error, bundle.fileName);
  } finally {
    bundle.close();
  }
}

function verify(
  fd: number,
  fileName: string,
  onBytes: (done: number, total: number) => void,
): VerifiedBundle {
  const stat = fstatSync(fd);
  if (!stat.isFile()) throw new BundleRefusal('BUNDLE_NOT_A_BUNDLE', 'it is not a file');
  refuseEncrypted(fd, fileName);
  const { base, entries } = entriesInBase(readZip(fd, stat.size));
  const readTag = (name: string): Buffer => {
    const entry = entries.get(name);
    if (entry === undefined) throw new BundleRefusal('BUNDLE_NOT_A_BUNDLE', `it has no ${name}`);
    if (entry.sizeBytes > MAX_TAG_BYTES) throw new BundleRefusal('BUNDLE_INVALID', `${name} is too long`);
    return readEntry(fd, entry);
  };

  checkFormat(readTag(BAGIT), readTag(BAG_INFO));
  const signerPem = checkSignature(readTag);
  const manifest = checkManifest(readTag, entries);
  let done = 0;
  for (const [name, digest] of manifest) {
    const hash = createHash('sha256');
    streamEntry(fd, entryOf(entries, name), (chunk) => {
      hash.update(chunk);
      done += chunk.length;
      onBytes(done, stat.size);
    });
    if (hash.digest('hex') !== digest)
      throw new BundleRefusal('BUNDLE_DAMAGED', `${name} is not what was signed`);
  }

  const read = (name: string): Buffer => {
    const entry = entryOf(entries, name);
    if (entry.sizeBytes > MAX_JSON_BYTES)
      throw new BundleRefusal('BUNDLE_INVALID', `${name} is larger than 16 MiB`);
    return readEntry(fd, entry);
  };
  const header = parseCanonical(read(HEADER_PATH), bundleHeaderSchema, HEADER_PATH);
  if (base !== header.id)
    throw new BundleRefusal('BUNDLE_INVALID', `its folder is called ${base}, not ${header.id}`);
  checkHeader(header, signerPem, manifest, entries, readTag(BAG_INFO));
  return {
    fileName,
    sizeBytes: stat.size,
    header,
    signerPem,
    manifest,
    sizeOf: (name) => entryOf(entries, name).sizeBytes,
    read,
    stream: (name, onChunk) => {
      streamEntry(fd, entryOf(entries, name), onChunk);
    },
    close: () => {
      closeSync(fd);
    },
  };
}

/** How an age v1 file begins (age-encryption.org/v1), plain or in PEM. */
const AGE_BEGINNINGS = ['age-encryption.org/', '-----BEGIN AGE ENCRYPTED FILE-----'];

function refuseEncrypted(fd: number, fileName: string): void {
  const head = Buffer.alloc(40);
  const text = head.toString('latin1', 0, readSync(fd, head, 0, head.length, 0));
  if (!AGE_BEGINNINGS.some((beginning) => text.startsWith(beginning))) return;
  throw new AppError(
    'BUNDLE_NOT_A_BUNDLE',
    `${fileName} is encrypted. Decrypt it first, for example with: age --decrypt -i key.txt -o bundle.referee ${fileName}`,
    'it is an age file',
  );
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

function checkFormat(bagit: Buffer, bagInfo: Buffer): void {
  if (bagit.toString('utf8') !== BAGIT_TEXT)
    throw new BundleRefusal('BUNDLE_NOT_A_BUNDLE', `${BAGIT} is not BagIt 1.0`);
  const format = bagFormat(bagInfo.toString('utf8'));
  if (format === null) throw new BundleRefusal('BUNDLE_NOT_A_BUNDLE', `${BAG_INFO} names no Bundle-Format`);
  if (format > BUNDLE_FORMAT) throw new BundleRefusal('BUNDLE_NEWER_FORMAT', `its format is ${format}`);
}

function checkSignature(readTag: (name: string) => Buffer): string {
  const signerPem = readTag(SIGNER).toString('utf8');
  const tagManifest = readTag(TAG_MANIFEST);
  if (!isSignedBy(signerPem, tagManifest, readTag(SIGNATURE))) {
    throw new BundleRefusal(
      'BUNDLE_FORGED',
      `${SIGNATURE} is not ${SIGNER}'s signature over ${TAG_MANIFEST}`,
    );
  }
  const tags = parseTagFile(TAG_MANIFEST, tagManifest);
  const expected = [BAG_INFO, BAGIT, MANIFEST, SIGNER].toSorted();
  if ([...tags.keys()].join() !== expected.join()) {
    throw new BundleRefusal('BUNDLE_INVALID', `${TAG_MANIFEST} does not list exactly ${expected.join(', ')}`);
  }
  for (const [name, digest] of tags) {
    if (sha256Of(readTag(name)) !== digest)
      throw new BundleRefusal('BUNDLE_DAMAGED', `${name} is not what was signed`);
  }
  return signerPem;
}

function checkManifest(readTag: (name: string) => Buffer, entries: ReadonlyMap<string, ZipEntry>): Manifest {
  const manifest = parseTagFile(MANIFEST, readTag(MANIFEST));
  const known = new Set([BAGIT, BAG_INFO, MANIFEST, TAG_MANIFEST, SIGNATURE, SIGNER, ...manifest.keys()]);
  for (const name of entries.keys()) {
    if (!known.has(name)) throw new BundleRefusal('BUNDLE_INVALID', `${name} is not in ${MANIFEST}`);
  }
  for (const name of manifest.keys()) {
    if (!entries.has(name))
      throw new BundleRefusal('BUNDLE_INVALID', `${name} is in ${MANIFEST} but not there`);
  }
  return manifest;
}

function checkHeader(
  header: BundleHeader,
  signerPem: string,
  manifest: Manifest,
  entries: ReadonlyMap<string, ZipEntry>,
  bagInfo: Buffer,
): void {
  const { id, format: _format, ...unnamed } = header;
  if (signerFingerprint(signerPem) !== header.author.fingerprint) {
    throw new BundleRefusal('BUNDLE_INVALID', `the author's fingerprint is not that of ${SIGNER}`);
  }
  if (bundleIdOf(unnamed, manifest) !== id)
    throw new BundleRefusal('BUNDLE_INVALID', 'its id does not follow from its content');
  const stray = [...manifest.keys()].find((name) => !isPayloadPath(header.kind, name));
  if (stray !== undefined)
    throw new BundleRefusal('BUNDLE_INVALID', `a bundle of kind ${header.kind} holds no ${stray}`);
  const payloadBytes = [...manifest.keys()].reduce((sum, name) => sum + entryOf(entries, name).sizeBytes, 0);
  const expected = bagInfoText({
    format: BUNDLE_FORMAT,
    kind: header.kind,
    identifier: id,
    payloadBytes,
    payloadFiles: manifest.size,
  });
  if (bagInfo.toString('utf8') !== expected)
    throw new BundleRefusal('BUNDLE_INVALID', `${BAG_INFO} does not agree with the payload`);
}

function signerFingerprint(signerPem: string): string {
  try {
    return fingerprintOf(signerPem);
  } catch (error) {
    throw new BundleRefusal('BUNDLE_INVALID', `${SIGNER}: ${(error as Error).message}`);
  }
}

function parseTagFile(name: string, bytes: Buffer): Manifest {
  try {
    return parseManifest(bytes.toString('utf8'));
  } catch (error) {
    throw new BundleRefusal('BUNDLE_INVALID', `${name}: ${(error as Error).message}`);
  }
}

function entryOf(entries: ReadonlyMap<string, ZipEntry>, name: string): ZipEntry {
  const entry = entries.get(name);
  if (entry === undefined) throw new BundleRefusal('BUNDLE_INVALID', `it has no ${name}`);
  return entry;
}

function openFile(path: string, fileName: string): number {
  try {
    return openSync(path, 'r');
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code;
    throw new AppError(
      reason === 'ENOENT' ? 'FILE_NOT_FOUND' : 'FILE_UNREADABLE',
      `${fileName} cannot be read${reason === 'ENOENT' ? ': it is not there any more' : ''}. Check the file and try again.`,
      reason ?? null,
    );
  }
}
