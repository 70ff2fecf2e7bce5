import type { RatingField } from '../model/form';
import type { PaperNumber } from '../model/ids';
import type { Answers } from '../model/review';

/** A review of mine, as far as its scores go. */
export interface ScoredReview {
  readonly paper: PaperNumber;
  readonly answers: Answers;
}

/** One step of a scale and the papers that got it, in the order in which the reviews were given. */
export interface ScoreStep {
  readonly value: number;
  readonly anchor: string;
  readonly papers: readonly PaperNumber[];
}

/** How one rating was used over several reviews: every step of its scale, lowest first, also those that nobody got. */
export function distributeScores(field: RatingField, reviews: readonly ScoredReview[]): readonly ScoreStep[] {
  return field.scale
    .toSorted((a, b) => a.value - b.value)
    .map(({ value, anchor }) => ({
      value,
      anchor,
      papers: reviews.filter(({ answers }) => scoreOf(field, answers) === value).map(({ paper }) => paper),
    }));
}

/** The score that answers give to a rating; null where there is none on its scale. */
export function scoreOf(field: RatingField, answers: Answers): number | null {
  const answer = answers[field.id];
  if (answer?.kind !== 'rating') return null;
  return field.scale.some(({ value }) => value === answer.value) ? answer.value : null;
}
