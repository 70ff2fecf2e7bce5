import { findShortcomings } from '../review-completeness';
import { countWords } from '../word-count';
import type { CheckedReview } from './checked-review';
import type { UnansweredFinding } from './finding';

/**
 * Optional questions without an answer, once nothing that is required is missing: before that, an empty field says only
 * that the review is under way. A flag that is down is an answer.
 */
export function findUnanswered({ venue, answers }: CheckedReview): readonly UnansweredFinding[] {
  if (findShortcomings(venue.form, answers).length > 0) return [];
  return venue.form.fields.flatMap((field): readonly UnansweredFinding[] => {
    if (field.kind === 'flag') return [];
    const answer = answers[field.id];
    const isBlank = answer === undefined || (answer.kind === 'text' && countWords(answer.text) === 0);
    if (!isBlank) return [];
    const readers = field.audience === 'chairs' ? ' Only chairs would read it.' : '';
    return [
      {
        check: 'unanswered',
        field: field.id,
        severity: 'note',
        span: null,
        sentence: `${field.label} has no answer. It need not have one.${readers}`,
        basis: '',
      },
    ];
  });
}
