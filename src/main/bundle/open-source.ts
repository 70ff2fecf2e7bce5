import { closeSync, fstatSync, openSync } from 'node:fs';
import { AppError } from '@shared/contract/errors';
import { AGE_BEGINNING } from './age/age-header';
import type { AgeIdentity } from './age/age-keys';
import { openAgeFile } from './age/age-reader';
import { isArmored } from './age/armor';
import { readBytes, readerOfBytes, readerOfFile, type ByteReader } from './bytes';
import { BundleRefusal } from './refusals';
import { endsAsArchive } from './zip-reader';

/** The archive in a file, which may be encrypted around it. */
export interface BundleSource {
  readonly archive: ByteReader;
  readonly isEncrypted: boolean;
}

/**
 * Opens a file for reading, decrypting it as it is read where it is encrypted. Nothing decrypted is written anywhere.
 *
 * @param keys asked for only where the file is encrypted
 * @throws AppError FILE_NOT_FOUND, FILE_UNREADABLE; BundleRefusal, AgeError
 */
export function openSource(path: string, fileName: string, keys: () => readonly AgeIdentity[]): BundleSource {
  const file = readerOf(openFile(path, fileName), fileName);
  try {
    if (!isAgeFile(file)) return { archive: file, isEncrypted: false };
    return { archive: openAgeFile(file, keys(), endsAsArchive), isEncrypted: true };
  } catch (error) {
    file.close();
    throw error;
  }
}

function isAgeFile(source: ByteReader): boolean {
  const beginning = readBytes(source, 0, AGE_BEGINNING.length).toString('latin1');
  return beginning === AGE_BEGINNING || isArmored(source);
}

/** A file up to this size, bytes, is read at once: most bundles hold a few kilobytes in a dozen entries. */
const SMALL_BYTES = 128 << 10;

function readerOf(fd: number, fileName: string): ByteReader {
  if (!fstatSync(fd).isFile()) {
    closeSync(fd);
    throw new BundleRefusal('BUNDLE_NOT_A_BUNDLE', 'it is not a file');
  }
  const reader = readerOfFile(fd);
  const readable: ByteReader = {
    ...reader,
    readInto: (target, offset) => {
      try {
        return reader.readInto(target, offset);
      } catch (error) {
        throw unreadable(fileName, error);
      }
    },
  };
  if (readable.sizeBytes > SMALL_BYTES) return readable;
  try {
    return readerOfBytes(readBytes(readable, 0, readable.sizeBytes));
  } finally {
    readable.close();
  }
}

function openFile(path: string, fileName: string): number {
  try {
    return openSync(path, 'r');
  } catch (error) {
    throw unreadable(fileName, error);
  }
}

/** What to say of a file that the system does not give out: gone, forbidden, or on a medium that fails. */
function unreadable(fileName: string, error: unknown): AppError {
  const reason = (error as NodeJS.ErrnoException).code ?? null;
  const isGone = reason === 'ENOENT';
  return new AppError(
    isGone ? 'FILE_NOT_FOUND' : 'FILE_UNREADABLE',
    `${fileName} cannot be read${isGone ? ': it is not there any more' : ''}. Check the file and try again.`,
    reason,
  );
}
