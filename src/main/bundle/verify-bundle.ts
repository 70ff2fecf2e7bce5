import type { BundleHeader } from '@shared/model/bundle';
import type { AgeIdentity } from './age/age-keys';
import type { Manifest } from './bag';
import { entryOf } from './bag-checks';
import { readBytes, readerOfBytes, streamBytes, type ByteReader, type ByteSink } from './bytes';
import {
  checkArchive,
  readPayload,
  streamChecked,
  tagsOf,
  type CheckedArchive,
  type CheckOptions,
  type TagReader,
} from './check-archive';
import { shownName } from './file-name';
import { openSource } from './open-source';
import { refusalOf } from './refusals';

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
export interface OpenOptions extends CheckOptions {
  /** The keys of this computer; asked for only when the file is encrypted. Without them no encrypted file opens. */
  readonly keys?: () => readonly AgeIdentity[];
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

/** What opening found of a bundle in a file, as plain data: for the thread that uses what another one checked. */
export interface CheckedBundle extends Origin {
  /** All bytes of the archive, decrypted. */
  readonly bytes: Uint8Array;
  readonly checked: CheckedArchive;
}

/**
 * Opens a small bundle and checks all of it, as {@link openBundle} does.
 *
 * @throws as {@link openBundle}, untranslated: for callers who ask it again for what a person is told
 */
export function checkBundle(path: string, keys: () => readonly AgeIdentity[]): CheckedBundle {
  const fileName = shownName(path);
  const { archive, isEncrypted } = openSource(path, fileName, keys);
  try {
    const bytes = readBytes(archive, 0, archive.sizeBytes);
    return { fileName, isEncrypted, bytes, checked: checkArchive(readerOfBytes(bytes), {}).checked };
  } finally {
    archive.close();
  }
}

/** The bundle that {@link checkBundle} checked, here or in another thread of this process. Nothing is checked again. */
export function bundleOfChecked({ bytes, checked, ...origin }: CheckedBundle): VerifiedBundle {
  const archive = readerOfBytes(bytes);
  return toBundle(archive, origin, checked, tagsOf(archive, checked.entries));
}

type Origin = Pick<VerifiedBundle, 'fileName' | 'isEncrypted'>;

function verifyOrClose(archive: ByteReader, origin: Origin, options: CheckOptions): VerifiedBundle {
  try {
    const { checked, readTag } = checkArchive(archive, options);
    return toBundle(archive, origin, checked, readTag);
  } catch (error) {
    archive.close();
    throw error;
  }
}

function toBundle(
  archive: ByteReader,
  origin: Origin,
  checked: CheckedArchive,
  readTag: TagReader,
): VerifiedBundle {
  const { header, signerPem, manifest, entries } = checked;
  return {
    ...origin,
    sizeBytes: archive.sizeBytes,
    header,
    signerPem,
    manifest,
    sizeOf: (name) => entryOf(entries, name).sizeBytes,
    read: (name) => readPayload(archive, entries, name),
    stream: (name, onChunk) => {
      streamChecked(archive, checked, name, onChunk);
    },
    readTag,
    copyTo: (write) => {
      streamBytes(archive, 0, archive.sizeBytes, write);
    },
    close: archive.close,
  };
}
