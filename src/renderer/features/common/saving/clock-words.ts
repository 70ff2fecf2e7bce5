import type { Instant } from '@shared/model/time';

/** Formatters by zone: making one costs more than a keystroke may. */
const clocks = new Map<string, Intl.DateTimeFormat>();

/** A time of day to the second in a zone: `12:04:31`. `zone` is an IANA name. */
export function formatClock(instant: Instant, zone: string): string {
  let clock = clocks.get(zone);
  if (clock === undefined) {
    clock = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeStyle: 'medium', hourCycle: 'h23' });
    clocks.set(zone, clock);
  }
  return clock.format(Date.parse(instant));
}
