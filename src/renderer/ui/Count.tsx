import type { ReactNode } from 'react';
import styles from './badge.module.css';
import { cx } from './cx';

/** Props of {@link Count}. */
export interface CountProps {
  readonly value: number;
  /** What is counted, for assistive tools: "unread". */
  readonly of?: string | undefined;
  readonly emphasis?: 'normal' | 'strong';
}

/** A small number beside the thing it counts. */
export function Count({ value, of, emphasis = 'normal' }: CountProps): ReactNode {
  return (
    <span
      className={cx(styles['count'], styles[emphasis])}
      {...(of === undefined ? {} : { role: 'img', 'aria-label': `${value} ${of}` })}
    >
      {value.toLocaleString('en')}
    </span>
  );
}
