import { z } from 'zod';
import { fieldIdSchema, paperNumberSchema, sha256Schema, venueIdSchema } from '../model/ids';
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
  /**
   * Says what of my review that another computer of mine exported: `mine` keeps the draft as it is, `theirs` makes the
   * draft what that version says. Either way the next export settles the two. Refused: REVIEW_NOT_FOUND.
   */
  'review.takeVersion': route<Draft>()(
    paperInput.extend({ version: sha256Schema, take: z.enum(['mine', 'theirs']) }),
  ),
  /** Takes "ready" back. */
  'review.takeBack': route<Draft>()(paperInput),
};
