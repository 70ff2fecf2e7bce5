import { z } from 'zod';
import { fieldIdSchema, paperNumberSchema, venueIdSchema } from '../model/ids';
import { answerSchema } from '../model/review';
import { route } from './define';
import type { Draft } from './library';

const paperInput = z.strictObject({ venue: venueIdSchema, paper: paperNumberSchema });

export const reviewRoutes = {
  /**
   * Sets or (with null) clears one answer of my review. When it answers, the change is on disk.
   * Refused: ANSWER_INVALID when the answer does not fit the field; FIELD_NOT_FOUND.
   */
  'review.answer': route<Draft>()(
    paperInput.extend({ field: fieldIdSchema, answer: answerSchema.nullable() }),
  ),
  /** Marks my review ready. Refused: REVIEW_INCOMPLETE, naming what it lacks. */
  'review.markReady': route<Draft>()(paperInput),
  /** Takes "ready" back. */
  'review.takeBack': route<Draft>()(paperInput),
};
