import type { ReceivedReview, ReceivedVersion } from '@shared/contract/consolidation';
import type { Sha256 } from '@shared/model/ids';
import type { Paper } from '@shared/model/paper';
import type { Venue } from '@shared/model/venue';
import { formatInstant } from '@shared/rules/deadlines';
import { compareFields } from '../common/compare/compared-fields';

/** What versions of one review are called: after when they were written, and by part of their hash where that is alike. */
export function nameVersions(
  versions: readonly ReceivedVersion[],
  zone: string,
): ReadonlyMap<Sha256, string> {
  const written = versions.map(({ writtenAt }) => formatInstant(Date.parse(writtenAt), zone));
  return new Map(
    versions.map(({ hash }, index) => {
      const when = written[index] ?? '';
      const isAlike = written.filter((other) => other === when).length > 1;
      return [hash, `Version of ${when}${isAlike ? ` (${hash.slice(0, 8)})` : ''}`];
    }),
  );
}

/** When a version came in, and what else tells it from others. */
export function describeVersion(version: ReceivedVersion, zone: string): string {
  const parts = [`Received ${formatInstant(Date.parse(version.receivedAt), zone)}`];
  if (version.earlierCount > 0) parts.push(`revision ${version.earlierCount + 1}`);
  if (version.isOtherForm) parts.push('on another version of the form');
  return parts.join(', ');
}

/**
 * The question which of two versions counts, to be sent to the reviewer in any way. Times are in UTC, because the
 * reviewer's zone is not known; nothing of the review is quoted but the names of its fields.
 */
export function askWhichCounts(
  { reviewerName }: Pick<ReceivedReview, 'reviewerName'>,
  { number, title }: Pick<Paper, 'number' | 'title'>,
  venue: Venue,
  [one, other]: readonly [ReceivedVersion, ReceivedVersion],
): string {
  const when = ({ writtenAt, state }: ReceivedVersion): string =>
    `- written ${formatInstant(Date.parse(writtenAt), 'UTC')} UTC${state === 'ready' ? '' : ', not marked ready'}`;
  const fields = compareFields(venue, one.answers, other.answers).filter(({ isSame }) => !isSame);
  const labels = fields.map(({ label }) => label).join(', ');
  return [
    `Dear ${reviewerName},`,
    '',
    `Two versions of your review of paper ${number} ("${title}") for ${venue.shortName} have come in, as from two computers:`,
    when(one),
    when(other),
    ...(labels === '' ? [] : [`They differ in: ${labels}.`]),
    '',
    'Which one counts? Please answer, or open your review in Referee, compare the two there, and export it again.',
    '',
  ].join('\n');
}
