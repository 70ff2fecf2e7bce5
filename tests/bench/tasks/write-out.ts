import { closeSync, openSync } from 'node:fs';
import type { SignedBundle } from '@main/bundle/write-bundle';
import { writeFully } from '@main/store/durable-file';

/** Writes a bundle to a file that is not there yet, without waiting for the disk. */
export function writeOut(path: string, bundle: SignedBundle): void {
  const fd = openSync(path, 'wx');
  try {
    bundle.writeTo((chunk) => {
      writeFully(fd, chunk);
    });
  } finally {
    closeSync(fd);
  }
}
