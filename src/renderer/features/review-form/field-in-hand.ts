import type { FieldId } from '@shared/model/ids';
import type { ReviewSession } from './review-session';

const inHand = new WeakMap<ReviewSession, FieldId>();

/** Says which text of a review is being written in. */
export function noteInHand(session: ReviewSession, field: FieldId): void {
  inHand.set(session, field);
}

/** The text of a review that was written in last; undefined while none was. */
export function fieldInHand(session: ReviewSession): FieldId | undefined {
  return inHand.get(session);
}
