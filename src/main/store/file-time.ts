import type { Instant } from '@shared/model/time';

/** An instant as part of a file name, safe on every system: `20260510T090411123Z`. */
export function toFileTime(nowIso: string): string {
  return nowIso.replaceAll(/[-:.]/g, '');
}

/** The instant that {@link toFileTime} wrote. */
export function fromFileTime(text: string): Instant {
  return text.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z$/, '$1-$2-$3T$4:$5:$6.$7Z') as Instant;
}
