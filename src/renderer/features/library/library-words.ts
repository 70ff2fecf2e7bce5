import type { LibraryRow } from '@shared/contract/library';
import type { ReviewStatus } from '@shared/model/review';
import type { AnnouncedDate } from '@shared/model/time';
import type { Venue, VenueDate } from '@shared/model/venue';
import {
  formatAnnouncedDate,
  formatDeadline,
  formatDuration,
  isDayDate,
  toDeadline,
  type Deadline,
} from '@shared/rules/deadlines';
import type { Clock } from '@renderer/bridge/clock';

/** How many papers stand where. */
export interface Progress {
  readonly total: number;
  /** Marked ready, exported or not. */
  readonly ready: number;
  readonly byStatus: Readonly<Record<ReviewStatus, number>>;
}

/**
 * How many papers stand where. A review that changed since its export is not counted as ready: it has to go out again.
 * Papers that were withdrawn from the reviewer, and those that they will not review, are not counted at all.
 */
export function countProgress(papers: readonly LibraryRow[]): Progress {
  const byStatus = {
    'not-started': 0,
    draft: 0,
    ready: 0,
    exported: 0,
    changed: 0,
    withdrawn: 0,
    declined: 0,
    conflict: 0,
  };
  for (const paper of papers) byStatus[paper.status] += 1;
  const total = papers.length - byStatus.withdrawn - byStatus.declined - byStatus.conflict;
  return { total, ready: byStatus.ready + byStatus.exported, byStatus };
}

/** Topic titles by id: the short ones where there is little room, the full ones elsewhere. */
export function topicTitles(
  venue: Venue,
  ids: readonly string[],
  length: 'short' | 'full',
): readonly string[] {
  const byId = new Map<string, string>(
    venue.topics.map((topic) => [topic.id, length === 'short' ? topic.shortTitle : topic.title]),
  );
  return ids.map((id) => byId.get(id) ?? id);
}

/** Whether I will not review a paper: nothing of it is asked for any more. */
export function isRefused({ status }: Pick<LibraryRow, 'status'>): boolean {
  return status === 'declined' || status === 'conflict';
}

/** A due date in few words: `due in 4 d 6 h`, `due 3 d ago`; null where nothing is due or everything was done. */
export function formatDue(row: LibraryRow, clock: Clock): string | null {
  if (row.due === null || row.status === 'exported' || isRefused(row)) return null;
  const deadline = toDeadline(row.due, clock.nowMs, clock.timeZone);
  const duration = formatDuration(deadline.remainingMs);
  return deadline.isPast ? `was due ${duration} ago` : `due in ${duration}`;
}

/** A venue's date in words: a deadline with both zones and the time left, a plain day, only a month, or unknown. */
export function explainVenueDate(date: VenueDate, clock: Clock): string {
  if (date.date === 'TBD') return 'TBD: not announced yet';
  if (!isDayDate(date.date)) return `${formatAnnouncedDate(date.date)}, the day is not announced yet`;
  if (date.id === 'event') return formatAnnouncedDate(date.date);
  return formatDeadline(toDeadline(date.date, clock.nowMs, clock.timeZone));
}

/** The deadline of an announced date; null when it is not a day. */
export function deadlineOf(date: AnnouncedDate | null, clock: Clock): Deadline | null {
  return date !== null && isDayDate(date) ? toDeadline(date, clock.nowMs, clock.timeZone) : null;
}

/** The paper to go on with: a started one first, then one not started, in the order given; null when all are done. */
export function findNextPaper(papers: readonly LibraryRow[]): LibraryRow | null {
  const wanted: readonly ReviewStatus[] = ['draft', 'not-started'];
  for (const status of wanted) {
    const found = papers.find((paper) => paper.status === status);
    if (found !== undefined) return found;
  }
  return null;
}
