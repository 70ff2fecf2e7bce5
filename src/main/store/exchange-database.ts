import { existsSync, linkSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { AppError } from '@shared/contract/errors';
import type { VenueId } from '@shared/model/ids';
import type { BackupFile } from './backups';
import { digestOfFile } from './blobs';
import { damagedFolder } from './damaged-files';
import { closeDatabase, DATABASE_FILE, openDatabase, WAL_FILE } from './database';
import { copyDurably, syncFolder, unfinishedPath } from './durable-file';
import { examineStore } from './examine-store';
import { markClosed, markOpen, readSeal } from './seal';

/**
 * Makes sure that nobody else has a venue's database open. One that is damaged cannot be asked.
 *
 * @throws AppError STORE_BUSY when another Referee has it open, STORE_NEWER
 */
export function requireUnused(venue: VenueId, folder: string, nowIso: string): void {
  try {
    examineStore(venue, folder, false, nowIso);
  } catch (error) {
    if (error instanceof AppError && error.code === 'STORE_DAMAGED') return;
    throw error;
  }
  closeDatabase(openDatabase(folder, nowIso));
  if (readSeal(folder)?.state === 'closed') return;
  throw new AppError(
    'STORE_BUSY',
    `The venue ${venue} is open in another Referee. Close that one and try again.`,
  );
}

/**
 * Puts a backup in the place of a venue's database. The files that were there are kept, byte for byte, in a folder of
 * their own. Stopped at any moment, the venue is as damaged as it was or holds the whole backup.
 *
 * @returns the folder that keeps what was there
 */
export function exchangeDatabase(folder: string, backup: BackupFile, nowIso: string): string {
  const path = join(folder, DATABASE_FILE);
  const copy = unfinishedPath(path);
  copyDurably(backup.path, copy);
  const { sha256 } = digestOfFile(copy);
  if (!sha256.startsWith(backup.digest)) {
    rmSync(copy, { force: true });
    throw new AppError('BACKUP_DAMAGED', 'The backup could not be copied whole. Nothing was changed.');
  }
  // Without its journal the old database may look whole and be older: the seal goes on to say that it is not.
  if (readSeal(folder) === null) markOpen(folder);
  const kept = damagedFolder(folder, nowIso);
  if (existsSync(path)) keepToo(path, join(kept, DATABASE_FILE));
  for (const name of [WAL_FILE, `${DATABASE_FILE}-journal`, `${DATABASE_FILE}-shm`]) {
    if (existsSync(join(folder, name))) renameSync(join(folder, name), join(kept, name));
  }
  syncFolder(kept);
  renameSync(copy, path);
  syncFolder(folder);
  markClosed(folder, sha256);
  return kept;
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
