import type { ReactNode } from 'react';
import { useClock } from '@renderer/bridge/clock';
import type { ReceivedReview } from '@shared/contract/consolidation';
import { formatInstant } from '@shared/rules/deadlines';
import { Button } from '@renderer/ui/Button';
import styles from './reviews-panel.module.css';

/** Props of {@link SettledLine}. */
export interface SettledLineProps {
  /** With one version that stands. */
  readonly review: ReceivedReview;
  readonly onCompare: () => void;
}

/** Who kept the version that is shown, and the way to those that were set aside for it. */
export function SettledLine({ review, onCompare }: SettledLineProps): ReactNode {
  const { timeZone } = useClock();
  const { settled, versions } = review;
  const [kept] = versions;
  if (settled === null || kept === undefined) return null;
  const count = settled.setAside.length;
  return (
    <div className={styles['settled']}>
      <span>
        {settled.byName} kept the version of {formatInstant(Date.parse(kept.writtenAt), timeZone)}.
      </span>
      <Button
        size="small"
        kind="quiet"
        onPress={onCompare}
        ariaLabel={`Show the ${count === 1 ? 'other version' : `${count} other versions`} of the review by ${review.reviewerName}`}
      >
        {count === 1 ? 'Show the other version' : `Show the ${count} other versions`}
      </Button>
    </div>
  );
}
