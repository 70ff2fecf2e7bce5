/** A calendar day in somebody's zone: `2026-05-14`. */
export type LocalDay = string;

const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

// Making one takes as long as formatting a hundred instants with it.
const dayFormats = new Map<string, Intl.DateTimeFormat>();
const hourFormats = new Map<string, Intl.DateTimeFormat>();

function formatOf(
  formats: Map<string, Intl.DateTimeFormat>,
  zone: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (format === undefined) {
    // Canadian English writes days as ISO 8601 does.
    format = new Intl.DateTimeFormat('en-CA', { ...options, timeZone: zone });
    formats.set(zone, format);
  }
  return format;
}

/** The calendar day that it is in a zone at an instant. `zone` is an IANA name. */
export function localDayOf(instantMs: number, zone: string): LocalDay {
  return formatOf(dayFormats, zone, { year: 'numeric', month: '2-digit', day: '2-digit' }).format(instantMs);
}

/** The hour of the day, 0 to 23, that it is in a zone at an instant. */
export function localHourOf(instantMs: number, zone: string): number {
  return Number(formatOf(hourFormats, zone, { hour: '2-digit', hourCycle: 'h23' }).format(instantMs));
}

/** How many days lie between two calendar days; negative when the other is earlier. */
export function daysBetween(day: LocalDay, other: LocalDay): number {
  return Math.round((Date.parse(`${other}T00:00:00Z`) - Date.parse(`${day}T00:00:00Z`)) / DAY_MS);
}

/** The calendar day so many days after another. */
export function addDays(day: LocalDay, count: number): LocalDay {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY_MS).toISOString().slice(0, 10);
}

/**
 * The instant at which an hour of a calendar day begins in a zone, in milliseconds since the epoch. An hour that a change
 * of clocks skips begins where the clocks go on; of an hour that comes twice, the first.
 */
export function instantOfHour(day: LocalDay, hour: number, zone: string): number {
  const wanted = Date.parse(`${day}T00:00:00Z`) + hour * HOUR_MS;
  // No zone is further from UTC than this; within it, the first quarter of an hour that reads as late as wanted.
  for (let at = wanted - 15 * HOUR_MS; at <= wanted + 15 * HOUR_MS; at += HOUR_MS / 4) {
    const reads = Date.parse(`${localDayOf(at, zone)}T00:00:00Z`) + localHourOf(at, zone) * HOUR_MS;
    if (reads >= wanted) return at;
  }
  return wanted;
}

/** A day in words: `Thursday 14 May`. */
export function formatDay(day: LocalDay): string {
  return new Intl.DateTimeFormat('en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  })
    .format(Date.parse(`${day}T00:00:00Z`))
    .replace(',', '');
}
