import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './state.module.css';

/** Props of {@link EmptyState}. */
export interface EmptyStateProps {
  /** What is not there: "No papers yet". */
  readonly title: string;
  /** Why, or what will be here. */
  readonly children?: ReactNode;
  /** The next step: a Button. */
  readonly action?: ReactNode;
  readonly icon?: LucideIcon | undefined;
}

/** A place with nothing in it, and the next step. */
export function EmptyState({ title, children, action, icon: Icon }: EmptyStateProps): ReactNode {
  return (
    <div className={styles['state']}>
      {Icon && <Icon aria-hidden className={styles['icon']} />}
      <div className={styles['title']}>{title}</div>
      {children != null && <div className={styles['text']}>{children}</div>}
      {action != null && <div className={styles['action']}>{action}</div>}
    </div>
  );
}
