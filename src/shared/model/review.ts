import { z } from 'zod';
import { fieldIdSchema, paperNumberSchema, personIdSchema, reviewIdSchema, sha256Schema } from './ids';
import { instantSchema } from './time';
import { topicTagSchema } from './topic';
import { MAX_ANSWER_LENGTH } from './answer-length';

/**
 * An answer to one field. The kind is the field's kind; an unanswered field has no answer at all, so that "empty" has
 * one representation only.
 */
export const answerSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), text: z.string().min(1).max(MAX_ANSWER_LENGTH) }),
  z.strictObject({ kind: z.literal('rating'), value: z.number().int().min(-10).max(100) }),
  z.strictObject({ kind: z.literal('choice'), option: fieldIdSchema }),
  z.strictObject({ kind: z.literal('topics'), tags: z.array(topicTagSchema).min(1).max(50) }),
  z.strictObject({
    kind: z.literal('flag'),
    isRaised: z.boolean(),
    detail: z.string().max(MAX_ANSWER_LENGTH),
  }),
]);
export type Answer = z.infer<typeof answerSchema>;

/** Answers by field id. */
export const answersSchema = z.record(fieldIdSchema, answerSchema);
export type Answers = Readonly<z.infer<typeof answersSchema>>;

/**
 * One state of a review that left a machine. Its hash is the SHA-256 of its canonical JSON (RFC 8785); `parent` is the
 * hash of the revision before it, so revisions form a chain; one that settles a conflict of its writer's own names the
 * other heads too. `writtenAt` is the writer's claim.
 */
export const revisionSchema = z.strictObject({
  review: reviewIdSchema,
  paper: paperNumberSchema,
  reviewer: personIdSchema,
  venueRevision: z.number().int().min(1),
  formVersion: z.number().int().min(1),
  parent: sha256Schema.nullable(),
  /** Heads of other chains that this revision settles; absent where it continues one chain only. */
  merged: z.array(sha256Schema).min(1).max(100).optional(),
  state: z.enum(['draft', 'ready']),
  /** Names of those who helped the reviewer and whom they credit; absent where there are none. */
  helpedBy: z.array(z.string().min(1).max(200)).min(1).max(20).optional(),
  writtenAt: instantSchema,
  answers: answersSchema,
});
export type Revision = z.infer<typeof revisionSchema>;

/** The hashes of all revisions of something, each once: the newest last, its parent before it. */
export const historySchema = z.array(sha256Schema).min(1).max(10_000);

/** A review as a bundle carries it: the hashes of all its revisions, oldest first, and the newest in full. */
export const carriedReviewSchema = z.strictObject({
  history: historySchema,
  latest: revisionSchema,
});
export type CarriedReview = z.infer<typeof carriedReviewSchema>;

/**
 * Where a reviewer is with a paper. `changed` means changed since it was last exported; `withdrawn` means that the paper
 * is no longer theirs to review, and what they wrote is kept to read; `declined` and `conflict` that they will not review it.
 */
export const reviewStatusSchema = z.enum([
  'not-started',
  'draft',
  'ready',
  'exported',
  'changed',
  'withdrawn',
  'declined',
  'conflict',
]);
export type ReviewStatus = z.infer<typeof reviewStatusSchema>;
