import type { ReactNode } from 'react';
import type { ReviewStatus } from '@shared/model/review';
import { ProgressBar } from '@renderer/ui/ProgressBar';
import { ReviewStatusBadge } from '../common/ReviewStatusBadge';
import type { Progress } from './library-words';
import styles from './library.module.css';

const order: readonly ReviewStatus[] = [
  'not-started',
  'draft',
  'changed',
  'ready',
  'exported',
  'declined',
  'conflict',
  'withdrawn',
];

/** How many papers are ready, and how many stand where. */
export function ProgressSummary({ progress }: { readonly progress: Progress }): ReactNode {
  if (progress.total === 0) return null;
  return (
    <>
      <ProgressBar
        label="Ready or exported"
        fraction={progress.ready / progress.total}
        countText={`${progress.ready} of ${progress.total}`}
      />
      <ul className={styles['counts']} aria-label="Papers by status">
        {order
          .filter((status) => progress.byStatus[status] > 0)
          .map((status) => (
            <li key={status}>
              <span className={styles['number']}>{progress.byStatus[status]}</span>
              <ReviewStatusBadge status={status} />
            </li>
          ))}
      </ul>
    </>
  );
}
