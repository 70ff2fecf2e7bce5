import type { ReactNode } from 'react';
import { SaveFailure } from '../common/saving/SaveFailure';
import { toReviewText } from './review-text';
import { useForm, useReview } from './session-context';

/** That the newest change of the review is not on disk; nothing while it is. */
export function ReviewSaveFailure(): ReactNode {
  const { session, venue, paper } = useForm();
  const error = useReview((state) => state.saving.error);
  if (error === null) return null;
  return (
    <SaveFailure
      error={error}
      retry={session.retry}
      noun="review"
      toText={() => toReviewText(venue, paper, session.store.getState().answers)}
    />
  );
}
