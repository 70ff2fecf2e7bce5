import { z } from 'zod';
import { paperNumberSchema, sha256Schema, topicIdSchema } from './ids';

/** An author of a paper. Never in a reviewer's bundle under double-blind review. */
export const authorSchema = z.strictObject({
  name: z.string().min(1).max(200),
  email: z.email().max(254).nullable(),
});
export type Author = z.infer<typeof authorSchema>;

/** A PDF in the blob folder. */
export const pdfSchema = z.strictObject({
  sha256: sha256Schema,
  sizeBytes: z.number().int().min(1),
});
export type Pdf = z.infer<typeof pdfSchema>;

/** A submitted work as its readers may see it. `authors` is empty where the reader may not know them. */
export const paperSchema = z.strictObject({
  number: paperNumberSchema,
  title: z.string().min(1).max(500),
  abstract: z.string().max(20_000),
  keywords: z.array(z.string().min(1).max(100)).max(50),
  /** Topics that the authors declared. */
  topics: z.array(topicIdSchema).max(20),
  authors: z.array(authorSchema).max(500),
  pdf: pdfSchema,
});
export type Paper = z.infer<typeof paperSchema>;
