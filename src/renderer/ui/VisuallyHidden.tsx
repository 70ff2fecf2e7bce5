import type { ReactNode } from 'react';
import styles from './visually-hidden.module.css';

/** Props of {@link VisuallyHidden}. */
export interface VisuallyHiddenProps {
  readonly children: ReactNode;
}

/** Words for assistive tools that the eye gets in another way. */
export function VisuallyHidden({ children }: VisuallyHiddenProps): ReactNode {
  return <span className={styles['hidden']}>{children}</span>;
}
