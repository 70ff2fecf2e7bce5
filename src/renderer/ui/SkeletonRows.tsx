import type { ReactNode } from 'react';
import styles from './skeleton-rows.module.css';

/** Props of {@link SkeletonRows}. */
export interface SkeletonRowsProps {
  /** What is being loaded, for assistive tools: "Loading papers". */
  readonly label: string;
  readonly count?: number;
  /** The height of one row in rem; the same as the row that will stand there, so that nothing jumps. */
  readonly rowHeightRem?: number;
}

const widths = [72, 58, 84, 64, 77];

/** Rows that will be there in a moment. */
export function SkeletonRows({ label, count = 5, rowHeightRem = 1.875 }: SkeletonRowsProps): ReactNode {
  return (
    <div role="status" aria-label={label} className={styles['rows']}>
      {Array.from({ length: count }, (_, index) => (
        <div key={index} className={styles['row']} style={{ blockSize: `${rowHeightRem}rem` }}>
          <div style={{ inlineSize: `${widths[index % widths.length]}%` }} />
        </div>
      ))}
    </div>
  );
}
