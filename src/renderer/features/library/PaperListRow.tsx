import type { ReactNode } from 'react';
import type { Clock } from '@renderer/bridge/clock';
import type { LibraryRow } from '@shared/contract/library';
import type { Venue } from '@shared/model/venue';
import { listShortcomings } from '../common/review-status';
import { OtherVersionBadge } from '../common/OtherVersionBadge';
import { ReviewStatusBadge } from '../common/ReviewStatusBadge';
import { formatDue, isRefused, topicTitles } from './library-words';
import styles from './library.module.css';

/** Props of {@link PaperListRow}. */
export interface PaperListRowProps {
  readonly row: LibraryRow;
  readonly venue: Venue;
  readonly clock: Clock;
}

/** One paper in the narrow list, in three lines of one height. */
export function PaperListRow({ row, venue, clock }: PaperListRowProps): ReactNode {
  const due = formatDue(row, clock);
  const missing = row.status === 'not-started' || isRefused(row) ? 0 : row.shortcomings.length;
  const topics = topicTitles(venue, row.topics, 'short').join(', ');
  return (
    <>
      <span className={styles['itemTitle']}>
        <span className={styles['number']}>{row.number}</span>
        <span className={styles['clip']} title={row.title}>
          {row.title}
        </span>
      </span>
      <span className={styles['itemLine']} data-crowded={row.hasOtherVersion || undefined}>
        <ReviewStatusBadge status={row.status} />
        {row.hasOtherVersion && <OtherVersionBadge />}
        {missing > 0 && (
          <span className={styles['quiet']} title={listShortcomings(row.shortcomings)}>
            {missing} missing
          </span>
        )}
        {due !== null && <span className={styles['due']}>{due}</span>}
      </span>
      <span className={styles['itemTopics']} title={topicTitles(venue, row.topics, 'full').join('\n')}>
        {topics === '' ? 'No topic declared' : topics}
      </span>
    </>
  );
}
