import { X } from 'lucide-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { IconButton } from '@renderer/ui/IconButton';
import styles from './review-checks.module.css';
import type { Note } from './use-notes-on-review';

/** Props of {@link NoteList}. */
export interface NoteListProps {
  readonly notes: readonly Note[];
  readonly onGoTo: (note: Note) => void;
  readonly onDismiss: (note: Note) => void;
  /** The last one went while the focus was on it. */
  readonly onEmptied: () => void;
}

/** The notes one below the other: each leads to its place and can be put aside. The focus stays where a note was. */
export function NoteList({ notes, onGoTo, onDismiss, onEmptied }: NoteListProps): ReactNode {
  const list = useRef<HTMLUListElement>(null);
  /** The row that was put aside by the keyboard or a press, until it is gone. */
  const leaving = useRef<number | null>(null);
  useEffect(() => {
    const row = leaving.current;
    leaving.current = null;
    if (row === null) return;
    const buttons = list.current?.querySelectorAll<HTMLButtonElement>('[data-dismiss] button') ?? [];
    const next = buttons[Math.min(row, buttons.length - 1)];
    if (next === undefined) onEmptied();
    else next.focus();
    // Only a change of the notes moves the focus.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [notes]);
  if (notes.length === 0) return null;
  return (
    <ul ref={list} className={styles['notes']} aria-label="Notes on this review">
      {notes.map((note, index) => (
        <li key={note.key} className={styles['note']}>
          <button type="button" className={styles['go']} onClick={() => onGoTo(note)}>
            {note.finding.sentence}
          </button>
          <span data-dismiss>
            <IconButton
              label="Put aside"
              icon={X}
              size="small"
              onPress={() => {
                leaving.current = index;
                onDismiss(note);
              }}
            />
          </span>
        </li>
      ))}
    </ul>
  );
}
