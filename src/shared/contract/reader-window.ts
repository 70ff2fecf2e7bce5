import { z } from 'zod';
import { annotationIdSchema, paperNumberSchema, venueIdSchema } from '../model/ids';
import { route } from './define';

/** What the reader shows in its own window, and where in the paper it is led to. */
export const readerSubjectSchema = z.strictObject({
  venue: venueIdSchema,
  paper: paperNumberSchema,
  /** A place that the form's window leads to; null where the paper was left. */
  sought: z
    .strictObject({
      /** From 1; null for wherever the words are first. */
      page: z.number().int().min(1).max(100_000).nullable(),
      /** What is looked for there; empty where a note is meant. */
      words: z.string().max(1000),
      note: annotationIdSchema.nullable(),
    })
    .nullable(),
});
export type ReaderSubject = z.infer<typeof readerSubjectSchema>;

export const readerWindowRoutes = {
  /** What the reader's own window shows; null while there is no such window. */
  'readerWindow.get': route<ReaderSubject | null>()(z.strictObject({})),
  /** Shows a paper of mine in the reader's own window, which opens for it. Refused: NOT_AVAILABLE_HERE. */
  'readerWindow.show': route<null>()(readerSubjectSchema),
  /** Closes the reader's own window: the paper is read beside its form again. */
  'readerWindow.close': route<null>()(z.strictObject({})),
};
