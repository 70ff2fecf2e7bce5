import { z } from 'zod';

/** The most snippets that one person keeps: more could not be found again by looking. */
export const MAX_SNIPPETS = 200;

/** What a snippet is called: one line that a person can read, with nothing around it. */
export const snippetNameSchema = z
  .string()
  .min(1)
  .max(60)
  .regex(/^\S(?:[^\p{Cc}\p{Cf}]*\S)?$/u);

/** Words of my own for reuse in reviews, as Markdown; mine alone, in no bundle. */
export const snippetSchema = z.strictObject({
  name: snippetNameSchema,
  text: z.string().min(1).max(20_000),
});
export type Snippet = z.infer<typeof snippetSchema>;

/** All snippets of a person: no two have the same name. */
export const snippetsSchema = z.array(snippetSchema).max(MAX_SNIPPETS);
