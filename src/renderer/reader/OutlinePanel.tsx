import { ChevronDown, ChevronRight } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { cx } from '@renderer/ui/cx';
import type { OutlineEntry } from './engine/outline';
import styles from './outline-panel.module.css';
import { initiallyExpanded, toOutlineMove, toOutlineRows } from './outline-rows';
import { goToDestination } from './reader-actions';
import { useReader, useReaderStore } from './reader-store';

/** Props of {@link OutlinePanel}. */
export interface OutlinePanelProps {
  readonly onExternalLink: (url: string) => void;
}

const NONE: readonly OutlineEntry[] = [];

/** The paper's own table of contents, as a tree. */
export function OutlinePanel({ onExternalLink }: OutlinePanelProps): ReactNode {
  const store = useReaderStore();
  const entries = useReader((state) => state.outline ?? NONE);
  const isAwaited = useReader((state) => state.outline === undefined);
  const [expandedIds, setExpandedIds] = useState<ReadonlySet<string>>(() => initiallyExpanded(entries));
  const [activeId, setActiveId] = useState<string>();
  const tree = useRef<HTMLDivElement>(null);
  const rows = useMemo(() => toOutlineRows(entries, expandedIds), [entries, expandedIds]);

  useEffect(() => {
    setExpandedIds(initiallyExpanded(entries));
    setActiveId(undefined);
  }, [entries]);

  if (entries.length === 0) {
    return isAwaited ? null : <p className={styles['none']}>This paper has no outline.</p>;
  }
  const tabStop = activeId ?? rows[0]?.entry.id;

  const toggle = (id: string): void =>
    setExpandedIds((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  const open = (entry: OutlineEntry): void => {
    setActiveId(entry.id);
    if (entry.destination !== undefined) goToDestination(store, entry.destination);
    else if (entry.url !== undefined) onExternalLink(entry.url);
    else if (entry.children.length > 0) toggle(entry.id);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const row = rows.find((one) => one.entry.id === tabStop);
    if (row !== undefined && (event.key === 'Enter' || event.key === ' ')) {
      event.preventDefault();
      open(row.entry);
      return;
    }
    const move = toOutlineMove(rows, tabStop, event.key);
    if (move === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    if (move.kind !== 'focus') {
      toggle(move.id);
      return;
    }
    setActiveId(move.id);
    tree.current?.querySelector<HTMLElement>(`[data-id="${move.id}"]`)?.focus();
  };

  return (
    <div ref={tree} role="tree" aria-label="Outline" tabIndex={-1} onKeyDown={onKeyDown}>
      {rows.map(({ entry, level, isExpanded, position, siblings }) => (
        // eslint-disable-next-line jsx-a11y/click-events-have-key-events -- the tree takes the keys for all its items
        <div
          key={entry.id}
          role="treeitem"
          data-id={entry.id}
          className={cx(styles['item'], entry.id === activeId && styles['active'])}
          style={{ paddingInlineStart: `${0.25 + (level - 1) * 0.75}rem` }}
          tabIndex={entry.id === tabStop ? 0 : -1}
          aria-level={level}
          aria-posinset={position}
          aria-setsize={siblings}
          aria-expanded={isExpanded}
          aria-selected={entry.id === activeId}
          title={entry.title}
          onClick={() => open(entry)}
        >
          {/* eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- the arrow keys do the same */}
          <span
            className={styles['arrow']}
            aria-hidden
            onClick={(event) => {
              if (isExpanded === undefined) return;
              event.stopPropagation();
              toggle(entry.id);
            }}
          >
            {isExpanded === true && <ChevronDown />}
            {isExpanded === false && <ChevronRight />}
          </span>
          <span className={styles['title']}>{entry.title}</span>
        </div>
      ))}
    </div>
  );
}
