import type { FieldId } from '@shared/model/ids';
import type { Paper } from '@shared/model/paper';
import type { Answers } from '@shared/model/review';
import type { Venue } from '@shared/model/venue';
import type { TextSpan } from '@shared/rules/review-checks/finding';

/** A review form on screen, for what a workspace joins to it. */
export interface FormHandle {
  readonly venue: Venue;
  readonly paper: Paper;
  /** The answers as they are on screen. */
  readonly answers: () => Answers;
  /** Calls back at every change of an answer, until the returned function is called. */
  readonly subscribe: (onChange: () => void) => () => void;
  /** Goes to a field, and to a stretch of its prose, which is selected. */
  readonly goTo: (field: FieldId, span?: TextSpan) => void;
  /** The field with the focus, or null. */
  readonly fieldInHand: () => FieldId | null;
  /**
   * Takes an earlier version of an answer back: saved, and undone like any edit. Rejects with a RequestError when it was
   * refused, or when something is not on disk.
   */
  readonly restore: (field: FieldId, version: number) => Promise<void>;
}
