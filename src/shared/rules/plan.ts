import type { ReviewStatus } from '../model/review';
import type { DayDate } from '../model/time';
import { earliestDue, toDeadline, type Deadline } from './deadlines';
import { addDays, daysBetween, localDayOf, localHourOf, type LocalDay } from './local-days';

/** What a plan is made of: where a reviewer is with each paper, and by when it is due. */
export interface PlannedPaper {
  readonly status: ReviewStatus;
  readonly due: DayDate | null;
}

/** How many papers a day would do, until when. */
export interface Pace {
  /** Papers a day, rounded up to whole ones; 0 when one every few days will do. */
  readonly perDay: number;
  /** With `perDay` 0: one paper in so many days. Else 1. */
  readonly everyDays: number;
  /** The last day that counts, in the reader's zone. */
  readonly until: LocalDay;
  /** Days that count, today among them. */
  readonly days: number;
  /** Papers to be reviewed by then. */
  readonly papers: number;
}

/** What is left to do, and how fast it has to go. */
export interface Plan {
  /**
   * `empty`: no paper is to be reviewed. `finished`: everything was exported as it is. `to-export`: all is written, and
   * something is to go out. `late`: something is due that was not exported. `open`: papers are to be reviewed, in time.
   */
  readonly state: 'empty' | 'finished' | 'to-export' | 'late' | 'open';
  readonly notStarted: number;
  readonly drafts: number;
  /** Marked ready and never exported. */
  readonly ready: number;
  readonly changed: number;
  readonly exported: number;
  /** Papers of which something is due that was not exported. */
  readonly late: number;
  /** The earliest deadline of what is not exported; null when nothing has one. */
  readonly deadline: Deadline | null;
  /** Null where nothing is to be written, or nothing of that has a deadline ahead. */
  readonly pace: Pace | null;
}

/**
 * The plan for the days left. Papers that were withdrawn or refused do not count. Where papers are due on several days, the
 * pace is that of the tightest: at it, every deadline is met.
 *
 * @param zone the reader's IANA zone
 */
export function makePlan(papers: readonly PlannedPaper[], nowMs: number, zone: string): Plan {
  const mine = papers.filter(({ status }) => !NOT_MINE.has(status));
  const count = (status: ReviewStatus): number => mine.filter((paper) => paper.status === status).length;
  const open = mine.filter(({ status }) => status !== 'exported');
  const toWrite = open.filter(({ status }) => status === 'not-started' || status === 'draft');
  const isPast = ({ due }: PlannedPaper): boolean => due !== null && toDeadline(due, nowMs, zone).isPast;
  const late = open.filter(isPast).length;
  const due = earliestDue(open);
  return {
    state: stateOf(mine.length, open.length, toWrite.length, late),
    notStarted: count('not-started'),
    drafts: count('draft'),
    ready: count('ready'),
    changed: count('changed'),
    exported: count('exported'),
    late,
    deadline: due === null ? null : toDeadline(due, nowMs, zone),
    pace: findPace(toWrite, nowMs, zone),
  };
}

const NOT_MINE: ReadonlySet<ReviewStatus> = new Set(['withdrawn', 'declined', 'conflict']);

function stateOf(mine: number, open: number, toWrite: number, late: number): Plan['state'] {
  if (mine === 0) return 'empty';
  if (open === 0) return 'finished';
  if (late > 0) return 'late';
  return toWrite === 0 ? 'to-export' : 'open';
}

/** Of the paces that each deadline ahead asks for, the fastest; of equally fast ones that which ends last. */
function findPace(toWrite: readonly PlannedPaper[], nowMs: number, zone: string): Pace | null {
  const ahead = toWrite.flatMap(({ due }) => {
    const deadline = due === null ? null : toDeadline(due, nowMs, zone);
    return deadline === null || deadline.isPast ? [] : [deadline];
  });
  const paces = [...new Set(ahead.map(({ instantMs }) => instantMs))].map((instantMs) => {
    const papers = ahead.filter((deadline) => deadline.instantMs <= instantMs).length;
    return paceUntil(instantMs, papers, nowMs, zone);
  });
  return (
    paces.toSorted((a, b) => b.papers / b.days - a.papers / a.days || (a.until < b.until ? 1 : -1))[0] ?? null
  );
}

/** Before this hour a day that a deadline falls on is no day to work on. */
const NOON = 12;

function paceUntil(instantMs: number, papers: number, nowMs: number, zone: string): Pace {
  const today = localDayOf(nowMs, zone);
  const last = localDayOf(instantMs, zone);
  const usable = localHourOf(instantMs, zone) < NOON ? addDays(last, -1) : last;
  const until = usable < today ? today : usable;
  const days = daysBetween(today, until) + 1;
  const isSlow = papers < days;
  return {
    perDay: isSlow ? 0 : Math.ceil(papers / days),
    everyDays: isSlow ? Math.floor(days / papers) : 1,
    until,
    days,
    papers,
  };
}
