import type { FieldId } from '@shared/model/ids';
import type { Answer, Answers } from '@shared/model/review';

/** My answers on a paper as they are on screen, for whoever compares them with a proposal. */
export interface OwnAnswers {
  readonly answers: () => Answers;
  /** Whether the review is marked ready. */
  readonly isReady: () => boolean;
  /** Changes an answer as if it had been typed: saved at once, can be undone in the form. */
  readonly edit: (field: FieldId, answer: Answer | null) => void;
  /** Calls back at every change, until the returned function is called. */
  readonly subscribe: (onChange: () => void) => () => void;
}
