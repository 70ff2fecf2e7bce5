import { z } from 'zod';
import { signatureSchema } from './bundle';
import { bundleIdSchema, fingerprintSchema, paperNumberSchema, sha256Schema, venueIdSchema } from './ids';
import { publicKeySchema } from './person';
import { instantSchema } from './time';

/** The receipt format that this application reads and writes. */
export const RECEIPT_FORMAT = 'referee-receipt/1';

/** Words on one line: no control character, which canonical JSON and other tools may escape differently. */
function lineSchema(maxLength: number): z.ZodString {
  return z
    .string()
    .min(1)
    .max(maxLength)
    .regex(/^\P{Cc}+$/u);
}

/** A review that a receipt is about, without anything that it says. */
export const receiptReviewSchema = z.strictObject({
  paper: paperNumberSchema,
  /** Null unless the reviewer wants it in: a title may tell who reviewed what. */
  title: lineSchema(500).nullable(),
  /** SHA-256 of the canonical JSON of the review's revision, as bundles carry it: whoever has the review can compare. */
  revision: sha256Schema,
  state: z.enum(['draft', 'ready']),
  writtenAt: instantSchema,
  /** The newest bundle that carried this revision; null when it has not been exported. */
  bundle: bundleIdSchema.nullable(),
});

/** What a receipt states. `issuedAt` and `writtenAt` are the reviewer's claims. */
export const receiptStatementSchema = z.strictObject({
  format: z.literal(RECEIPT_FORMAT),
  venue: z.strictObject({ id: venueIdSchema, name: lineSchema(200) }),
  reviewer: z.strictObject({ name: lineSchema(200), fingerprint: fingerprintSchema }),
  reviews: z.array(receiptReviewSchema).min(1).max(1000),
  issuedAt: instantSchema,
});
export type ReceiptStatement = z.infer<typeof receiptStatementSchema>;

/**
 * A receipt: that its signer says to have made these reviews, which proves it to whoever knows the key, and to whoever has
 * the reviews. The signature (Ed25519, RFC 8032) is over the canonical JSON (RFC 8785) of `statement`.
 */
export const receiptSchema = z.strictObject({
  statement: receiptStatementSchema,
  publicKey: publicKeySchema,
  signature: signatureSchema,
});
export type Receipt = z.infer<typeof receiptSchema>;
