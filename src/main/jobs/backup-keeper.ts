import { existsSync, statSync } from 'node:fs';
import type { JobState } from '@shared/contract/job';
import type { VenueId } from '@shared/model/ids';
import { makeBackup } from '../services/backups';
import { quiet, type ServiceDeps } from '../services/deps';
import { listBackupFiles } from '../store/backups';
import { changedAtMs } from '../store/database';
import type { Jobs } from './jobs';

/** Sees to it that every venue that changed has a recent backup (docs/adr/0010-verified-backups.md). */
export interface BackupKeeper {
  /** To be told of every change of a job: one that ended well may have brought something in or sent it out. */
  noteJob(state: JobState): void;
  /** From now on backups are made in threads beside the window: after jobs, and while somebody writes. */
  watch(): void;
  /** Backs up what changed, here and now, before the stores are closed. Never throws. */
  finish(): void;
}

const MINUTE_MS = 60_000;
/** How often the window looks whether a backup is due. */
const LOOK_MS = 5 * MINUTE_MS;
/** How old the newest backup of a changed venue may get, by what it is looked at for. */
const MOST_AGE_MS = { writing: 30 * MINUTE_MS, closing: 10 * MINUTE_MS, job: MINUTE_MS } as const;
type Occasion = keyof typeof MOST_AGE_MS;

/** Keeps backups of the venues of some stores. `onFailure` hears why one could not be made. */
export function createBackupKeeper(
  deps: ServiceDeps,
  jobs: Pick<Jobs, 'start'>,
  onFailure: (detail: string) => void,
): BackupKeeper {
  let timer: NodeJS.Timeout | null = null;
  // What a job changed soon after a backup waits for the next look.
  let hasJobEnded = false;

  /** Answers whether any backup was due. */
  const look = (occasion: Occasion, venues: readonly VenueId[], act: (venue: VenueId) => void): boolean => {
    let isAnyDue = false;
    for (const venue of venues) {
      try {
        if (!isDue(deps, venue, occasion)) continue;
        isAnyDue = true;
        act(venue);
      } catch (error) {
        onFailure(`${venue}: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
    return isAnyDue;
  };
  const start = (venue: VenueId): void => {
    jobs.start('make-backup', { venue }, (backup) => backup);
  };
  const lookInBackground = (): void => {
    look(hasJobEnded ? 'job' : 'writing', deps.stores.list(), start);
    hasJobEnded = false;
  };

  return {
    noteJob({ kind, status, error }) {
      if (kind === 'make-backup') {
        if (error !== null) onFailure(error.detail ?? error.message);
        return;
      }
      // An index is derived: nobody's work is in it.
      if (status !== 'done' || kind === 'index-papers') return;
      hasJobEnded = timer === null || !look('job', deps.stores.list(), start);
    },
    watch() {
      timer ??= setInterval(lookInBackground, LOOK_MS).unref();
    },
    finish() {
      if (timer !== null) clearInterval(timer);
      timer = null;
      look(hasJobEnded ? 'job' : 'closing', deps.stores.listOpen(), (venue) => {
        makeBackup(deps, { venue }, quiet);
      });
    },
  };
}

/** Whether a venue has no backup, or changed since its newest and that is old enough. A clock set back counts as old. */
function isDue({ stores, clock }: ServiceDeps, venue: VenueId, occasion: Occasion): boolean {
  const folder = stores.folderOf(venue);
  const [newest] = listBackupFiles(folder);
  if (newest === undefined) return true;
  if (!existsSync(newest.path) || changedAtMs(folder) <= statSync(newest.path).mtimeMs) return false;
  return Math.abs(clock.nowMs() - Date.parse(newest.madeAt)) >= MOST_AGE_MS[occasion];
}
