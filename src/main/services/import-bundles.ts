import { basename } from 'node:path';
import { AppError, type ErrorReport } from '@shared/contract/errors';
import type { ImportReport, ImportRow } from '@shared/contract/bundle';
import type { VenueId } from '@shared/model/ids';
import { withBundle, type VerifiedBundle } from '../bundle/verify-bundle';
import type { JobControl, ServiceDeps } from './deps';
import { toReport } from './error-report';
import { importAssignment } from './import-assignment';
import { admitJudgements } from './intakes';
import { listReplyKeys } from './reply-keys';

/** Files to import; with a venue, only what belongs to it. */
export interface ImportInput {
  readonly paths: readonly string[];
  readonly venue: VenueId | null;
}

/**
 * Verifies and imports bundles one by one, each whole or not at all, and says what became of each. Any order and any
 * repetition give the same store: reviews that came before the assignment of their venue are tried again after it.
 * Cancelling keeps what is already in and reports it.
 */
export function importBundles(deps: ServiceDeps, input: ImportInput, job: JobControl): ImportReport {
  const rows: (ImportRow | null)[] = input.paths.map(() => null);
  const run = (indexes: readonly number[]): void => {
    for (const [done, index] of indexes.entries()) {
      const path = input.paths[index] as string;
      job.checkpoint();
      job.progress(`Checking ${basename(path)}`, done, indexes.length);
      rows[index] = importFile(deps, path, input.venue, job);
    }
  };
  let isStopped = false;
  try {
    run([...input.paths.keys()]);
    const hasNewVenue = rows.some((row) => row?.outcome === 'added');
    const early = [...rows.keys()].filter((index) => rows[index]?.error?.code === 'BUNDLE_WRONG_VENUE');
    if (hasNewVenue && early.length > 0) run(early);
  } catch (error) {
    if (toReport(error).code !== 'CANCELLED' || rows.every((row) => row === null)) throw error;
    isStopped = true;
  }
  const told = rows.filter((row) => row !== null);
  const last = told.findLast((row) => row.venue !== null);
  return { venue: last?.venue ?? null, kind: last?.kind ?? null, rows: told, isStopped };
}

/** @throws only when the job was cancelled */
function importFile(deps: ServiceDeps, path: string, venue: VenueId | null, job: JobControl): ImportRow {
  try {
    return withBundle(path, (bundle) => importOne(deps, bundle, venue, job), {
      keys: () => listReplyKeys(deps),
      onBytes: job.checkpoint,
    });
  } catch (error) {
    const report = toReport(error);
    if (report.code === 'CANCELLED') throw error;
    return refusedRow(basename(path), report);
  }
}

function importOne(
  deps: ServiceDeps,
  bundle: VerifiedBundle,
  venue: VenueId | null,
  job: JobControl,
): ImportRow {
  const { header, fileName } = bundle;
  if (venue !== null && header.venue !== venue) {
    throw new AppError(
      'BUNDLE_WRONG_VENUE',
      `${fileName} belongs to another venue, ${header.venue}. Open it from that venue, or ask for the right file.`,
      `venue ${header.venue}, not ${venue}`,
    );
  }
  switch (header.kind) {
    case 'assignment':
      return importAssignment(deps, bundle, job);
    case 'review':
    case 'consolidation':
    case 'decision':
      return admitJudgements(deps, bundle, job);
  }
}

function refusedRow(fileName: string, error: ErrorReport): ImportRow {
  return {
    fileName,
    venue: null,
    kind: null,
    outcome: 'refused',
    sentence: error.message,
    error,
    bundle: null,
    author: null,
    papers: [],
    isLate: false,
  };
}
