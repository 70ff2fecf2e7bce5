import { statSync } from 'node:fs';
import { AppError } from '@shared/contract/errors';
import type { ImportReport, ImportRow } from '@shared/contract/bundle';
import type { VenueId } from '@shared/model/ids';
import { shownName } from '../bundle/file-name';
import { isPdfPath } from '../bundle/payload';
import { refusalOf } from '../bundle/refusals';
import { openBundle, withBundle, type OpenOptions, type VerifiedBundle } from '../bundle/verify-bundle';
import { transact, type WriteDb } from '../store/database';
import { isDiskFailure } from '../store/disk-failures';
import type { JobControl, ServiceDeps } from './deps';
import { groupFiles, openGroupsAhead, type GroupsAhead } from './ahead/groups';
import { toReport } from './error-report';
import { importAssignment } from './import-assignment';
import { admitJudgements } from './intakes';
import { listReplyKeys } from './reply-keys';
import { unimportable } from './unwritable';

/** Files to import; with a venue, only what belongs to it. */
export interface ImportInput {
  readonly paths: readonly string[];
  readonly venue: VenueId | null;
}

/**
 * Verifies and imports bundles in their order, each whole or not at all, and says what became of each. Any order and any
 * repetition give the same store: reviews that came before the assignment of their venue are tried again after it.
 * Cancelling keeps what is already in and reports it.
 */
export function importBundles(deps: ServiceDeps, input: ImportInput, job: JobControl): ImportReport {
  const rows: (ImportRow | null)[] = input.paths.map(() => null);
  const run = (indexes: readonly number[]): void => {
    const groups = groupFiles(indexes, input.paths);
    const ahead = openGroupsAhead(deps, groups, input.paths);
    let done = 0;
    try {
      for (const group of groups) {
        job.checkpoint();
        job.progress(`Checking ${shownName(input.paths[group[0] ?? 0] ?? '')}`, done, indexes.length);
        // When together fails, say for a full disk, each is tried by itself, so that every one gets its own answer.
        const together = group.length > 1 ? importTogether(deps, group, input, ahead, job) : null;
        for (const [at, index] of group.entries()) {
          rows[index] = together?.[at] ?? importAlone(deps, input.paths[index] as string, input.venue, job);
        }
        done += group.length;
      }
    } finally {
      ahead.close();
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

/**
 * Imports files in one transaction where all of them may come into the same store, each still whole or not at all. Null
 * when nothing was imported and each is to be tried by itself.
 *
 * @throws only when the job was cancelled
 */
function importTogether(
  deps: ServiceDeps,
  group: readonly number[],
  { paths, venue }: ImportInput,
  ahead: GroupsAhead,
  job: JobControl,
): readonly ImportRow[] | null {
  const opened: (VerifiedBundle | ImportRow)[] = [];
  try {
    let db: WriteDb | null = null;
    for (const index of group) {
      job.checkpoint();
      const one = ahead.take(index) ?? openOrRefuse(deps, paths[index] as string, job);
      opened.push(one);
      if (!isOpen(one)) continue;
      const receiver = receiverOf(deps, one);
      if (receiver === null || (db !== null && db !== receiver)) return null;
      db = receiver;
    }
    if (db === null) return null;
    return transact(db, () =>
      opened.map((one) => (isOpen(one) ? importOrRefuse(deps, one, venue, job) : one)),
    );
  } catch (error) {
    if (toReport(error).code === 'CANCELLED') throw error;
    stopUsing(deps, opened.find(isOpen)?.header.venue, error);
    return null;
  } finally {
    for (const bundle of opened.filter(isOpen)) bundle.close();
  }
}

function isOpen(one: VerifiedBundle | ImportRow): one is VerifiedBundle {
  return 'header' in one;
}

function openOrRefuse(deps: ServiceDeps, path: string, job: JobControl): VerifiedBundle | ImportRow {
  try {
    return openBundle(path, openOptions(deps, job));
  } catch (error) {
    return refuse(shownName(path), error);
  }
}

/** What the rules refuse has changed nothing, and the others can go on; any other error undoes them all. */
function importOrRefuse(
  deps: ServiceDeps,
  bundle: VerifiedBundle,
  venue: VenueId | null,
  job: JobControl,
): ImportRow {
  try {
    return importOne(deps, bundle, venue, job);
  } catch (error) {
    const refusal = refusalOf(error, bundle.fileName);
    if (refusal instanceof AppError) return refuse(bundle.fileName, refusal);
    throw error;
  }
}

/** The store that a bundle is for. Null when it is not here, or the bundle brings papers. */
function receiverOf(deps: ServiceDeps, { header }: VerifiedBundle): WriteDb | null {
  if (header.kind === 'assignment' || !deps.stores.has(header.venue)) return null;
  return deps.stores.open(header.venue).db;
}

function openOptions(deps: ServiceDeps, job: JobControl): OpenOptions {
  return { keys: () => listReplyKeys(deps), onBytes: job.checkpoint };
}

/** @throws only when the job was cancelled */
function importAlone(deps: ServiceDeps, path: string, venue: VenueId | null, job: JobControl): ImportRow {
  job.checkpoint();
  let receiver: VenueId | undefined;
  try {
    return withBundle(
      path,
      (bundle) => {
        receiver = bundle.header.venue;
        return importOne(deps, bundle, venue, job);
      },
      {
        ...openOptions(deps, job),
        // Read once: checked on their way into the store, before anything there speaks of them.
        isDeferred: isPdfPath,
      },
    );
  } catch (error) {
    const fileName = shownName(path);
    if (receiver === undefined) return refuse(fileName, error);
    stopUsing(deps, receiver, error);
    const neededBytes = statSync(path, { throwIfNoEntry: false })?.size ?? null;
    return refuse(fileName, unimportable(error, fileName, deps.stores.dataFolder, neededBytes));
  }
}

/** Over a connection whose disk failed nothing more is written, not the next bundle either: the store is opened anew. */
function stopUsing(deps: ServiceDeps, venue: VenueId | undefined, error: unknown): void {
  if (venue !== undefined && isDiskFailure(error)) deps.stores.suspect(venue);
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

/** The row of a file that was refused. @throws the error again when a person asked to stop */
function refuse(fileName: string, cause: unknown): ImportRow {
  const error = toReport(cause);
  if (error.code === 'CANCELLED') throw cause;
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
