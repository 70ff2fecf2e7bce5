import { z } from 'zod';
import { paperNumberSchema, personIdSchema } from './ids';
import { dayDateSchema } from './time';

/** One reviewer is to review one paper (or one chair to consolidate it) by the end of a day, Anywhere on Earth. */
export const assignmentSchema = z.strictObject({
  paper: paperNumberSchema,
  person: personIdSchema,
  role: z.enum(['reviewer', 'chair']),
  due: dayDateSchema.nullable(),
});
export type Assignment = z.infer<typeof assignmentSchema>;
