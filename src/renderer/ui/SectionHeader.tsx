import type { ReactNode } from 'react';
import styles from './section-header.module.css';

/** Props of {@link SectionHeader}. */
export interface SectionHeaderProps {
  readonly title: string;
  /** Beside the title, quieter: "2 of 4". */
  readonly note?: ReactNode;
  /** At the end: IconButtons. */
  readonly actions?: ReactNode;
  /** The heading's level in the document (2 unless told). */
  readonly level?: 2 | 3 | 4;
}

/** The head of a pane or of a part of it. */
export function SectionHeader({ title, note, actions, level = 2 }: SectionHeaderProps): ReactNode {
  const Heading = `h${level}` as const;
  return (
    <div className={styles['header']}>
      <Heading className={styles['title']}>{title}</Heading>
      {note != null && <span className={styles['note']}>{note}</span>}
      {actions != null && <div className={styles['actions']}>{actions}</div>}
    </div>
  );
}
