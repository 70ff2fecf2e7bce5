import type { ReactNode } from 'react';
import styles from './description-list.module.css';

/** One fact of a {@link DescriptionList}. */
export interface Description {
  readonly term: string;
  readonly value: ReactNode;
}

/** Props of {@link DescriptionList}. */
export interface DescriptionListProps {
  readonly items: readonly Description[];
}

/** Facts about one thing: names at the start, values beside them. */
export function DescriptionList({ items }: DescriptionListProps): ReactNode {
  return (
    <dl className={styles['list']}>
      {items.map(({ term, value }) => (
        <div key={term} className={styles['row']}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
