import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Sha256 } from '@shared/model/ids';
import { blobPath, type ByteSource } from './blobs';
import { finishFiles, writeFully, writeUnfinished, type UnfinishedFile } from './durable-file';

/** Blobs that come together: all of them are put in place, or none. */
export interface BlobBatch {
  /**
   * Writes a blob to disk, under no name yet. The source must itself refuse bytes that do not have this digest, so that
   * nothing is hashed twice.
   */
  add(sha256: Sha256, source: ByteSource): void;
  /** Gives all of them their names; one that was there before is replaced. */
  publish(): void;
  /** Removes what was not published. */
  discard(): void;
}

/** Starts a batch in a venue's folder. */
export function startBlobs(folder: string): BlobBatch {
  const blobs = join(folder, 'blobs');
  let files: UnfinishedFile[] = [];
  mkdirSync(blobs, { recursive: true });
  return {
    add(sha256, source) {
      const finalPath = blobPath(folder, sha256);
      const { unfinished } = writeUnfinished(finalPath, (fd) => {
        source((chunk) => {
          writeFully(fd, chunk);
        });
      });
      files.push({ unfinished, finalPath });
    },
    publish() {
      if (files.length > 0) finishFiles(blobs, files);
      files = [];
    },
    discard() {
      for (const { unfinished } of files) rmSync(unfinished, { force: true });
      files = [];
    },
  };
}
