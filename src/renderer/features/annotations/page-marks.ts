import type { PageMark } from '@renderer/reader';
import type { Note } from './notes-session';

/** One mark an annotation for as long as the annotation is the same object, so that pages know what changed. */
const known = new WeakMap<Note, PageMark>();

/** An annotation as the reader draws it. */
export function toPageMark(annotation: Note): PageMark {
  const before = known.get(annotation);
  if (before !== undefined) return before;
  const { kind, meaning, comment, pages } = annotation.content;
  const mark = { id: annotation.id, kind, tone: meaning, hasComment: comment.trim() !== '', pages };
  known.set(annotation, mark);
  return mark;
}
