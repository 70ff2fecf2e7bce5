import { listOwnReviews } from '../services/own-reviews';
import type { Handlers } from './handler';

/** My scores over all my reviews. */
export const ownScoreHandlers: Pick<Handlers, 'review.listOwn'> = {
  'review.listOwn': ({ services }, input) => listOwnReviews(services, input),
};
