import { z } from 'zod';
import { annotationIdSchema, paperNumberSchema, personIdSchema, sha256Schema } from './ids';
import { instantSchema } from './time';

/** What a mark looks like on the page. A note is a point, an area a rectangle; the others follow text. */
export const annotationKindSchema = z.enum(['highlight', 'underline', 'note', 'area']);
export type AnnotationKind = z.infer<typeof annotationKindSchema>;

/** What a reviewer says with a mark; its colour follows. */
export const annotationMeaningSchema = z.enum(['strength', 'weakness', 'question', 'error', 'minor']);
export type AnnotationMeaning = z.infer<typeof annotationMeaningSchema>;

/** Who may read it: its writer alone; chairs and organizers too; authors too, after the decision. */
export const annotationVisibilitySchema = z.enum(['mine', 'chairs', 'authors']);
export type AnnotationVisibility = z.infer<typeof annotationVisibilitySchema>;

/** A PDF coordinate: points (1/72 inch) in the page's user space, unrotated, y upwards, to a hundredth. */
const coordinateSchema = z.number().min(-100_000).max(100_000);

/**
 * Four corners of a piece of text or an area: x and y of top left, top right, bottom left, bottom right, as PDF's
 * `QuadPoints` are written in practice (ISO 32000-2, 12.5.6.10).
 */
export const quadSchema = z.array(coordinateSchema).length(8);
export type Quad = z.infer<typeof quadSchema>;

/** Quads on one page. `page` counts from 1. */
export const pageQuadsSchema = z.strictObject({
  page: z.number().int().min(1).max(100_000),
  quads: z.array(quadSchema).min(1).max(1000),
});
export type PageQuads = z.infer<typeof pageQuadsSchema>;

/** Text as it stands on the page, with what stands around it: at most 32 characters before and after. */
export const quoteSchema = z.strictObject({
  exact: z.string().min(1).max(20_000),
  prefix: z.string().max(200),
  suffix: z.string().max(200),
});
export type Quote = z.infer<typeof quoteSchema>;

/** What a reviewer writes and marks. */
export const annotationContentSchema = z.strictObject({
  kind: annotationKindSchema,
  meaning: annotationMeaningSchema,
  /** Markdown with math; empty for a bare mark. */
  comment: z.string().max(20_000),
  visibility: annotationVisibilitySchema,
  /** The PDF that it is on. */
  pdf: sha256Schema,
  /** A selection over a page break has quads on each of its pages, ascending. */
  pages: z.array(pageQuadsSchema).min(1).max(100),
  /** The first page's label, such as `iv`, where the PDF has labels. */
  pageLabel: z.string().max(40).nullable(),
  /** Null where there is no text: an area, a note, a scan. */
  quote: quoteSchema.nullable(),
});
export type AnnotationContent = z.infer<typeof annotationContentSchema>;

/**
 * An annotation as it stands. `version` counts its changes from 1; of two versions the higher stands, of equally high ones
 * that whose canonical JSON has the higher SHA-256.
 */
export const annotationSchema = z.strictObject({
  id: annotationIdSchema,
  paper: paperNumberSchema,
  creator: personIdSchema,
  version: z.number().int().min(1).max(1_000_000_000),
  createdAt: instantSchema,
  modifiedAt: instantSchema,
  content: annotationContentSchema,
});
export type Annotation = z.infer<typeof annotationSchema>;
