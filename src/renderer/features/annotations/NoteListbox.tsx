import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { cx } from '@renderer/ui/cx';
import type { AnnotationId } from '@shared/model/ids';
import styles from './annotations.module.css';
import type { Note } from './notes-session';

/** Props of {@link NoteListbox}. */
export interface NoteListboxProps<Item extends Note> {
  readonly label: string;
  readonly notes: readonly Item[];
  readonly chosen: AnnotationId | null;
  readonly renderNote: (note: Item) => ReactNode;
  /** An arrow key or the pointer came to a note. */
  readonly onChoose: (id: AnnotationId) => void;
  readonly onOpen?: ((id: AnnotationId) => void) | undefined;
  readonly onDelete?: ((id: AnnotationId) => void) | undefined;
}

/** The height that a note is thought to have before it is seen, in pixels. */
const GUESSED_PX = 72;

/** A list of notes of any length, of which only those in view are made: one stop in the tab order, arrows choose. */
export function NoteListbox<Item extends Note>({
  label,
  notes,
  chosen,
  renderNote,
  ...props
}: NoteListboxProps<Item>): ReactNode {
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: notes.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => GUESSED_PX,
    getItemKey: (index) => notes[index]?.id ?? index,
    overscan: 4,
  });
  const at = notes.findIndex((note) => note.id === chosen);
  useEffect(() => {
    if (at !== -1) virtual.scrollToIndex(at, { align: 'auto' });
    // The list follows what is chosen, not every measuring.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [chosen]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at === -1 ? notes.length - 1 : at - 1,
      Home: 0,
      End: notes.length - 1,
    };
    const next = steps[event.key];
    if (next !== undefined) {
      const note = notes[Math.min(Math.max(next, 0), notes.length - 1)];
      if (note !== undefined) props.onChoose(note.id);
    } else if (event.key === 'Enter' && chosen !== null) props.onOpen?.(chosen);
    else if (event.key === 'Delete' && chosen !== null && props.onDelete !== undefined) {
      const neighbour = notes[at + 1] ?? notes[at - 1];
      props.onDelete(chosen);
      if (neighbour !== undefined) props.onChoose(neighbour.id);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const items = virtual.getVirtualItems();
  return (
    <div
      ref={scroller}
      role="listbox"
      tabIndex={0}
      aria-label={label}
      aria-activedescendant={items.some(({ index }) => index === at) ? `${id}-${at}` : undefined}
      className={styles['list']}
      onKeyDown={onKeyDown}
    >
      <div role="presentation" className={styles['runway']} style={{ blockSize: virtual.getTotalSize() }}>
        {items.map(({ index, start, key }) => {
          const note = notes[index];
          if (note === undefined) return null;
          return (
            // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the list has the focus and the keys
            <div
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === at}
              aria-posinset={index + 1}
              aria-setsize={notes.length}
              className={cx(styles['item'], index === at && styles['chosen'])}
              style={{ transform: `translateY(${start}px)` }}
              onClick={() => props.onChoose(note.id)}
              onDoubleClick={() => props.onOpen?.(note.id)}
            >
              {renderNote(note)}
            </div>
          );
        })}
      </div>
    </div>
  );
}
