import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useClock } from '@renderer/bridge/clock';
import type { LibraryRow } from '@shared/contract/library';
import type { PaperNumber } from '@shared/model/ids';
import type { Venue } from '@shared/model/venue';
import { cx } from '@renderer/ui/cx';
import { EmptyState } from '@renderer/ui/EmptyState';
import { nextIndex } from '@renderer/ui/roving';
import { TextField } from '@renderer/ui/TextField';
import { usePxPerRem } from '@renderer/ui/use-px-per-rem';
import { filterPapers } from './filter-papers';
import styles from './library.module.css';
import { PaperListRow } from './PaperListRow';

/** Props of {@link PaperList}. */
export interface PaperListProps {
  readonly venue: Venue;
  readonly papers: readonly LibraryRow[];
  /** The paper that is open. */
  readonly open: PaperNumber | null;
  readonly onOpen: (paper: PaperNumber) => void;
  /** Asks ahead for a paper that may be opened next. */
  readonly onPrefetch?: (paper: PaperNumber) => void;
}

const ROW_REM = 4.5;
/** With more papers than this a filter stands above the list. */
const FILTER_FROM = 12;

/**
 * My papers, narrow: status, number, title, topics, what is missing, when it is due. Arrows move, Enter opens; only the
 * rows in view are in the document.
 */
export function PaperList({ venue, papers, open, onOpen, onPrefetch }: PaperListProps): ReactNode {
  const id = useId();
  const clock = useClock();
  const scroller = useRef<HTMLDivElement>(null);
  const [filter, setFilter] = useState('');
  const [active, setActive] = useState<PaperNumber | null>(open);
  useEffect(() => setActive(open), [open]);

  const shown = useMemo(() => filterPapers(papers, filter, venue), [papers, filter, venue]);
  const rowPx = Math.round(ROW_REM * usePxPerRem());
  const virtual = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowPx,
    getItemKey: (index) => shown[index]?.number ?? index,
    overscan: 6,
  });
  useEffect(() => virtual.measure(), [virtual, rowPx]);
  const activeIndex = shown.findIndex((paper) => paper.number === active);
  useEffect(() => {
    if (activeIndex !== -1) virtual.scrollToIndex(activeIndex);
  }, [virtual, activeIndex]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const pageRows = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowPx) - 1);
    const next = nextIndex(event, activeIndex, shown.length, pageRows);
    if (next !== null) {
      const number = shown[next]?.number ?? null;
      setActive(number);
      if (number !== null) onPrefetch?.(number);
    } else if (event.key === 'Enter' && active !== null) onOpen(active);
    else return;
    event.preventDefault();
  };

  const items = virtual.getVirtualItems();
  return (
    <div className={styles['paperList']}>
      {papers.length > FILTER_FROM && (
        <div className={styles['filter']}>
          <TextField
            label="Filter papers"
            isLabelHidden
            type="search"
            placeholder="Filter by title, number, topic"
            value={filter}
            onChange={setFilter}
          />
        </div>
      )}
      {papers.length === 0 && (
        <EmptyState title="No paper to review">
          Your bundle holds no assignment for you as a reviewer.
        </EmptyState>
      )}
      {papers.length > 0 && shown.length === 0 && <EmptyState title={`No paper matches "${filter}"`} />}
      <div
        ref={scroller}
        role="listbox"
        tabIndex={shown.length === 0 ? -1 : 0}
        aria-label="Papers to review"
        aria-activedescendant={
          items.some(({ index }) => index === activeIndex) ? `${id}-${active}` : undefined
        }
        className={styles['scroller']}
        onKeyDown={onKeyDown}
      >
        <div role="presentation" className={styles['runway']} style={{ blockSize: virtual.getTotalSize() }}>
          {items.map(({ index, start }) => {
            const row = shown[index];
            if (row === undefined) return null;
            return (
              // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the list has the focus and the keys
              <div
                key={row.number}
                id={`${id}-${row.number}`}
                role="option"
                aria-selected={row.number === open}
                aria-posinset={index + 1}
                aria-setsize={shown.length}
                className={cx(
                  styles['item'],
                  row.number === open && styles['open'],
                  row.number === active && styles['active'],
                )}
                style={{ blockSize: rowPx, transform: `translateY(${start}px)` }}
                onClick={() => onOpen(row.number)}
                onPointerEnter={() => onPrefetch?.(row.number)}
              >
                <PaperListRow row={row} venue={venue} clock={clock} />
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}
