import { createStore, type StoreApi } from 'zustand/vanilla';
import type { MarkControl, MarkingTool } from '@renderer/reader';
import type { AnnotationVisibility } from '@shared/model/annotation';
import type { AnnotationId } from '@shared/model/ids';
import { EVERYTHING, type NoteFilter } from './note-list';

/** How notes are looked at on one desk: nothing of it is kept. */
export interface NotesUi {
  /** The pages; undefined while none are shown. */
  readonly control: MarkControl | undefined;
  readonly tool: MarkingTool;
  /** The bar beside a selection: shown, or asked for with the keyboard, so that it takes the focus. */
  readonly bar: 'none' | 'shown' | 'focused';
  /** The note whose card is open. */
  readonly open: AnnotationId | null;
  /** Whether its comment takes the focus. */
  readonly isWriting: boolean;
  /** The note that is chosen in the list. */
  readonly chosen: AnnotationId | null;
  /** Who reads new notes. */
  readonly visibility: AnnotationVisibility;
  /** Notes on an earlier PDF whose words were looked for on this one, in vain. */
  readonly lost: ReadonlySet<AnnotationId>;
  readonly filter: NoteFilter;
  readonly isExpanded: boolean;
}

/** A desk with nothing open. */
export function createNotesUi(): StoreApi<NotesUi> {
  return createStore<NotesUi>(() => ({
    control: undefined,
    tool: 'none',
    bar: 'none',
    open: null,
    isWriting: false,
    chosen: null,
    visibility: 'chairs',
    lost: new Set(),
    filter: EVERYTHING,
    isExpanded: false,
  }));
}
