import type { ReactNode } from 'react';
import styles from './common.module.css';

/** Props of {@link Heading}. */
export interface HeadingProps {
  readonly children: string;
  /** Beside the heading, quieter. */
  readonly note?: ReactNode;
  readonly level?: 2 | 3;
}

/** The heading of a part of a page or sheet. The head of a pane is ui's `SectionHeader`. */
export function Heading({ children, note, level = 2 }: HeadingProps): ReactNode {
  const Level = `h${level}` as const;
  return (
    <div className={styles['heading']}>
      <Level className={styles['headingTitle']}>{children}</Level>
      {note !== undefined && <span className={styles['headingNote']}>{note}</span>}
    </div>
  );
}
