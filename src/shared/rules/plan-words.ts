import type { Venue } from '../model/venue';
import { aoeInstantMs, formatAnnouncedDate, formatDeadline, isDayDate } from './deadlines';
import { formatDay } from './local-days';
import type { Pace, Plan } from './plan';

/** What a plan comes to: what to do, and sentences about it. */
export interface PlanWords {
  /** Without a full stop: `2 papers a day until Thursday 14 May`. */
  readonly headline: string;
  readonly more: readonly string[];
}

/** A plan in words. */
export function planWords(plan: Plan): PlanWords {
  const { state, deadline, late, pace } = plan;
  const due = deadline === null ? [] : [`Reviews due ${formatDeadline(deadline)}.`];
  switch (state) {
    case 'empty':
      return { headline: 'Nothing is assigned to you here', more: [] };
    case 'finished':
      return { headline: 'All your reviews are exported as they are', more: ['Nothing is left to do.'] };
    case 'to-export':
      return { headline: `Everything is written: export ${exportText(plan)}`, more: due };
    case 'late':
      return {
        headline: `${countPapers(late)} ${late === 1 ? 'is' : 'are'} late`,
        more: [
          ...(deadline === null
            ? []
            : [`Reviews were due ${formatDeadline(deadline)}. You can still review and export.`]),
          'Chairs see when each review was written.',
          ...(pace === null ? [] : [`The others: ${paceText(pace)}.`]),
        ],
      };
    case 'open':
      return pace === null
        ? { headline: 'No date was set for what is left', more: due }
        : { headline: capitalize(paceText(pace)), more: due };
  }
}

/** How fast it has to go: `1 paper until Thursday 14 May`, `2 papers a day until Thursday 14 May`, `1 paper every 3 days until Thursday 14 May`. */
export function paceText({ perDay, everyDays, until, days, papers }: Pace): string {
  if (days === 1) return `${countPapers(papers)} today`;
  const day = formatDay(until);
  if (papers === 1) return `1 paper until ${day}`;
  if (perDay > 0) return `${countPapers(perDay)} a day until ${day}`;
  return everyDays === 1 ? `1 paper a day until ${day}` : `1 paper every ${everyDays} days until ${day}`;
}

/**
 * That authors have been told already, once the day of the notification is over: what is exported then may come too late.
 * Null before, and while that day is not announced.
 */
export function notifiedSentence({ dates }: Pick<Venue, 'dates'>, nowMs: number): string | null {
  const date = dates.find(({ id }) => id === 'notification')?.date;
  if (date === undefined || !isDayDate(date) || nowMs < aoeInstantMs(date)) return null;
  return `Authors were to be notified by ${formatAnnouncedDate(date)}. A review that you export now may come too late to count; ask the chairs. You can still write and export.`;
}

function exportText({ ready, changed }: Plan): string {
  const parts = [
    ...(ready > 0 ? [`${ready} ready`] : []),
    ...(changed > 0 ? [`${changed} changed since the last export`] : []),
  ];
  return parts.join(', ');
}

function countPapers(count: number): string {
  return `${count} ${count === 1 ? 'paper' : 'papers'}`;
}

function capitalize(text: string): string {
  return `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}`;
}
