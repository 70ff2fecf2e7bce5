import type { Place } from '@shared/contract/app';
import type { ImportReport } from '@shared/contract/bundle';
import type { Role } from '@shared/model/person';

/**
 * Where an import leads: to what came in, or nowhere where that is in sight already. A conflict in a single bundle leads
 * to the paper on which it is.
 *
 * @param place where the window is; null without a venue
 * @param roles mine at the venue of the report
 */
export function placeAfterImport(
  report: ImportReport,
  place: Place | null,
  roles: readonly Role[],
): Place | null {
  if (report.venue === null) return null;
  const isReviewer = !roles.includes('chair') && !roles.includes('organizer');
  const workspace = report.kind === 'assignment' || isReviewer ? 'reviewer' : 'chair';
  const [row, another] = report.rows;
  const isOneConflict = another === undefined && row?.outcome === 'conflict' && row.papers.length === 1;
  if (isOneConflict) return { venue: report.venue, workspace, paper: row.papers[0] ?? null };
  const isHere = place !== null && place.venue === report.venue && report.kind !== 'assignment';
  return isHere ? null : { venue: report.venue, workspace, paper: null };
}
