import type { ReviewStatus } from '@shared/model/review';
import type { Instant } from '@shared/model/time';
import type { StatusKind } from '@renderer/ui/StatusBadge';

/** A time of day to the second in a zone: `12:04:31`. `zone` is an IANA name. */
export function formatClock(instant: Instant, zone: string): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeStyle: 'medium', hourCycle: 'h23' }).format(
    Date.parse(instant),
  );
}

/** A review's status in words, and how its badge looks. */
export const statusWords: Readonly<
  Record<ReviewStatus, { readonly kind: StatusKind; readonly word: string }>
> = {
  'not-started': { kind: 'neutral', word: 'Not started' },
  draft: { kind: 'progress', word: 'Draft' },
  ready: { kind: 'ready', word: 'Ready' },
  exported: { kind: 'done', word: 'Exported' },
  changed: { kind: 'changed', word: 'Changed since export' },
};
