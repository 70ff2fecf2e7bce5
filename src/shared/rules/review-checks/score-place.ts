import type { RatingField, ReviewForm } from '../../model/form';
import type { Answers } from '../../model/review';

/** A score that was given, on its scale. */
export interface PlacedScore {
  readonly value: number;
  readonly anchor: string;
  /** Where it stands among the steps: 0 the lowest, 1 the highest. Steps count, not their numbers: 1, 3, 6, 10 is even. */
  readonly place: number;
}

/** The score of a rating, or null where there is none on its scale. */
export function placeScore(field: RatingField, answers: Answers): PlacedScore | null {
  const answer = answers[field.id];
  if (answer?.kind !== 'rating') return null;
  const steps = field.scale.toSorted((a, b) => a.value - b.value);
  const index = steps.findIndex(({ value }) => value === answer.value);
  const step = steps[index];
  return step === undefined ? null : { ...step, place: index / (steps.length - 1) };
}

/** The rating that stands for the whole review; a form has one. */
export function overallRating({ fields, overallField }: ReviewForm): RatingField | null {
  const field = fields.find(({ id }) => id === overallField);
  return field?.kind === 'rating' ? field : null;
}
