import { z } from 'zod';
import { MAX_ANSWER_LENGTH } from './answer-length';
import { fieldIdSchema, paperNumberSchema, personIdSchema, sha256Schema } from './ids';
import { historySchema } from './review';
import { instantSchema } from './time';

/** What the organizers decide about a paper. `outcome` is one of the venue's kinds of decision; null takes it back. */
export const decisionContentSchema = z.strictObject({
  outcome: fieldIdSchema.nullable(),
  /** Where in the programme, such as `Poster session 2`; empty while nobody knows. */
  session: z.string().max(120),
  /** Markdown, for the authors. */
  note: z.string().max(MAX_ANSWER_LENGTH),
});
export type DecisionContent = z.infer<typeof decisionContentSchema>;

/** One state of a paper's decision that left a machine. Hashes and parents are those of review revisions. */
export const decisionRevisionSchema = z.strictObject({
  paper: paperNumberSchema,
  organizer: personIdSchema,
  venueRevision: z.number().int().min(1),
  parent: sha256Schema.nullable(),
  merged: z.array(sha256Schema).min(1).max(100).optional(),
  writtenAt: instantSchema,
  content: decisionContentSchema,
});
export type DecisionRevision = z.infer<typeof decisionRevisionSchema>;

/** A decision as a bundle carries it. */
export const carriedDecisionSchema = z.strictObject({
  history: historySchema,
  latest: decisionRevisionSchema,
});
export type CarriedDecision = z.infer<typeof carriedDecisionSchema>;
