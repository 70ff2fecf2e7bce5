import { basename } from 'node:path';
import { AppError, type ErrorReport } from '@shared/contract/errors';
import type { ImportReport, ImportRow } from '@shared/contract/bundle';
import type { VenueId } from '@shared/model/ids';
import { withBundle, type VerifiedBundle } from '../bundle/verify-bundle';
import type { JobControl, ServiceDeps } from './deps';
import { toReport } from './error-report';
import { importAssignment } from './import-assignment';
import { importReviews } from './import-reviews';

/** Files to import; with a venue, only what belongs to it. */
export interface ImportInput {
  readonly paths: readonly string[];
  readonly venue: VenueId | null;
}

/**
 * Verifies and imports bundles one by one, each whole or not at all, and says what became of each. Any order and any
 * repetition give the same store. Cancelling keeps what is already in.
 */
export function importBundles(deps: ServiceDeps, input: ImportInput, job: JobControl): ImportReport {
  const rows: ImportRow[] = [];
  let venue: VenueId | null = null;
  let kind: ImportReport['kind'] = null;
  for (const [index, path] of input.paths.entries()) {
    job.checkpoint();
    job.progress(`Checking ${basename(path)}`, index, input.paths.length);
    try {
      const header = withBundle(
        path,
        (bundle) => {
          rows.push(importOne(deps, bundle, path, input.venue, job));
          return bundle.header;
        },
        job.checkpoint,
      );
      venue = header.venue;
      kind = header.kind;
    } catch (error) {
      const report = toReport(error);
      if (report.code === 'CANCELLED') throw error;
      rows.push(refusedRow(basename(path), report));
    }
  }
  job.progress('Done', input.paths.length, input.paths.length);
  return { venue, kind, rows };
}

/** Imports one verified bundle by its kind. */
export function importOne(
  deps: ServiceDeps,
  bundle: VerifiedBundle,
  path: string,
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
      return importReviews(deps, bundle, path, job);
    case 'consolidation':
    case 'decision':
      throw wrongKind(bundle);
  }
}

/** The refusal of a kind that this version cannot import. */
export function wrongKind({ fileName, header }: VerifiedBundle): AppError {
  return new AppError(
    'BUNDLE_WRONG_KIND',
    `${fileName} is a ${header.kind} bundle, which this version of Referee cannot import. Install the newest version.`,
  );
}

function refusedRow(fileName: string, error: ErrorReport): ImportRow {
  return {
    fileName,
    outcome: 'refused',
    sentence: error.message,
    error,
    bundle: null,
    author: null,
    papers: [],
    isLate: false,
  };
}
