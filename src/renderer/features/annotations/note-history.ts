import { isSameData } from '../common/same-data';
import type { AnnotationContent } from '@shared/model/annotation';
import type { AnnotationId } from '@shared/model/ids';

/** One change of a note: null before it was made, or after it was removed. */
export interface NoteChange {
  readonly id: AnnotationId;
  readonly before: AnnotationContent | null;
  readonly after: AnnotationContent | null;
}

/** What can be undone and redone, the latest last. */
export interface NoteHistory {
  readonly past: readonly NoteChange[];
  readonly future: readonly NoteChange[];
  /** Whether the next change of the same comment belongs to the last one. */
  readonly isOpen: boolean;
}

/** Nothing was changed yet. */
export const emptyNoteHistory: NoteHistory = { past: [], future: [], isOpen: false };

/** As many changes as are kept. */
const KEPT = 500;

/** A history with a change at its end. Typing on in one comment is one change until it is sealed. */
export function recordChange(history: NoteHistory, change: NoteChange): NoteHistory {
  const last = history.past.at(-1);
  if (history.isOpen && last?.id === change.id && isTyping(change)) {
    return {
      past: [...history.past.slice(0, -1), { ...last, after: change.after }],
      future: [],
      isOpen: true,
    };
  }
  return { past: [...history.past, change].slice(-KEPT), future: [], isOpen: isTyping(change) };
}

/** A step back or forward: what the note becomes. Null when there is none. */
export function stepHistory(
  { past, future }: NoteHistory,
  direction: 'undo' | 'redo',
): {
  readonly id: AnnotationId;
  readonly content: AnnotationContent | null;
  readonly history: NoteHistory;
} | null {
  const change = (direction === 'undo' ? past : future).at(-1);
  if (change === undefined) return null;
  if (direction === 'undo') {
    const history = { past: past.slice(0, -1), future: [...future, change], isOpen: false };
    return { id: change.id, content: change.before, history };
  }
  const history = { past: [...past, change], future: future.slice(0, -1), isOpen: false };
  return { id: change.id, content: change.after, history };
}

/** Whether only the comment changed. */
function isTyping({ before, after }: NoteChange): boolean {
  if (before === null || after === null || before.comment === after.comment) return false;
  return (Object.keys(after) as (keyof AnnotationContent)[]).every(
    (key) => key === 'comment' || isSameData(before[key], after[key]),
  );
}
