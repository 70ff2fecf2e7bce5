import type { Instant } from '@shared/model/time';

/** A time of day to the second in a zone: `12:04:31`. `zone` is an IANA name. */
export function formatClock(instant: Instant, zone: string): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeStyle: 'medium', hourCycle: 'h23' }).format(
    Date.parse(instant),
  );
}
