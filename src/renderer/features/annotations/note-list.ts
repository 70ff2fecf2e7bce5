import { toPageWords } from '@shared/anchor/citation';
import type { AnnotationMeaning, AnnotationVisibility } from '@shared/model/annotation';
import type { Note } from './notes-session';

/** How a list of notes is narrowed and ordered. */
export interface NoteFilter {
  readonly query: string;
  /** Null shows all. */
  readonly meaning: AnnotationMeaning | null;
  readonly visibility: AnnotationVisibility | null;
  readonly order: 'place' | 'time';
}

/** All notes, from the first page on. */
export const EVERYTHING: NoteFilter = { query: '', meaning: null, visibility: null, order: 'place' };

/** The notes that a filter lets through, in its order: by place from the top of the first page, by time the latest first. */
export function listNotes<Item extends Note>(notes: readonly Item[], filter: NoteFilter): readonly Item[] {
  const words = filter.query.toLowerCase().split(/\s+/).filter(Boolean);
  const shown = notes.filter(({ content }) => {
    if (filter.meaning !== null && content.meaning !== filter.meaning) return false;
    if (filter.visibility !== null && content.visibility !== filter.visibility) return false;
    if (words.length === 0) return true;
    const text = `${content.quote?.exact ?? ''} ${content.comment} ${toPageWords(content)}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  return shown.toSorted(filter.order === 'place' ? byPlace : byTime);
}

/** Whether one stands before another on the paper: by page, then from the top, then from the left. */
function byPlace(a: Note, b: Note): number {
  const [one, other] = [a.content.pages[0], b.content.pages[0]];
  return (
    (one?.page ?? 0) - (other?.page ?? 0) ||
    (other?.quads[0]?.[1] ?? 0) - (one?.quads[0]?.[1] ?? 0) ||
    (one?.quads[0]?.[0] ?? 0) - (other?.quads[0]?.[0] ?? 0) ||
    (a.id < b.id ? -1 : 1)
  );
}

function byTime(a: Note, b: Note): number {
  return Date.parse(b.modifiedAt) - Date.parse(a.modifiedAt) || byPlace(a, b);
}
