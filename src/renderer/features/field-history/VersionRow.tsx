import type { ReactNode } from 'react';
import { useClock } from '@renderer/bridge/clock';
import { Badge } from '@renderer/ui/Badge';
import type { AnswerVersion, ReviewMoment } from '@shared/contract/field-history';
import { formatInstant } from '@shared/rules/deadlines';
import { formatCount } from '../common/format';
import styles from './field-history.module.css';

const MOMENTS: Readonly<Record<ReviewMoment['kind'], string>> = {
  ready: 'Marked ready',
  'taken-back': 'Taken back',
  exported: 'Exported',
};

/** Props of {@link VersionRow}. */
export interface VersionRowProps {
  readonly version: AnswerVersion;
  /** Whether it is what stands now. */
  readonly isNow: boolean;
}

/** One version in the list: when it was last changed, how long it is, and what happened while it stood. */
export function VersionRow({ version, isNow }: VersionRowProps): ReactNode {
  const { timeZone } = useClock();
  const size = version.isCleared
    ? 'No answer'
    : version.wordCount === null
      ? null
      : formatCount(version.wordCount, 'word');
  const moments = [...new Set(version.moments.map(({ kind }) => MOMENTS[kind]))];
  return (
    <span className={styles['row']}>
      <span className={styles['when']}>{formatInstant(Date.parse(version.changedAt), timeZone)}</span>
      <span className={styles['facts']}>
        {isNow && <Badge tone="info">Now</Badge>}
        {moments.map((words) => (
          <Badge key={words}>{words}</Badge>
        ))}
        {size !== null && <span className={styles['size']}>{size}</span>}
      </span>
    </span>
  );
}
