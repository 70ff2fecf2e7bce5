import { z } from 'zod';
import { topicIdSchema } from './ids';

/** Which papers a table shows by how they stand. */
const paperStandingSchema = z.enum([
  'all',
  'incomplete',
  'complete',
  'conflicts',
  'late',
  'flagged',
  'discussion',
  'unrecommended',
]);
export type PaperStanding = z.infer<typeof paperStandingSchema>;

/** Which papers a table shows; what is null asks nothing. Scores are means of the form's overall rating. */
const paperFilterSchema = z.strictObject({
  standing: paperStandingSchema,
  /** Declared by the authors or tagged by a reviewer. */
  topic: topicIdSchema.nullable(),
  lowestMean: z.number().nullable(),
  highestMean: z.number().nullable(),
  /** The least difference between a paper's highest and lowest score. */
  leastSpread: z.number().nullable(),
  /** Words that must all be found in number, title, topics or reviewers. */
  words: z.string().max(200),
});
export type PaperFilter = z.infer<typeof paperFilterSchema>;

/** A filter that lets every paper pass. */
export const EVERY_PAPER: PaperFilter = {
  standing: 'all',
  topic: null,
  lowestMean: null,
  highestMean: null,
  leastSpread: null,
  words: '',
};

/** What a table of papers shows beside number and title. */
const tableFaceSchema = z.enum(['overview', 'scores', 'topics', 'matrix']);
export type TableFace = z.infer<typeof tableFaceSchema>;

/** What a person calls a view: a line without slashes, which belong to paths. */
export const viewNameSchema = z
  .string()
  .trim()
  .min(1)
  .max(60)
  .regex(/^[^/\\\p{Cc}]+$/u);

/** A way to look at the papers of a venue that a person named and keeps. */
export const tableViewSchema = z.strictObject({
  name: viewNameSchema,
  face: tableFaceSchema,
  filter: paperFilterSchema,
  /** The column that the papers are sorted by; null is by number. */
  sort: z
    .strictObject({ columnId: z.string().min(1).max(60), direction: z.enum(['ascending', 'descending']) })
    .nullable(),
});
export type TableView = z.infer<typeof tableViewSchema>;
