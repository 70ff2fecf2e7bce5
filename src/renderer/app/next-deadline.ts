import { isDayDate, toDeadline, type Deadline } from '@shared/rules/deadlines';
import type { Clock } from '@renderer/bridge/clock';
import type { VenueFacts } from './use-venue-facts';

/** The one deadline that the top bar shows. */
export interface NamedDeadline {
  /** Such as `Reviews due`. */
  readonly title: string;
  readonly deadline: Deadline;
}

/**
 * The deadline that matters next: a reviewer's own, passed or not, as long as something is due; else the venue's next
 * announced date. Null when nothing lies ahead.
 */
export function nextDeadline(facts: VenueFacts, clock: Clock): NamedDeadline | null {
  if (facts.nextDue !== null) {
    return { title: 'Reviews due', deadline: toDeadline(facts.nextDue, clock.nowMs, clock.timeZone) };
  }
  const ahead = facts.venue.dates.flatMap(({ id, title, date }) => {
    if (id === 'event' || !isDayDate(date)) return [];
    const deadline = toDeadline(date, clock.nowMs, clock.timeZone);
    return deadline.isPast ? [] : [{ title, deadline }];
  });
  return ahead.toSorted((a, b) => a.deadline.instantMs - b.deadline.instantMs)[0] ?? null;
}
