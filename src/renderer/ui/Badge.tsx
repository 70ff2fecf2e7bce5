import type { ReactNode } from 'react';
import styles from './badge.module.css';
import { cx } from './cx';

/** Props of {@link Badge}. */
export interface BadgeProps {
  readonly children: ReactNode;
  readonly tone?: 'neutral' | 'info' | 'success' | 'warning' | 'danger';
}

/** A word that marks something: "unknown signer". For a state of work, use StatusBadge; for a choice, Tag. */
export function Badge({ children, tone = 'neutral' }: BadgeProps): ReactNode {
  return <span className={cx(styles['badge'], styles[`tone-${tone}`])}>{children}</span>;
}
