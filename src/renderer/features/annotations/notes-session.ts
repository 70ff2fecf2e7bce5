import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Annotation, AnnotationContent } from '@shared/model/annotation';
import type { AnnotationId } from '@shared/model/ids';
import { isSameData } from '../common/same-data';
import { SaveQueue, type QueueState } from '../common/saving/save-queue';
import { emptyNoteHistory, recordChange, stepHistory, type NoteHistory } from './note-history';

/** What can be asked of main about one paper's notes. */
export interface NoteRequests {
  readonly save: (id: AnnotationId, content: AnnotationContent) => Promise<Annotation>;
  readonly remove: (id: AnnotationId) => Promise<unknown>;
}

/** A note as it is on screen: one that is on its way to disk has no version yet. */
export type Note = Pick<Annotation, 'id' | 'content' | 'createdAt' | 'modifiedAt'>;

/** My notes on a paper as they are on screen. */
interface NotesState {
  readonly notes: ReadonlyMap<AnnotationId, Note>;
  /** Whether main has answered: before, nothing can be said of a note that is not here. */
  readonly isLoaded: boolean;
  readonly saving: QueueState;
  readonly history: NoteHistory;
}

/** My notes on one paper: every change is shown at once, sent at once, and can be undone. */
export interface NotesSession {
  readonly store: StoreApi<NotesState>;
  /** Makes a note, changes it whole, or with null removes it. */
  readonly put: (id: AnnotationId, content: AnnotationContent | null) => void;
  /** Moves notes to another PDF of the paper: nothing before that can be undone, since it has no place there. */
  readonly carry: (moved: ReadonlyMap<AnnotationId, AnnotationContent>) => void;
  /** Takes the last change back; answers the note it was about, or null when there is none. */
  readonly undo: () => AnnotationId | null;
  readonly redo: () => AnnotationId | null;
  /** Ends a run of typing: what follows is undone on its own. */
  readonly seal: () => void;
  readonly retry: () => void;
  /** Takes over what main answered, unless something is on its way there. */
  readonly adopt: (notes: readonly Note[]) => void;
  readonly hasUnsaved: () => boolean;
}

/** Starts a session on what is on disk. */
export function createNotesSession(requests: NoteRequests, now: () => Annotation['createdAt']): NotesSession {
  const store = createStore<NotesState>(() => ({
    notes: new Map(),
    isLoaded: false,
    saving: { phase: 'settled', error: null },
    history: emptyNoteHistory,
  }));
  const { getState, setState } = store;
  const queue = new SaveQueue<AnnotationId, AnnotationContent | null, Annotation | null>({
    send: async (id, content) => {
      if (content !== null) return requests.save(id, content);
      await requests.remove(id);
      return null;
    },
    onAck: (saved) => {
      const shown = saved === null ? undefined : getState().notes.get(saved.id);
      // Content on screen is ahead of this while a newer one is on its way.
      if (saved !== null && shown !== undefined)
        setState({ notes: new Map(getState().notes).set(saved.id, { ...saved, content: shown.content }) });
    },
    onState: (saving) => setState({ saving }),
  });

  const apply = (id: AnnotationId, content: AnnotationContent | null): void => {
    const notes = new Map(getState().notes);
    const before = notes.get(id);
    if (content === null) notes.delete(id);
    else
      notes.set(id, {
        ...(before ?? { id, createdAt: now() }),
        modifiedAt: now(),
        content,
      });
    setState({ notes });
    queue.push(id, content);
  };
  const step = (direction: 'undo' | 'redo'): AnnotationId | null => {
    const taken = stepHistory(getState().history, direction);
    if (taken === null) return null;
    setState({ history: taken.history });
    apply(taken.id, taken.content);
    return taken.id;
  };

  return {
    store,
    put: (id, content) => {
      const before = getState().notes.get(id)?.content ?? null;
      if (isSameData(before, content)) return;
      setState({ history: recordChange(getState().history, { id, before, after: content }) });
      apply(id, content);
    },
    carry: (moved) => {
      for (const [id, content] of moved) if (getState().notes.has(id)) apply(id, content);
      if (moved.size > 0) setState({ history: emptyNoteHistory });
    },
    undo: () => step('undo'),
    redo: () => step('redo'),
    seal: () => setState(({ history }) => ({ history: { ...history, isOpen: false } })),
    retry: () => queue.retry(),
    adopt: (listed) => {
      if (queue.state.phase !== 'settled') return;
      const { notes } = getState();
      const adopted = listed.map((note) => {
        const mine = notes.get(note.id);
        // The same object where nothing changed: pages and lists see at once what did.
        return mine !== undefined && isSameData(mine, note) ? mine : note;
      });
      const isSame = adopted.length === notes.size && adopted.every((note) => notes.get(note.id) === note);
      if (!getState().isLoaded) setState({ isLoaded: true });
      if (!isSame) setState({ notes: new Map(adopted.map((note) => [note.id, note])) });
    },
    hasUnsaved: () => queue.state.phase !== 'settled',
  };
}
