import { statSync, utimesSync } from 'node:fs';
import type { Paper } from '@shared/model/paper';
import { blobPath } from './blobs';

/** The time that a damaged blob is given, and before which every blob is looked at again: no file of ours is as old. */
const MARK = new Date('1990-01-01T00:00:00Z');
const OLDEST_MS = Date.parse('2000-01-01T00:00:00Z');

/**
 * Marks a blob that was found to have other bytes than its name says, so that importing its bundle once more replaces it.
 * Its bytes stay. A folder that takes no changes takes no mark either: nothing could be put back there.
 */
export function markSuspect(path: string): void {
  try {
    utimesSync(path, MARK, MARK);
  } catch {
    // It is told as damaged all the same.
  }
}

/** Whether a paper's PDF is there in its size and nobody found it damaged. Its bytes are not read. */
export function isBlobInPlace(folder: string, { sha256, sizeBytes }: Paper['pdf']): boolean {
  const stat = statSync(blobPath(folder, sha256), { throwIfNoEntry: false });
  return stat !== undefined && stat.size === sizeBytes && stat.mtimeMs >= OLDEST_MS;
}
