import { mkdirSync, readdirSync, renameSync, rmdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { ExtractReport } from '@shared/contract/bundle-tools';
import { AppError } from '@shared/contract/errors';
import { BAG_INFO, BAGIT, MANIFEST, SIGNATURE, SIGNER, TAG_MANIFEST } from '../bundle/bag';
import type { VerifiedBundle } from '../bundle/verify-bundle';
import {
  discard,
  SHARED_MODE,
  syncFolder,
  unfinishedPath,
  writeDurably,
  writeFully,
} from '../store/durable-file';
import { withNote } from '../store/outside-files';
import type { JobControl, ServiceDeps } from './deps';
import { withReadableBundle, type BundleSource } from './open-readable';
import { unwritable } from './unwritable';

/** A bundle to extract, and the folder that is to be made of it. */
export interface ExtractInput extends BundleSource {
  /** Not there yet, or empty. */
  readonly folder: string;
  /** Whether to write the bag's tag files too, so that sha256sum and openssl can check the folder. */
  readonly hasTags: boolean;
}

/**
 * Verifies a bundle and writes its payload to a new folder, all or nothing: it is built beside under an unfinished name
 * and moved into place. Every file is checked again as it is written.
 *
 * Refused: FILE_UNWRITABLE (the folder holds something, or the disk refuses), DISK_FULL, and whatever opening refuses.
 */
export function extractBundle(deps: ServiceDeps, input: ExtractInput, job: JobControl): ExtractReport {
  return withReadableBundle(
    deps,
    input,
    (bundle) => {
      refuseOccupied(input.folder);
      try {
        const building = unfinishedPath(input.folder);
        return withNote(deps.stores.notesFolder, building, () => buildFolder(bundle, input, building, job));
      } catch (error) {
        throw unwritable(error, input.folder, bundle.sizeBytes);
      }
    },
    job,
  );
}

function buildFolder(
  bundle: VerifiedBundle,
  { folder, hasTags }: ExtractInput,
  building: string,
  job: JobControl,
): ExtractReport {
  const parent = dirname(folder);
  mkdirSync(parent, { recursive: true });
  mkdirSync(building);
  const files = listFiles(bundle, hasTags);
  let sizeBytes = 0;
  try {
    for (const [done, { path, stream }] of files.entries()) {
      job.checkpoint();
      job.progress(`Writing ${path}`, done, files.length);
      writeDurably(
        join(building, path),
        (fd) => {
          stream((chunk) => {
            writeFully(fd, chunk);
            sizeBytes += chunk.length;
          });
        },
        SHARED_MODE,
      );
    }
    // Where a folder cannot replace an empty one, the empty one goes first.
    if (process.platform === 'win32' && isThere(folder)) rmdirSync(folder);
    renameSync(building, folder);
  } catch (error) {
    discard(building);
    throw error;
  }
  syncFolder(parent);
  return { folder: basename(folder), files: files.map(({ path }) => path), sizeBytes };
}

interface WrittenFile {
  readonly path: string;
  stream(write: (chunk: Uint8Array) => void): void;
}

function listFiles(bundle: VerifiedBundle, hasTags: boolean): readonly WrittenFile[] {
  const payload = [...bundle.manifest.keys()].map((path) => ({
    path,
    stream: (write: (chunk: Uint8Array) => void): void => {
      bundle.stream(path, write);
    },
  }));
  const tags = [BAGIT, BAG_INFO, MANIFEST, TAG_MANIFEST, SIGNATURE, SIGNER].map((path) => ({
    path,
    stream: (write: (chunk: Uint8Array) => void): void => {
      write(bundle.readTag(path));
    },
  }));
  return hasTags ? [...payload, ...tags] : payload;
}

function refuseOccupied(folder: string): void {
  const found = statSync(folder, { throwIfNoEntry: false });
  if (found === undefined || (found.isDirectory() && readdirSync(folder).length === 0)) return;
  throw new AppError(
    'FILE_UNWRITABLE',
    `${basename(folder)} is there already and is not an empty folder. Name a folder that is not there yet.`,
  );
}

function isThere(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}
