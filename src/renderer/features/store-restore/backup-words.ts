import type { Backup, RestoreReport } from '@shared/contract/backup';
import type { Instant } from '@shared/model/time';
import type { Clock } from '@renderer/bridge/clock';
import { formatCount } from '../common/format';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** When something was, in the reader's zone: `12:04 today`, `18:30 yesterday`, `18:30 on 8 May 2026`. */
export function formatWhen(instant: Instant, { nowMs, timeZone }: Clock): string {
  const atMs = Date.parse(instant);
  const time = new Intl.DateTimeFormat('en-GB', { timeZone, timeStyle: 'short', hourCycle: 'h23' }).format(
    atMs,
  );
  const date = new Intl.DateTimeFormat('en-GB', { timeZone, dateStyle: 'medium' });
  const day = date.format(atMs);
  if (day === date.format(nowMs)) return `${time} today`;
  if (day === date.format(nowMs - DAY_MS)) return `${time} yesterday`;
  return `${time} on ${day}`;
}

/** How long ago something was: `under a minute old`, `5 min old`, `2 h old`, `3 days old`; nothing when it is to come. */
export function formatAge(instant: Instant, nowMs: number): string {
  const ageMs = nowMs - Date.parse(instant);
  if (ageMs < -MINUTE_MS) return 'by a clock that was ahead';
  if (ageMs < MINUTE_MS) return 'under a minute old';
  if (ageMs < HOUR_MS) return `${Math.floor(ageMs / MINUTE_MS)} min old`;
  if (ageMs < DAY_MS) return `${Math.floor(ageMs / HOUR_MS)} h old`;
  return `${formatCount(Math.floor(ageMs / DAY_MS), 'day')} old`;
}

/** A backup by when it was made: `12:04 today (2 h old)`. */
export function nameBackup({ madeAt }: Backup, clock: Clock): string {
  return `${formatWhen(madeAt, clock)} (${formatAge(madeAt, clock.nowMs)})`;
}

/** What became of a venue that was restored, for a person. */
export function describeRestore(report: RestoreReport): string {
  const { keptIn, recovered, setAside, isReadToEnd } = report;
  const sentences = [];
  if (recovered > 0)
    sentences.push(
      `${formatCount(recovered, 'newer draft')} could still be read and ${recovered === 1 ? 'is' : 'are'} back.`,
    );
  if (setAside > 0)
    sentences.push(`${formatCount(setAside, 'draft')} of papers that came later: see ${keptIn}/drafts.txt.`);
  if (!isReadToEnd)
    sentences.push('The damaged file could not be read to its end: look through your newest drafts.');
  sentences.push(`The damaged files are kept in the venue's folder, in ${keptIn}.`);
  return sentences.join(' ');
}
