import { existsSync, linkSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { AppError } from '@shared/contract/errors';
import type { VenueId } from '@shared/model/ids';
import type { BackupFile } from './backups';
import { digestOfFile } from './blobs';
import { closeDatabase, DATABASE_FILE, openDatabase, WAL_FILE } from './database';
import { copyDurably, syncFolder, unfinishedPath } from './durable-file';
import { examineStore } from './examine-store';
import { withOpeningLock } from './opening-lock';
import { markClosed, markOpen, readSeal } from './seal';

/**
 * Makes sure that nobody else has a venue's database open. One that is damaged cannot be asked.
 *
 * @throws AppError STORE_BUSY when another Referee has it open, STORE_NEWER
 */
export function requireUnused(venue: VenueId, folder: string, nowIso: string): void {
  const isUnused = withOpeningLock(folder, () => {
    try {
      examineStore(venue, folder, false, nowIso);
    } catch (error) {
      if (error instanceof AppError && error.code === 'STORE_DAMAGED') return true;
      throw error;
    }
    closeDatabase(openDatabase(folder, nowIso));
    return readSeal(folder)?.state === 'closed';
  });
  if (isUnused) return;
  throw new AppError(
    'STORE_BUSY',
    `The venue ${venue} is open in another Referee. Close that one and try again.`,
  );
}

/**
 * Copies a backup to where it can be completed before it takes the database's place: an unfinished folder of its own
 * within the venue's. The caller removes it.
 *
 * @throws AppError BACKUP_DAMAGED
 */
export function prepareDatabase(folder: string, backup: BackupFile): string {
  const prepared = unfinishedPath(join(folder, DATABASE_FILE));
  const copy = join(prepared, DATABASE_FILE);
  copyDurably(backup.path, copy);
  if (digestOfFile(copy).sha256.startsWith(backup.digest)) return prepared;
  rmSync(prepared, { recursive: true, force: true });
  throw new AppError('BACKUP_DAMAGED', 'The backup could not be copied whole. Nothing was changed.');
}

/**
 * Puts a prepared database, which is closed, in the place of a venue's. The files that were there are kept, byte for
 * byte, in `kept`. Stopped at any moment, the venue is as damaged as it was or has all of the new database.
 */
export function exchangeDatabase(folder: string, prepared: string, kept: string): void {
  const path = join(folder, DATABASE_FILE);
  const { sha256 } = digestOfFile(join(prepared, DATABASE_FILE));
  // Without its journal the old database may look whole and be older: the seal goes on to say that it is not.
  if (readSeal(folder) === null) markOpen(folder);
  if (existsSync(path)) keepToo(path, join(kept, DATABASE_FILE));
  for (const name of [WAL_FILE, `${DATABASE_FILE}-journal`, `${DATABASE_FILE}-shm`]) {
    if (existsSync(join(folder, name))) renameSync(join(folder, name), join(kept, name));
  }
  syncFolder(kept);
  renameSync(join(prepared, DATABASE_FILE), path);
  markClosed(folder, sha256);
  syncFolder(folder);
}

/** How a kept folder is called within its venue's: `damaged/20260510T090000000Z`. */
export function nameOfKept(kept: string): string {
  return `damaged/${basename(kept)}`;
}

/** A second name for a file, or a copy on a disk that has no links. */
function keepToo(path: string, kept: string): void {
  try {
    linkSync(path, kept);
  } catch {
    copyDurably(path, kept);
  }
}
