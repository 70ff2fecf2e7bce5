import { z } from 'zod';
import { assignmentSchema } from './assignment';
import { bundleIdSchema, fingerprintSchema, paperNumberSchema, personIdSchema, venueIdSchema } from './ids';
import { personSchema } from './person';
import { instantSchema } from './time';

/** The newest bundle format this application reads and the one it writes. */
export const BUNDLE_FORMAT = 1;

export const bundleKindSchema = z.enum(['assignment', 'review', 'consolidation', 'decision']);
export type BundleKind = z.infer<typeof bundleKindSchema>;

/** Base64 of 64 raw bytes: an Ed25519 signature (RFC 8032). */
export const signatureSchema = z.base64().length(88);

/**
 * `data/bundle.json`, which opens every bundle. `created` is the writer's claim. `sequence` counts the bundles of one
 * author and kind for this venue from 1; a bundle supersedes those it names.
 */
export const bundleHeaderSchema = z.strictObject({
  format: z.literal(BUNDLE_FORMAT),
  kind: bundleKindSchema,
  id: bundleIdSchema,
  venue: venueIdSchema,
  venueRevision: z.number().int().min(1),
  created: instantSchema,
  application: z.strictObject({ name: z.string().max(80), version: z.string().max(40) }),
  author: z.strictObject({
    person: personIdSchema,
    fingerprint: fingerprintSchema,
    /** The invitation key's signature over this author's signing key, where there was an invitation. */
    enrolment: signatureSchema.nullable(),
  }),
  sequence: z.number().int().min(1),
  supersedes: z.array(bundleIdSchema).max(10_000),
});
export type BundleHeader = z.infer<typeof bundleHeaderSchema>;

/** `data/assignment.json` of an assignment bundle: for whom it is, who else is there, what is to be done. */
export const assignmentPayloadSchema = z.strictObject({
  recipient: personIdSchema,
  /** PKCS #8 PEM of the recipient's invitation key. Only this recipient's bundle holds it. */
  invitation: z.string().max(300).nullable(),
  /** The recipient's reply key (`AGE-SECRET-KEY-1...`), which opens what is encrypted for them. Only here. */
  replyKey: z
    .string()
    .regex(/^AGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{58}$/)
    .optional(),
  /**
   * The reviewer who asks the recipient for help with a review of theirs, and signs this bundle; absent where organizers do.
   */
  onBehalfOf: personIdSchema.optional(),
  people: z.array(personSchema).min(1).max(100_000),
  papers: z.array(paperNumberSchema).max(100_000),
  assignments: z.array(assignmentSchema).max(1_000_000),
});
export type AssignmentPayload = z.infer<typeof assignmentPayloadSchema>;
