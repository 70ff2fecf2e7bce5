import type { CheckedReview } from './checked-review';
import type { PartsFinding } from './finding';
import { overallRating, placeScore } from './score-place';

/** How far from the mean of the parts the overall score is worth a look: half the scale. */
const FAR = 0.5;
/** Rounding of means must not decide. */
const EPSILON = 1e-9;

/** Ratings that say nothing about how good the paper is. */
const OF_THE_REVIEWER = /confiden|expert|familiar|certain|knowledge|relevan|scope|\bfit\b|topic/i;

/**
 * An overall score at least half a scale from the mean of two or more ratings of quality (confidence, expertise and
 * relevance are left out). One low part explains a low overall score: a single grave fault can sink a paper. One high part
 * does not explain a high one.
 */
export function findFarFromParts({ venue, answers }: CheckedReview): readonly PartsFinding[] {
  const { form } = venue;
  const overall = overallRating(form);
  const score = overall === null ? null : placeScore(overall, answers);
  if (overall === null || score === null) return [];
  const parts = form.fields.flatMap((field) => {
    if (field.kind !== 'rating' || field.id === overall.id) return [];
    if (OF_THE_REVIEWER.test(field.label) || OF_THE_REVIEWER.test(field.id)) return [];
    const part = placeScore(field, answers);
    return part === null ? [] : [{ ...part, label: field.label }];
  });
  if (parts.length < 2) return [];
  const mean = parts.reduce((sum, { place }) => sum + place, 0) / parts.length;
  if (Math.abs(score.place - mean) < FAR - EPSILON) return [];
  const isAbove = score.place > mean;
  if (!isAbove && parts.some(({ place }) => place <= score.place + EPSILON)) return [];
  const given = parts.map(({ label, value }) => `${label} ${value}`).join(', ');
  return [
    {
      check: 'far-from-parts',
      field: overall.id,
      severity: 'note',
      span: null,
      sentence: `${overall.label} is ${score.value}, far ${isAbove ? 'above' : 'below'} the rest: ${given}. If that is meant, let the text say why.`,
      basis: `${score.value} ${given}`,
    },
  ];
}
