import { z } from 'zod';
import { venueIdSchema, type JobId, type VenueId } from '../model/ids';
import type { Instant } from '../model/time';
import { route } from './define';

/** A backup of a venue: when it was made, the version of its schema, the beginning of its SHA-256. */
export const backupIdSchema = z
  .string()
  .regex(/^\d{8}T\d{9}Z-v\d{1,6}-[0-9a-f]{16}$/)
  .brand<'BackupId'>();
export type BackupId = z.infer<typeof backupIdSchema>;

/** A backup that was made and checked. */
export interface Backup {
  readonly id: BackupId;
  readonly madeAt: Instant;
  readonly sizeBytes: number;
}

/** What a whole look through a venue's database found. */
export interface StoreCheck {
  readonly venue: VenueId;
  /** What is wrong with it, in SQLite's or our words; null when it is whole. */
  readonly problem: string | null;
  /** Backups newest first. */
  readonly backups: readonly Backup[];
}

/** What became of a venue that was put back. */
export interface RestoreReport {
  readonly venue: VenueId;
  readonly backup: Backup;
  /** Where the damaged files are now, below the venue's folder: `damaged/<time>`. */
  readonly keptIn: string;
  /** Reviews and decisions in the making that were newer in the damaged file and could be read from it. */
  readonly recovered: number;
  /** Those that could be read and have no place in the backup; they are in `drafts.txt` beside the damaged files. */
  readonly setAside: number;
  /** Whether the damaged file could be read to its end: if not, drafts newer than the backup may be missing. */
  readonly isReadToEnd: boolean;
}

const venueInput = z.strictObject({ venue: venueIdSchema });

export const backupRoutes = {
  /** The backups of a venue, newest first; also of one that cannot be opened. */
  'backup.list': route<readonly Backup[]>()(venueInput),
  /** Makes a backup now: a `make-backup` job. */
  'backup.make': route<JobId>()(venueInput),
  /** Looks through all of a venue's database, whole or not: a `check-store` job. Changes nothing. */
  'backup.check': route<JobId>()(venueInput),
  /**
   * Puts a backup in the place of a venue's database, by default the newest one that is whole, and keeps the files that
   * were there: a `restore-backup` job.
   */
  'backup.restore': route<JobId>()(venueInput.extend({ backup: backupIdSchema.nullable() })),
};
