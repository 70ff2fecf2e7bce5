import type { AnnouncedDate, DayDate, Instant } from '../model/time';

/** Milliseconds in a minute, an hour, a day. A day here is 24 hours of elapsed time, not a calendar day. */
const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

/** Anywhere on Earth is UTC-12 the whole year round: no place keeps an earlier time. */
const AOE_OFFSET_MS = -12 * HOUR_MS;

/**
 * The zone's name in the IANA database. POSIX signs are inverted there, so this is UTC-12; `Intl` refuses the plainer
 * `-12:00` on older engines.
 */
const AOE_ZONE = 'Etc/GMT+12';

/** A deadline: a day's end Anywhere on Earth, read in AoE and in the reader's own zone. */
export interface Deadline {
  readonly day: DayDate;
  /** 23:59:00 AoE as milliseconds since the epoch. The minute 23:59 itself still counts as in time. */
  readonly instantMs: number;
  /** Such as `15 May 2026, 23:59 AoE`. */
  readonly aoe: string;
  /** Such as `16 May 2026, 13:59`, in the reader's zone. */
  readonly local: string;
  readonly isPast: boolean;
  /** Until the end of the minute 23:59 AoE; negative when past. */
  readonly remainingMs: number;
}

/**
 * The instant of 23:59 Anywhere on Earth on a day.
 *
 * @example aoeInstantMs('2026-05-15') // 2026-05-16T11:59:00Z
 */
export function aoeInstantMs(day: DayDate): number {
  return Date.parse(`${day}T23:59:00Z`) - AOE_OFFSET_MS;
}

/** The earliest due day among some assignments or papers; null when none has one. */
export function earliestDue(items: readonly { readonly due: DayDate | null }[]): DayDate | null {
  return items.flatMap(({ due }) => (due === null ? [] : [due])).toSorted()[0] ?? null;
}

/** Whether an instant is after a day's deadline: after the minute 23:59 AoE. Nothing is after a deadline that is not set. */
export function isAfter(instant: Instant, due: DayDate | null): boolean {
  return due !== null && Date.parse(instant) >= aoeInstantMs(due) + MINUTE_MS;
}

/** The calendar day that it is Anywhere on Earth at an instant. */
export function aoeDay(nowMs: number): string {
  return new Date(nowMs + AOE_OFFSET_MS).toISOString().slice(0, 10);
}

// Making one takes as long as formatting a hundred instants with it, and a list shows hundreds.
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    formats.set(zone, format);
  }
  return format;
}

/** An instant as a person reads it in a zone: `16 May 2026, 13:59`. `zone` is an IANA name. */
export function formatInstant(instantMs: number, zone: string): string {
  const parts = Object.fromEntries(
    formatOf(zone)
      .formatToParts(instantMs)
      .map((part) => [part.type, part.value]),
  );
  return `${parts['day']} ${parts['month']} ${parts['year']}, ${parts['hour']}:${parts['minute']}`;
}

/** The deadline of a day as seen at `nowMs` by a reader in `zone`. */
export function toDeadline(day: DayDate, nowMs: number, zone: string): Deadline {
  const instantMs = aoeInstantMs(day);
  const remainingMs = instantMs + MINUTE_MS - nowMs;
  return {
    day,
    instantMs,
    aoe: `${formatInstant(instantMs, AOE_ZONE)} AoE`,
    local: formatInstant(instantMs, zone),
    isPast: remainingMs <= 0,
    remainingMs,
  };
}

/**
 * An elapsed time in its two largest units, never negative: `4 d 6 h`, `6 h 12 min`, `12 min`, `under a minute`.
 */
export function formatDuration(durationMs: number): string {
  const totalMinutes = Math.floor(Math.abs(durationMs) / MINUTE_MS);
  const days = Math.floor(totalMinutes / 1440);
  const hours = Math.floor((totalMinutes % 1440) / 60);
  const minutes = totalMinutes % 60;
  if (days > 0) return hours > 0 ? `${days} d ${hours} h` : `${days} d`;
  if (hours > 0) return minutes > 0 ? `${hours} h ${minutes} min` : `${hours} h`;
  return minutes > 0 ? `${minutes} min` : 'under a minute';
}

/** `in 4 d 6 h`, or plainly `passed 3 d 2 h ago`. */
export function formatRemaining(deadline: Deadline): string {
  const duration = formatDuration(deadline.remainingMs);
  return deadline.isPast ? `passed ${duration} ago` : `in ${duration}`;
}

/** The whole sentence of a deadline: `15 May 2026, 23:59 AoE (16 May 2026, 13:59 here), in 4 d 6 h`. */
export function formatDeadline(deadline: Deadline): string {
  return `${deadline.aoe} (${deadline.local} here), ${formatRemaining(deadline)}`;
}

/** An announced date in words: `15 May 2026`, `July 2026`, `TBD`. */
export function formatAnnouncedDate(date: AnnouncedDate): string {
  if (date === 'TBD') return 'TBD';
  const isMonth = date.length === 7;
  const day = new Date(`${isMonth ? `${date}-01` : date}T00:00:00Z`);
  const options: Intl.DateTimeFormatOptions = isMonth
    ? { month: 'long', year: 'numeric', timeZone: 'UTC' }
    : { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' };
  return new Intl.DateTimeFormat('en-GB', options).format(day);
}

/** Whether an announced date is a day, and so a deadline. */
export function isDayDate(date: AnnouncedDate): date is DayDate {
  return date.length === 10;
}

/**
 * Why the machine's clock cannot be right, or null. A clock that reads earlier than something this store has already
 * seen is behind; time left until a deadline is then a guess, and the screen says so.
 *
 * @param latestSeen the latest instant recorded in the store, null when there is none
 */
export function clockDoubt(nowMs: number, latestSeen: Instant | null): string | null {
  if (latestSeen === null) return null;
  const behindMs = Date.parse(latestSeen) - nowMs;
  if (behindMs < DAY_MS) return null;
  return `This computer's clock is at least ${formatDuration(behindMs)} behind: times left may be wrong.`;
}
