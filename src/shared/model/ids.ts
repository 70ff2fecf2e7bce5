import { z } from 'zod';

/**
 * Identifiers. Each is a branded string (or number), so that one kind cannot be given where another is meant.
 * All of them are safe as file names and as ZIP entry names.
 */

/** A venue: a lower-case slug such as `sim2science-2026`, at most 64 characters. */
export const venueIdSchema = z
  .string()
  .regex(/^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/)
  .brand<'VenueId'>();
export type VenueId = z.infer<typeof venueIdSchema>;

/** A person within a venue: `p-` and 16 hex digits, derived from venue and e-mail address. */
export const personIdSchema = z
  .string()
  .regex(/^p-[0-9a-f]{16}$/)
  .brand<'PersonId'>();
export type PersonId = z.infer<typeof personIdSchema>;

/** A paper's number within its venue, from 1. It is the key of a paper: one store holds one venue. */
export const paperNumberSchema = z.number().int().min(1).max(9_999_999).brand<'PaperNumber'>();
export type PaperNumber = z.infer<typeof paperNumberSchema>;

/** One reviewer's review of one paper: `r-` and 16 hex digits, derived from venue, paper and person. */
export const reviewIdSchema = z
  .string()
  .regex(/^r-[0-9a-f]{16}$/)
  .brand<'ReviewId'>();
export type ReviewId = z.infer<typeof reviewIdSchema>;

/** One chair's meta-review of one paper: `m-` and 16 hex digits, derived from venue, paper and person. */
export const metaReviewIdSchema = z
  .string()
  .regex(/^m-[0-9a-f]{16}$/)
  .brand<'MetaReviewId'>();
export type MetaReviewId = z.infer<typeof metaReviewIdSchema>;

/** An annotation on a paper's PDF: `a-` and 16 random hex digits. */
export const annotationIdSchema = z
  .string()
  .regex(/^a-[0-9a-f]{16}$/)
  .brand<'AnnotationId'>();
export type AnnotationId = z.infer<typeof annotationIdSchema>;

/** A bundle: `b-` and 32 hex digits, derived from everything else in its header. */
export const bundleIdSchema = z
  .string()
  .regex(/^b-[0-9a-f]{32}$/)
  .brand<'BundleId'>();
export type BundleId = z.infer<typeof bundleIdSchema>;

/** A SHA-256 digest, 64 lower-case hex digits. Names a PDF in the blob folder and a revision of a review. */
export const sha256Schema = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .brand<'Sha256'>();
export type Sha256 = z.infer<typeof sha256Schema>;

/** A signing key's fingerprint: the SHA-256 of its SPKI DER bytes, 64 lower-case hex digits. */
export const fingerprintSchema = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .brand<'Fingerprint'>();
export type Fingerprint = z.infer<typeof fingerprintSchema>;

/** A topic of interest: a slug such as `sbi`. */
export const topicIdSchema = z
  .string()
  .regex(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/)
  .brand<'TopicId'>();
export type TopicId = z.infer<typeof topicIdSchema>;

/** A field of a review form: a slug such as `strengths`. Never `constructor`, which every record of answers has. */
export const fieldIdSchema = z
  .string()
  .regex(/^(?!constructor$)[a-z][a-z0-9-]{0,39}$/)
  .brand<'FieldId'>();
export type FieldId = z.infer<typeof fieldIdSchema>;

/** A running or finished job. Lives as long as the process. */
export const jobIdSchema = z
  .string()
  .regex(/^j-[0-9]{1,9}$/)
  .brand<'JobId'>();
export type JobId = z.infer<typeof jobIdSchema>;

/**
 * A file or folder that a person chose, dropped or named on the command line. The window holds only this token; the
 * path stays in the main process.
 */
export const fileTokenSchema = z
  .string()
  .regex(/^f-[0-9]{1,9}$/)
  .brand<'FileToken'>();
export type FileToken = z.infer<typeof fileTokenSchema>;
