import { useId, type ReactNode } from 'react';
import styles from './progress-bar.module.css';

/** Props of {@link ProgressBar}. */
export interface ProgressBarProps {
  /** What is under way: "Checking bundle". */
  readonly label: string;
  /** From 0 to 1, or null while the length is not known. */
  readonly fraction: number | null;
  /** The progress in numbers with units: "12 of 40 papers". */
  readonly countText?: string | undefined;
  /** The small act at the end: a Cancel button. */
  readonly action?: ReactNode;
}

/** How far something is that takes a while. */
export function ProgressBar({ label, fraction, countText, action }: ProgressBarProps): ReactNode {
  const id = useId();
  const percent = fraction === null ? undefined : Math.round(Math.min(1, Math.max(0, fraction)) * 100);
  return (
    <div className={styles['progress']}>
      <div className={styles['head']}>
        <span id={id}>{label}</span>
        {countText !== undefined && <span className={styles['count']}>{countText}</span>}
      </div>
      <div className={styles['line']}>
        <div
          role="progressbar"
          className={styles['track']}
          aria-labelledby={id}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={percent}
          aria-valuetext={countText}
        >
          <div
            className={percent === undefined ? styles['unknown'] : styles['bar']}
            style={percent === undefined ? {} : { inlineSize: `${percent}%` }}
          />
        </div>
        {action}
      </div>
    </div>
  );
}
