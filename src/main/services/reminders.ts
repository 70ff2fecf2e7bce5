import type { Reminders } from '@shared/contract/app';
import type { VenueId } from '@shared/model/ids';
import type { ReviewStatus } from '@shared/model/review';
import { formatDuration } from '@shared/rules/deadlines';
import { addDays, instantOfHour, localDayOf } from '@shared/rules/local-days';
import { makePlan, type Plan } from '@shared/rules/plan';
import { readLibrary } from './library';
import type { ServiceDeps } from './deps';

/** A reminder to be shown on the desktop. */
export interface Reminder {
  readonly venue: VenueId;
  readonly title: string;
  readonly text: string;
}

/** More titles than this do not fit a notification. */
const MOST_TITLES = 4;

/** Papers of which nothing is asked: as the plan counts them. */
const LEFT_ALONE: ReadonlySet<ReviewStatus> = new Set(['exported', 'withdrawn', 'declined', 'conflict']);

/**
 * What to remind me of at a venue, when one of the times that I set lies between two instants; null when none does, nothing
 * is left to do, or the deadline has passed. The text names no paper unless I asked for it: screens are shared.
 *
 * @param sinceMs the instant of the last reminder or look; times at it or before are over
 */
export function findReminder(
  deps: ServiceDeps,
  venue: VenueId,
  settings: Reminders,
  sinceMs: number,
): Reminder | null {
  const { clock } = deps;
  const nowMs = clock.nowMs();
  const library = readLibrary(deps, { venue });
  const plan = makePlan(library.papers, nowMs, clock.timeZone);
  const { deadline } = plan;
  if (deadline === null || deadline.isPast) return null;
  const last = localDayOf(deadline.instantMs, clock.timeZone);
  const times = settings.daysBefore.map((days) =>
    instantOfHour(addDays(last, -days), settings.hour, clock.timeZone),
  );
  if (!times.some((time) => time > sinceMs && time <= nowMs)) return null;
  const titles = library.papers
    .filter(({ status }) => !LEFT_ALONE.has(status))
    .map(({ number, title }) => `#${number} ${title}`);
  const shown = settings.hasTitles ? titles.slice(0, MOST_TITLES) : [];
  const rest =
    settings.hasTitles && titles.length > shown.length ? [`and ${titles.length - shown.length} more`] : [];
  return {
    venue,
    title: `Reviews due in ${formatDuration(deadline.remainingMs)}`,
    text: [`${library.venue.shortName}: ${leftText(plan)}. Due ${deadline.aoe}.`, ...shown, ...rest].join(
      '\n',
    ),
  };
}

function leftText({ notStarted, drafts, ready, changed }: Plan): string {
  const toReview = notStarted + drafts;
  const toExport = ready + changed;
  const parts = [
    ...(toReview > 0 ? [`${toReview} ${toReview === 1 ? 'paper' : 'papers'} to review`] : []),
    ...(toExport > 0 ? [`${toExport} to export`] : []),
  ];
  return parts.join(', ');
}
