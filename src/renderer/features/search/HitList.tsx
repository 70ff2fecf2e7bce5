import { useEffect, useRef, type ReactNode } from 'react';
import type { HitRow } from './search-words';
import { Snippet } from './Snippet';
import styles from './search.module.css';

/** Props of {@link HitList}. */
export interface HitListProps {
  readonly id: string;
  readonly rows: readonly HitRow[];
  /** The row that Enter takes. */
  readonly active: number;
  readonly onActive: (index: number) => void;
  readonly onChoose: (index: number) => void;
}

/** What was found, under the titles of the papers; the field above has the focus and the keys. */
export function HitList({ id, rows, active, onActive, onChoose }: HitListProps): ReactNode {
  const activeRow = useRef<HTMLLIElement>(null);
  useEffect(() => {
    activeRow.current?.scrollIntoView?.({ block: 'nearest' });
  }, [active, rows.length]);
  return (
    <ul id={id} role="listbox" aria-label="Found in papers" className={styles['list']}>
      {rows.map(({ paper, hit, own, isFirst }, index) => {
        const place = own?.place ?? (hit.page === null ? 'About' : `p. ${hit.page}`);
        return (
          // eslint-disable-next-line jsx-a11y/click-events-have-key-events -- keys are handled by the field that owns the list
          <li
            key={`${paper.paper} ${own === undefined ? hit.page : (own.note ?? own.field)}`}
            id={`${id}-${index}`}
            ref={index === active ? activeRow : null}
            role="option"
            aria-label={`#${paper.paper} ${paper.title}, ${place}: ${hit.text}`}
            aria-selected={index === active}
            className={styles['row']}
            onPointerMove={() => onActive(index)}
            onClick={() => onChoose(index)}
          >
            {isFirst && (
              <span className={styles['paper']}>
                {own !== undefined && 'Mine: '}#{paper.paper} {paper.title}
              </span>
            )}
            <span className={styles['place']}>{place}</span>
            <span className={styles['text']}>
              <Snippet text={hit.text} marks={hit.marks} />
            </span>
          </li>
        );
      })}
    </ul>
  );
}
