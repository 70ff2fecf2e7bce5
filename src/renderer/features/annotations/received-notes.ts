import type { ReceivedMark } from '@shared/contract/consolidation';
import type { Annotation } from '@shared/model/annotation';
import type { Sha256 } from '@shared/model/ids';

/** A reviewer's note, as a chair reads it. */
export interface ReceivedNote extends Annotation {
  readonly writer: string;
}

/** The notes on a paper's PDF as it is, and how many were made on another version of it. */
export interface ReceivedNotes {
  readonly notes: readonly ReceivedNote[];
  readonly otherPdfCount: number;
  /** Who wrote them, in the order of their names. */
  readonly writers: readonly string[];
}

/** What reviewers marked on a paper, apart from what they marked on another PDF of it: that has no place on this one. */
export function toReceivedNotes(marks: readonly ReceivedMark[], pdf: Sha256): ReceivedNotes {
  const here = marks.filter(({ annotation }) => annotation.content.pdf === pdf);
  const notes = here.map(({ reviewerName, annotation }) => ({ ...annotation, writer: reviewerName }));
  return {
    notes,
    otherPdfCount: marks.length - here.length,
    writers: [...new Set(notes.map(({ writer }) => writer))].toSorted((a, b) => a.localeCompare(b)),
  };
}
