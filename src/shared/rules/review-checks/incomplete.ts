import { findShortcomings } from '../review-completeness';
import type { CheckedReview } from './checked-review';
import type { IncompleteFinding } from './finding';

/** What keeps the review from being ready: required answers, word limits, flags raised without a word. */
export function findIncomplete({ venue, answers }: CheckedReview): readonly IncompleteFinding[] {
  return findShortcomings(venue.form, answers).map(({ field, label, reason }) => ({
    check: 'incomplete',
    field,
    severity: 'required',
    span: null,
    sentence: `${label}: ${reason}.`,
    basis: reason,
  }));
}
