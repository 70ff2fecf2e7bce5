import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';
import { toast } from '@renderer/ui/toasts';
import type { AnnotationContent, Quote } from '@shared/model/annotation';
import type { AnnotationId, Sha256 } from '@shared/model/ids';
import { formatCount } from '../common/format';
import type { Note, NotesSession } from './notes-session';
import type { NotesUi } from './notes-ui';

/** Notes on an earlier PDF that were told of in this window: once is enough. */
const told = new Set<AnnotationId>();

/**
 * Carries my notes over to the PDF that the paper has now, by the words they are on, once its pages are there. A note whose
 * words are not found stays on the earlier PDF, as do areas and notes without words; the reviewer is told of all.
 */
export function useCarriedNotes(session: NotesSession, ui: StoreApi<NotesUi>, pdf: Sha256): void {
  const control = useStore(ui, (state) => state.control);
  const isLoaded = useStore(session.store, (state) => state.isLoaded);
  useEffect(() => {
    if (control === undefined || !isLoaded) return;
    const former = [...session.store.getState().notes.values()].filter(({ content }) => content.pdf !== pdf);
    if (former.length === 0) return;
    const quoted = former.filter(hasQuote);
    void control
      .findPassages(
        quoted.map(({ content }) => ({ quote: content.quote, page: content.pages[0]?.page ?? 1 })),
      )
      .then((passages) => {
        if (passages.length !== quoted.length) return;
        const moved = new Map<AnnotationId, AnnotationContent>();
        for (const [at, { id, content }] of quoted.entries()) {
          const passage = passages[at];
          if (passage === undefined || session.store.getState().notes.get(id)?.content !== content) continue;
          const { pages, pageLabel, quote } = passage;
          moved.set(id, { ...content, pdf, pages: [...pages], pageLabel, quote });
        }
        session.carry(moved);
        const left = former.filter(({ id }) => !moved.has(id));
        ui.setState({ lost: new Set(left.filter(hasQuote).map(({ id }) => id)) });
        tell(moved.size, left);
      })
      // The pages went meanwhile: the next opening looks again.
      .catch(() => undefined);
  }, [control, isLoaded, session, ui, pdf]);
}

type QuotedNote = Note & { readonly content: { readonly quote: Quote } };

function hasQuote(note: Note): note is QuotedNote {
  return note.content.quote !== null;
}

function tell(movedCount: number, left: readonly Note[]): void {
  const isNews = movedCount > 0 || left.some(({ id }) => !told.has(id));
  for (const { id } of left) told.add(id);
  if (!isNews) return;
  toast({
    tone: left.length === 0 ? 'success' : 'warning',
    title: 'This paper has a new PDF',
    text: [
      movedCount > 0 ? `${formatCount(movedCount, 'note')} found on it by the words.` : '',
      left.length > 0
        ? `${formatCount(left.length, 'note')} not: the list of notes has them, and they open the earlier PDF.`
        : '',
    ]
      .filter(Boolean)
      .join(' '),
    durationMs: 12_000,
  });
}
