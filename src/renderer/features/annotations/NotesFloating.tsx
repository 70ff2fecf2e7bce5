import { useCallback, type ReactNode } from 'react';
import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';
import type { EvidenceTexts } from './evidence';
import type { NoteActs } from './note-acts';
import { NoteCard } from './NoteCard';
import type { NotesSession } from './notes-session';
import type { NotesUi } from './notes-ui';
import { SelectionBar } from './SelectionBar';

/** Props of {@link NotesFloating}. */
export interface NotesFloatingProps {
  readonly session: NotesSession;
  readonly ui: StoreApi<NotesUi>;
  readonly acts: NoteActs;
  readonly texts: EvidenceTexts;
}

/** What floats over the page: the card of the open note, else the bar beside the selection. */
export function NotesFloating({ session, ui, acts, texts }: NotesFloatingProps): ReactNode {
  const { open, bar, control, isWriting } = useStore(ui);
  const note = useStore(session.store, (state) => (open === null ? undefined : state.notes.get(open)));
  const phase = useStore(session.store, (state) => state.saving.phase);
  const pages = note?.content.pages;
  const noteBox = useCallback(
    () => (pages === undefined ? undefined : control?.boxOf(pages)),
    [control, pages],
  );
  const selectionBox = useCallback(() => control?.selectionBox(), [control]);
  if (control === undefined) return null;
  if (note !== undefined) {
    return (
      <NoteCard
        key={note.id}
        note={note}
        acts={acts}
        texts={texts}
        phase={phase}
        isWriting={isWriting}
        anchor={noteBox}
        onClose={() => {
          acts.closeCard();
          control.focusPages();
        }}
      />
    );
  }
  if (bar === 'none') return null;
  return (
    <SelectionBar
      acts={acts}
      texts={texts}
      anchor={selectionBox}
      isFocused={bar === 'focused'}
      onClose={() => {
        ui.setState({ bar: 'none' });
        control.focusPages();
      }}
    />
  );
}
