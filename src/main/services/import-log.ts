import { AppError } from '@shared/contract/errors';
import type { ImportOutcome, ImportReport, ImportRow } from '@shared/contract/bundle';
import type { ImportSummary, KeptReport } from '@shared/contract/import-log';
import type { VenueId } from '@shared/model/ids';
import { instantSchema } from '@shared/model/time';
import { transact } from '../store/database';
import { getImport, listImports, saveImport, type KeptImport } from '../store/imports';
import { nowInstant, type ServiceDeps } from './deps';

/**
 * Keeps the report of an import in each venue that it was about: that venue's files, and those of which nobody knows where
 * they belong. A report about no venue at all has no store to be kept in.
 *
 * @param venue the venue into which the files were to come; null for any
 */
export function keepImport(deps: ServiceDeps, report: ImportReport, venue: VenueId | null): void {
  const about = new Set([venue, ...report.rows.map((row) => row.venue)]);
  for (const one of about) {
    if (one === null) continue;
    const rows = report.rows.filter((row) => row.venue === one || row.venue === null || one === venue);
    const { db } = deps.stores.open(one);
    transact(db, () => {
      const finishedAt = nowInstant(deps.clock);
      saveImport(db, { finishedAt, isStopped: report.isStopped, counts: countOutcomes(rows) }, rows);
    });
  }
}

/** The imports of a venue, the newest first. */
export function readImportLog(
  deps: ServiceDeps,
  input: { readonly venue: VenueId },
): readonly ImportSummary[] {
  return listImports(deps.stores.open(input.venue).db).map(toSummary);
}

/** The report of one import. Refused: REQUEST_MALFORMED when there is none of this number. */
export function readKeptReport(
  deps: ServiceDeps,
  input: { readonly venue: VenueId; readonly id: number },
): KeptReport {
  const kept = getImport(deps.stores.open(input.venue).db, input.id);
  if (kept === undefined)
    throw new AppError(
      'REQUEST_MALFORMED',
      `There is no import ${input.id} here. List them to see which there are.`,
    );
  return { ...toSummary(kept), rows: kept.rows };
}

function toSummary({ id, finishedAt, isStopped, counts }: KeptImport): ImportSummary {
  return { id, finishedAt: instantSchema.parse(finishedAt), isStopped, counts };
}

function countOutcomes(rows: readonly ImportRow[]): Readonly<Partial<Record<ImportOutcome, number>>> {
  const counts: Partial<Record<ImportOutcome, number>> = {};
  for (const { outcome } of rows) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
}
