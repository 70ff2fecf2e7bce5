import { Children, type ReactNode } from 'react';
import styles from './tag.module.css';

/** Props of {@link TagList}. */
export interface TagListProps {
  /** What the tags are, for assistive tools: "Topics". */
  readonly label: string;
  /** Tags, and whatever adds one more, in order. */
  readonly children: ReactNode;
}

/** Tags in a row that wraps. */
export function TagList({ label, children }: TagListProps): ReactNode {
  return (
    <ul className={styles['list']} aria-label={label}>
      {Children.map(children, (child) => child != null && child !== false && <li>{child}</li>)}
    </ul>
  );
}
