import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { BackupId, RestoreReport } from '@shared/contract/backup';
import { AppError } from '@shared/contract/errors';
import type { VenueId } from '@shared/model/ids';
import type { Instant } from '@shared/model/time';
import { listBackupFiles, verifyBackup, type BackupFile } from '../store/backups';
import { damagedFolder } from '../store/damaged-files';
import { closeDatabase, openDatabase, transact, type WriteDb } from '../store/database';
import { listDecisionDrafts, saveDecisionDraft } from '../store/decisions';
import { getDraft, replaceDraft } from '../store/drafts';
import { writeTextDurably } from '../store/durable-file';
import { exchangeDatabase, nameOfKept, prepareDatabase, requireUnused } from '../store/exchange-database';
import { getMetaDraft, saveMetaDraft } from '../store/meta-reviews';
import { NEWEST_VERSION } from '../store/migrate';
import { salvage, type Salvage, type SalvagedDraft } from '../store/salvage';
import { toBackup } from './backups';
import { nowInstant, type JobControl, type ServiceDeps } from './deps';

/** A venue and one of its backups; null is the newest one that is whole. */
export interface RestoreInput {
  readonly venue: VenueId;
  readonly backup: BackupId | null;
}

/**
 * Puts a backup in the place of a venue's database, keeps the files that were there, and takes from them what a person
 * wrote after the backup was made and can still be read.
 *
 * Refused: VENUE_NOT_FOUND, BACKUP_NOT_FOUND, BACKUP_DAMAGED, STORE_NEWER, STORE_BUSY. Nothing is changed then.
 */
export function restoreBackup(deps: ServiceDeps, input: RestoreInput, job: JobControl): RestoreReport {
  const { venue } = input;
  const now = nowInstant(deps.clock);
  const folder = deps.stores.folderOf(venue);
  job.progress('Checking the backup', 0, 3);
  const backup = chooseBackup(venue, listBackupFiles(folder), input.backup);
  requireUnused(venue, folder, now);
  job.checkpoint();
  job.progress('Looking for newer work', 1, 3);
  const prepared = prepareDatabase(folder, backup);
  try {
    const found = salvage(folder);
    const { recovered, unplaced } = complete(prepared, found, now);
    job.checkpoint();
    job.progress('Restoring the backup', 2, 3);
    const kept = damagedFolder(folder, now);
    if (unplaced.length > 0) writeTextDurably(join(kept, 'drafts.txt'), toText(unplaced));
    exchangeDatabase(folder, prepared, kept);
    return {
      venue,
      backup: toBackup(backup),
      keptIn: nameOfKept(kept),
      recovered,
      setAside: unplaced.length,
      isReadToEnd: found.isReadToEnd,
    };
  } finally {
    rmSync(prepared, { recursive: true, force: true });
  }
}

/** Brings a copy of the backup up to date with what was found, before anybody sees it: stopped here, nothing changed. */
function complete(prepared: string, found: Salvage, now: Instant): ReturnType<typeof putBack> {
  const db = openDatabase(prepared, now);
  try {
    return putBack(db, found);
  } finally {
    closeDatabase(db);
  }
}

function chooseBackup(venue: VenueId, backups: readonly BackupFile[], wanted: BackupId | null): BackupFile {
  const candidates = backups.filter(({ id }) => wanted === null || id === wanted);
  let refusal: unknown = new AppError('BACKUP_NOT_FOUND', `There is no such backup of the venue ${venue}.`);
  for (const backup of candidates) {
    try {
      verifyBackup(backup);
      if (backup.version <= NEWEST_VERSION) return backup;
      refusal = new AppError(
        'STORE_NEWER',
        'This backup was made by a newer Referee. Install the newest version to restore it; nothing was changed.',
      );
    } catch (error) {
      refusal = error;
    }
  }
  throw refusal;
}

/** Puts drafts back that are newer than the backup's. What has no place in it (its paper came later) is answered. */
function putBack(db: WriteDb, found: Salvage): { recovered: number; unplaced: readonly SalvagedDraft[] } {
  let recovered = 0;
  const unplaced: SalvagedDraft[] = [];
  const isNewer = (changedAt: Instant, known: Instant | undefined): boolean =>
    known === undefined || changedAt > known;
  for (const draft of found.drafts) {
    const known = getDraft(db, draft.review);
    if (!isNewer(draft.changedAt, known?.changedAt)) continue;
    // What could not be read of a draft is better old than gone.
    const answers = draft.isWhole ? draft.answers : { ...known?.answers, ...draft.answers };
    const work = { answers, isReady: draft.isReady && draft.isWhole };
    if (isPlaced(db, () => replaceDraft(db, draft, work, draft.changedAt))) recovered += 1;
    else unplaced.push(draft);
  }
  for (const draft of found.metaDrafts) {
    if (!isNewer(draft.changedAt, getMetaDraft(db, draft.paper)?.changedAt)) continue;
    if (isPlaced(db, () => saveMetaDraft(db, draft))) recovered += 1;
  }
  const decisions = new Map(listDecisionDrafts(db).map((draft) => [draft.paper, draft.changedAt]));
  for (const draft of found.decisionDrafts) {
    if (!isNewer(draft.changedAt, decisions.get(draft.paper))) continue;
    if (isPlaced(db, () => saveDecisionDraft(db, draft))) recovered += 1;
  }
  return { recovered, unplaced };
}

/** Whether what is written refers to nothing that the backup lacks. */
function isPlaced(db: WriteDb, write: () => void): boolean {
  try {
    transact(db, write);
    return true;
  } catch (error) {
    if (String((error as { readonly code?: unknown }).code).startsWith('SQLITE_CONSTRAINT')) return false;
    throw error;
  }
}

/** Drafts for a person to read and copy. */
function toText(drafts: readonly SalvagedDraft[]): string {
  return drafts
    .map(({ paper, changedAt, answers }) => {
      const parts = Object.entries(answers).map(
        ([field, answer]) => `${field}\n${answer.kind === 'text' ? answer.text : JSON.stringify(answer)}`,
      );
      return [`Paper ${paper}, changed ${changedAt}`, ...parts].join('\n\n');
    })
    .join('\n\n----\n\n')
    .concat('\n');
}
