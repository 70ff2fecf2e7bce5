import type { ReactNode } from 'react';
import type { ReceivedReview } from '@shared/contract/consolidation';
import type { RatingField, ReviewForm } from '@shared/model/form';
import { summarizeScores } from '@shared/rules/score-summary';
import styles from './reviews-panel.module.css';

/** Props of {@link RatingsGrid}. */
export interface RatingsGridProps {
  readonly form: ReviewForm;
  readonly reviews: readonly ReceivedReview[];
}

/** Every rating of every reviewer at a glance, with the mean. A conflict shows the values of all its versions. */
export function RatingsGrid({ form, reviews }: RatingsGridProps): ReactNode {
  const fields = form.fields.filter((field): field is RatingField => field.kind === 'rating');
  return (
    // Focusable, so that a wide table can be scrolled by keyboard.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={styles['ratings']} role="group" aria-label="Ratings" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">Rating</th>
            <th scope="col">Mean</th>
            {reviews.map((review) => (
              <th key={review.review} scope="col" title={review.reviewerName}>
                {review.reviewerName}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => {
            const values = reviews.map((review) => ratingsOf(review, field));
            const { mean } = summarizeScores(
              values.flatMap((ratings, index) => (isCounted(reviews[index]) ? onScale(field, ratings) : [])),
            );
            return (
              <tr key={field.id} data-overall={field.id === form.overallField || undefined}>
                <th scope="row">{field.label}</th>
                <td>{mean === null ? '' : mean.toFixed(2)}</td>
                {values.map((ratings, index) => (
                  <td key={reviews[index]?.review} title={anchorsOf(field, ratings)}>
                    {ratings.length === 0 ? '–' : ratings.join(' or ')}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** As in the table of papers: a draft and a review in conflict are shown and not counted. */
function isCounted(review: ReceivedReview | undefined): boolean {
  return review?.versions.length === 1 && review.versions[0]?.state === 'ready';
}

function onScale(field: RatingField, ratings: readonly number[]): readonly number[] {
  return ratings.filter((value) => field.scale.some((step) => step.value === value));
}

/** The different values that a review's versions give; empty when none does. */
function ratingsOf(review: ReceivedReview, field: RatingField): readonly number[] {
  const values = review.versions.flatMap(({ answers }) => {
    const answer = answers[field.id];
    return answer?.kind === 'rating' ? [answer.value] : [];
  });
  return [...new Set(values)];
}

function anchorsOf(field: RatingField, ratings: readonly number[]): string {
  const steps = field.scale.filter((step) => ratings.includes(step.value));
  return steps.map((step) => `${step.value}: ${step.anchor}`).join('\n');
}
