import { z } from 'zod';
import { venueIdSchema, type PaperNumber } from '../model/ids';
import type { Answers, ReviewStatus } from '../model/review';
import { route } from './define';

/** A review that I have begun, beside my others. */
export interface OwnReview {
  readonly paper: PaperNumber;
  readonly title: string;
  readonly status: ReviewStatus;
  /** What I have answered so far. */
  readonly answers: Answers;
}

export const ownScoreRoutes = {
  /** The reviews that I have begun at a venue, by paper. Never anybody else's: those of others are not read for it. */
  'review.listOwn': route<readonly OwnReview[]>()(z.strictObject({ venue: venueIdSchema })),
};
