import type { Backup, StoreCheck } from '@shared/contract/backup';
import { AppError } from '@shared/contract/errors';
import type { VenueId } from '@shared/model/ids';
import { listBackupFiles, writeBackup, type BackupFile } from '../store/backups';
import { findAnyProblem } from '../store/examine-store';
import { nowInstant, type JobControl, type ServiceDeps } from './deps';

/** One venue. */
export interface VenueInput {
  readonly venue: VenueId;
}

/** The backups of a venue, newest first; also of one that cannot be opened. */
export function listBackups(deps: ServiceDeps, { venue }: VenueInput): readonly Backup[] {
  return listBackupFiles(deps.stores.folderOf(venue)).map(toBackup);
}

/** A backup as it is told: without its path. */
export function toBackup({ id, madeAt, sizeBytes }: BackupFile): Backup {
  return { id, madeAt, sizeBytes };
}

/** Makes and checks a backup of a venue that can be opened, and removes the ones that are kept no longer. */
export function makeBackup(deps: ServiceDeps, { venue }: VenueInput, job: JobControl): Backup {
  const { db, folder } = deps.stores.open(venue);
  job.progress('Making a backup', 0, 0);
  return toBackup(writeBackup(db, folder, nowInstant(deps.clock)));
}

/** Looks through all of a venue's database: its pages, its indexes, its references. Changes nothing. */
export function checkStore(deps: ServiceDeps, { venue }: VenueInput, job: JobControl): StoreCheck {
  const backups = listBackups(deps, { venue });
  job.progress('Checking the database', 0, 0);
  try {
    return { venue, problem: findAnyProblem(deps.stores.open(venue).db), backups };
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'STORE_DAMAGED') throw error;
    return { venue, problem: error.detail ?? error.message, backups };
  }
}
