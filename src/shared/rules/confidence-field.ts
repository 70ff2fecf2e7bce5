import type { RatingField, ReviewForm } from '../model/form';

/** The id by which a form says how sure its reviewers are. */
const CONFIDENCE = 'confidence';

/** The rating in which reviewers say how sure they are; null when the form does not ask. */
export function confidenceFieldOf(form: ReviewForm): RatingField | null {
  return (
    form.fields.find(
      (field): field is RatingField => field.kind === 'rating' && (field.id as string) === CONFIDENCE,
    ) ?? null
  );
}

/** A confidence as a weight: 1 for the lowest step of its scale, one more for each step. */
export function toWeight(field: RatingField, value: number): number {
  return value - Math.min(...field.scale.map((step) => step.value)) + 1;
}
