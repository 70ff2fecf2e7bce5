import { z } from 'zod';
import { personIdSchema, reviewIdSchema, sha256Schema } from './ids';
import { instantSchema } from './time';

/**
 * A chair's or organizer's word on a review whose versions part: `keep` stands over the heads in `over`. It travels in
 * consolidations and is itself never edited: a later word names those that it replaces. Its hash is the SHA-256 of its
 * canonical JSON.
 */
export const settlementSchema = z
  .strictObject({
    review: reviewIdSchema,
    keep: sha256Schema,
    over: z.array(sha256Schema).min(1).max(100),
    by: personIdSchema,
    settledAt: instantSchema,
    replaces: z.array(sha256Schema).max(100),
  })
  .refine(({ keep, over }) => !over.includes(keep), { message: 'a version cannot stand over itself' });
export type Settlement = z.infer<typeof settlementSchema>;
