import { z } from 'zod';
import { fieldIdSchema } from './ids';

/** What every field has: who may read the answer after the decision, and whether a ready review must hold one. */
const fieldBase = {
  id: fieldIdSchema,
  label: z.string().min(1).max(120),
  help: z.string().max(1000),
  isRequired: z.boolean(),
  audience: z.enum(['authors', 'chairs']),
};

/** Prose in Markdown with math. Word limits are inclusive; null means none. */
export const textFieldSchema = z.strictObject({
  ...fieldBase,
  kind: z.literal('text'),
  minWords: z.number().int().min(1).nullable(),
  maxWords: z.number().int().min(1).nullable(),
});

/** A score on a scale of whole numbers, each with its anchor in words. */
export const ratingFieldSchema = z.strictObject({
  ...fieldBase,
  kind: z.literal('rating'),
  scale: z
    .array(z.strictObject({ value: z.number().int().min(-10).max(100), anchor: z.string().min(1).max(200) }))
    .min(2)
    .max(12),
});

/** One of a few named options. */
export const choiceFieldSchema = z.strictObject({
  ...fieldBase,
  kind: z.literal('choice'),
  options: z
    .array(z.strictObject({ id: fieldIdSchema, label: z.string().min(1).max(120) }))
    .min(2)
    .max(20),
});

/** Topic tags out of the venue's topics. */
export const topicsFieldSchema = z.strictObject({ ...fieldBase, kind: z.literal('topics') });

/** A yes or no with an explanation that is required when it is raised. */
export const flagFieldSchema = z.strictObject({
  ...fieldBase,
  kind: z.literal('flag'),
  detailLabel: z.string().min(1).max(200),
});

export const formFieldSchema = z.discriminatedUnion('kind', [
  textFieldSchema,
  ratingFieldSchema,
  choiceFieldSchema,
  topicsFieldSchema,
  flagFieldSchema,
]);
export type FormField = z.infer<typeof formFieldSchema>;
export type TextField = z.infer<typeof textFieldSchema>;
export type RatingField = z.infer<typeof ratingFieldSchema>;
export type ChoiceField = z.infer<typeof choiceFieldSchema>;
export type TopicsField = z.infer<typeof topicsFieldSchema>;
export type FlagField = z.infer<typeof flagFieldSchema>;

/** A review form. A review names the version it answers; field ids keep their meaning across versions. */
export const reviewFormSchema = z
  .strictObject({
    version: z.number().int().min(1),
    /** The rating field that stands for the whole review in tables and means. */
    overallField: fieldIdSchema,
    fields: z.array(formFieldSchema).min(1).max(60),
  })
  .refine((form) => new Set(form.fields.map((field) => field.id)).size === form.fields.length, {
    message: 'two fields have the same id',
  })
  .refine((form) => form.fields.some((f) => f.id === form.overallField && f.kind === 'rating'), {
    message: 'overallField must name a rating field',
  });
export type ReviewForm = z.infer<typeof reviewFormSchema>;
