import type { PaperRow } from '@shared/contract/consolidation';
import type { PaperStanding } from '@shared/model/table-view';

/** What each standing is called, in the order in which they are offered. */
export const standingWords: Readonly<Record<PaperStanding, string>> = {
  all: 'All',
  incomplete: 'Incomplete',
  conflicts: 'Conflicts',
  complete: 'Complete',
  late: 'With late reviews',
  flagged: 'With raised flags',
  discussion: 'To discuss',
  unrecommended: 'Without recommendation',
};

/** Whether a review that is expected has not come in. */
export function isIncomplete(paper: PaperRow): boolean {
  return paper.reviews.some((cell) => cell.isAssigned && cell.state === 'missing');
}

/** Whether two versions of a review part. */
export function hasConflict(paper: PaperRow): boolean {
  return paper.reviews.some((cell) => cell.state === 'conflict');
}

/** Whether a paper stands so. */
export function isStanding(paper: PaperRow, standing: PaperStanding): boolean {
  switch (standing) {
    case 'all':
      return true;
    case 'incomplete':
      return isIncomplete(paper);
    case 'complete':
      return paper.receivedCount > 0 && !isIncomplete(paper);
    case 'conflicts':
      return hasConflict(paper);
    case 'late':
      return paper.reviews.some((cell) => cell.isLate);
    case 'flagged':
      return paper.reviews.some((cell) => cell.flags.length > 0);
    case 'discussion':
      return paper.needsDiscussion;
    case 'unrecommended':
      return paper.recommendations.length === 0;
  }
}
