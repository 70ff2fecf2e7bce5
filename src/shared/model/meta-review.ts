import { z } from 'zod';
import { MAX_ANSWER_LENGTH } from './answer-length';
import { fieldIdSchema, metaReviewIdSchema, paperNumberSchema, personIdSchema, sha256Schema } from './ids';
import { historySchema } from './review';
import { instantSchema } from './time';

/** What a chair says of a paper. `recommendation` is one of the venue's kinds of decision; null while there is none. */
export const metaContentSchema = z.strictObject({
  /** Markdown with math. */
  text: z.string().max(MAX_ANSWER_LENGTH),
  recommendation: fieldIdSchema.nullable(),
  /** From 1, a guess, to 5, certain; null while the chair has not said. */
  confidence: z.number().int().min(1).max(5).nullable(),
  /** Whether the chair wants the paper discussed before it is decided. */
  needsDiscussion: z.boolean(),
});
export type MetaContent = z.infer<typeof metaContentSchema>;

/**
 * One state of a chair's meta-review that left a machine. Hashes and parents are those of review revisions.
 * `standsOn` holds the heads of the reviews that the chair had when writing, ascending: when one of them is replaced, the
 * meta-review stands on something that changed.
 */
export const metaRevisionSchema = z.strictObject({
  metaReview: metaReviewIdSchema,
  paper: paperNumberSchema,
  chair: personIdSchema,
  venueRevision: z.number().int().min(1),
  parent: sha256Schema.nullable(),
  merged: z.array(sha256Schema).min(1).max(100).optional(),
  writtenAt: instantSchema,
  standsOn: z.array(sha256Schema).max(1000),
  content: metaContentSchema,
});
export type MetaRevision = z.infer<typeof metaRevisionSchema>;

/** A meta-review as a bundle carries it. */
export const carriedMetaReviewSchema = z.strictObject({ history: historySchema, latest: metaRevisionSchema });
export type CarriedMetaReview = z.infer<typeof carriedMetaReviewSchema>;
