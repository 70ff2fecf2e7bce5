import { z } from 'zod';
import { paperNumberSchema, personIdSchema } from './ids';
import { instantSchema } from './time';

/** The kinds of conflict of interest that a reviewer declares. What is none of the others is `other`. */
export const conflictKindSchema = z.enum([
  'co-author',
  'colleague',
  'advisor',
  'personal',
  'financial',
  'other',
]);
export type ConflictKind = z.infer<typeof conflictKindSchema>;

/** The longest reason or note, in characters. */
export const MAX_REASON_LENGTH = 2000;

const reasonSchema = z.string().max(MAX_REASON_LENGTH);

const declinedSchema = z.strictObject({ kind: z.literal('declined'), reason: reasonSchema });
const conflictSchema = z.strictObject({
  kind: z.literal('conflict'),
  conflict: conflictKindSchema,
  note: reasonSchema,
});

/** A statement by which its author is not to review the paper. */
export const refusalSchema = z.discriminatedUnion('kind', [declinedSchema, conflictSchema]);
export type Refusal = z.infer<typeof refusalSchema>;

/**
 * What a reviewer says of being asked to review a paper: they decline, they have a conflict of interest, or, taking either
 * back, they are willing. Whoever never said anything is willing.
 */
export const responseStatementSchema = z.discriminatedUnion('kind', [
  declinedSchema,
  conflictSchema,
  z.strictObject({ kind: z.literal('willing') }),
]);
export type ResponseStatement = z.infer<typeof responseStatementSchema>;

/**
 * A reviewer's word on one paper, as it is on disk and in a bundle. `version` counts its changes from 1: of two the higher
 * stands, of equally high ones that whose canonical JSON has the higher SHA-256. `statedAt` is the writer's claim.
 */
export const paperResponseSchema = z.strictObject({
  paper: paperNumberSchema,
  reviewer: personIdSchema,
  version: z.number().int().min(1).max(1_000_000_000),
  statedAt: instantSchema,
  statement: responseStatementSchema,
});
export type PaperResponse = z.infer<typeof paperResponseSchema>;
