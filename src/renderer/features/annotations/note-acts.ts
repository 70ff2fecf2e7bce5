import type { StoreApi } from 'zustand/vanilla';
import type { Passage } from '@renderer/reader';
import { dismissToast, toast } from '@renderer/ui/toasts';
import { formatNames } from '../common/format';
import type { AnnotationContent, AnnotationMeaning } from '@shared/model/annotation';
import type { AnnotationId, FieldId, Sha256 } from '@shared/model/ids';
import { copyText } from '../common/copy-text';
import { dropQuotes, listCiting, quoteIn, type EvidenceTexts } from './evidence';
import type { Note, NotesSession } from './notes-session';
import type { NotesUi } from './notes-ui';
import { newNoteId } from './open-notes';

/** What the acts on notes work on. */
export interface NoteActsOn {
  readonly session: NotesSession;
  readonly ui: StoreApi<NotesUi>;
  readonly texts: EvidenceTexts;
  readonly pdf: Sha256;
  /** Shows a note on the earlier PDF that it was made on. */
  readonly onEarlier: (note: Note) => void;
}

/** What a person can do with notes. */
export interface NoteActs {
  /** Marks the selection or the match that is found; answers the note, or null when there is nothing to mark. */
  readonly mark: (meaning: AnnotationMeaning, kind?: 'highlight' | 'underline') => AnnotationId | null;
  /** Makes a note or an area and opens its card. */
  readonly place: (kind: 'note' | 'area', passage: Passage) => void;
  readonly openCard: (id: AnnotationId, isWriting?: boolean) => void;
  readonly closeCard: () => void;
  readonly change: (id: AnnotationId, changes: Partial<AnnotationContent>) => void;
  readonly remove: (id: AnnotationId) => void;
  /** Goes to a note on the page. */
  readonly show: (id: AnnotationId) => void;
  /** Marks the selection if it is no note yet, and quotes it in a field. */
  readonly quote: (field: FieldId, id: AnnotationId | null) => void;
  /** Puts the words of a note or of the selection on the clipboard. */
  readonly copy: (id: AnnotationId | null) => void;
  /** Takes the last change back; false when there is none. */
  readonly undo: () => boolean;
  readonly redo: () => boolean;
}

/** The acts on the notes of one paper. */
export function createNoteActs({ session, ui, texts, pdf, onEarlier }: NoteActsOn): NoteActs {
  const control = (): NotesUi['control'] => ui.getState().control;
  const noteOf = (id: AnnotationId) => session.store.getState().notes.get(id);
  const make = (
    kind: AnnotationContent['kind'],
    meaning: AnnotationMeaning,
    passage: Passage,
  ): AnnotationId => {
    const id = newNoteId();
    const { pages, pageLabel, quote } = passage;
    const { visibility } = ui.getState();
    const content = { kind, meaning, comment: '', visibility, pdf, pageLabel, quote };
    session.put(id, { ...content, pages: [...pages] });
    return id;
  };
  const mark: NoteActs['mark'] = (meaning, kind = 'highlight') => {
    const passage = control()?.selection(true);
    if (passage === undefined) {
      toast({ title: 'Select text on the page first, or find some', tone: 'info', durationMs: 4000 });
      return null;
    }
    const wasFocused = ui.getState().bar === 'focused';
    const id = make(kind, meaning, passage);
    document.getSelection()?.removeAllRanges();
    ui.setState({ bar: 'none', chosen: id });
    if (wasFocused) control()?.focusPages();
    return id;
  };
  let earlierToast = 0;
  /** A note that has a place on the PDF as it is; says so of one that has none. */
  const placedNote = (id: AnnotationId): Note | undefined => {
    const note = noteOf(id);
    if (note === undefined || note.content.pdf === pdf) return note;
    dismissToast(earlierToast);
    earlierToast = toast({
      title: 'This note is on an earlier PDF',
      text: 'It can be read, copied and deleted here, and has no place on the PDF that the paper has now.',
      action: { label: 'Show it there', run: () => onEarlier(note) },
    });
    return undefined;
  };
  const showStep = (id: AnnotationId | null): boolean => {
    if (id === null) return false;
    const note = noteOf(id);
    if (note !== undefined && note.content.pdf === pdf) control()?.show(note.content.pages, note.id);
    else ui.setState(({ open }) => (open === id ? { open: null } : {}));
    return true;
  };
  return {
    mark,
    place: (kind, passage) => {
      const id = make(kind, kind === 'note' ? 'question' : 'weakness', passage);
      ui.setState({ tool: 'none', open: id, chosen: id, isWriting: true, bar: 'none' });
    },
    openCard: (id, isWriting = false) => {
      session.seal();
      if (placedNote(id) === undefined) return;
      ui.setState({ open: id, chosen: id, isWriting, bar: 'none' });
    },
    closeCard: () => {
      session.seal();
      ui.setState({ open: null });
    },
    change: (id, changes) => {
      const note = noteOf(id);
      if (note !== undefined) session.put(id, { ...note.content, ...changes });
    },
    remove: (id) => {
      const note = noteOf(id);
      if (note === undefined) return;
      const citing = listCiting(texts, note);
      session.put(id, null);
      ui.setState(({ open, chosen }) => ({
        open: open === id ? null : open,
        chosen: chosen === id ? null : chosen,
      }));
      if (citing.length === 0) {
        toast({ title: 'Note deleted', text: 'Undo on the page brings it back.', durationMs: 5000 });
        return;
      }
      toast({
        title: 'Note deleted',
        text: `${formatNames(citing.map(({ label }) => label))} still ${citing.length === 1 ? 'quotes' : 'quote'} it, without a link to the page.`,
        action: { label: 'Take the quote out', run: () => dropQuotes(texts, id) },
      });
    },
    show: (id) => {
      const note = placedNote(id);
      if (note !== undefined) control()?.show(note.content.pages, id);
    },
    quote: (field, id) => {
      const noteId = id ?? mark(meaningFor(field));
      const note = noteId === null ? undefined : noteOf(noteId);
      const label = texts.fields.find((one) => one.id === field)?.label;
      if (note === undefined || label === undefined) return;
      quoteIn(texts, field, note);
      toast({ title: `Quoted in ${label}`, tone: 'success', durationMs: 4000 });
    },
    copy: (id) => {
      const note = id === null ? undefined : noteOf(id);
      const quote = note === undefined ? control()?.selection(true)?.quote : note.content.quote;
      if (quote == null) return;
      const isCopied = copyText(quote.exact);
      toast({ title: isCopied ? 'Copied' : 'The clipboard took nothing', durationMs: 3000 });
    },
    undo: () => showStep(session.undo()),
    redo: () => showStep(session.redo()),
  };
}

/** What a mark says that is made in quoting it in a field: what the field asks for, as its id tells. */
function meaningFor(field: FieldId): AnnotationMeaning {
  if (/strength/.test(field)) return 'strength';
  return /question/.test(field) ? 'question' : 'weakness';
}
