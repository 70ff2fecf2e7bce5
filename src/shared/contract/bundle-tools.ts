import { z } from 'zod';
import { ageRecipientSchema } from '../model/person';
import { fileTokenSchema, type JobId, type Sha256 } from '../model/ids';
import { route } from './define';

/** What reviews and other contents can be turned into, for people and for other programs. */
export const textFormatSchema = z.enum(['json', 'csv', 'markdown', 'text']);
export type TextFormat = z.infer<typeof textFormatSchema>;

/** A payload that was extracted. */
export interface ExtractReport {
  /** The new folder's name. */
  readonly folder: string;
  /** Paths inside it. */
  readonly files: readonly string[];
  readonly sizeBytes: number;
}

/** A bundle in another form: in `text`, or in the file that was named. */
export interface ConvertReport {
  /** Null when it went to a file. */
  readonly text: string | null;
  readonly sizeBytes: number;
  readonly sha256: Sha256;
}

/** A bundle that was written plain or encrypted. */
export interface RecodeReport {
  readonly sizeBytes: number;
  readonly sha256: Sha256;
}

/** A bundle, and a file of age keys that may open it besides those of the data folder. */
const source = { file: fileTokenSchema, keyFile: fileTokenSchema.nullable() };

export const bundleToolRoutes = {
  /** Verifies a bundle and tells all that it says. `venueFile` lends it words. Stores nothing. Job: `read-bundle`. */
  'bundle.read': route<JobId>()(z.strictObject({ ...source, venueFile: fileTokenSchema.nullable() })),
  /** Verifies two bundles and tells what changed from the first to the second. Stores nothing. Job: `diff-bundles`. */
  'bundle.diff': route<JobId>()(
    z.strictObject({
      before: fileTokenSchema,
      after: fileTokenSchema,
      keyFile: fileTokenSchema.nullable(),
      venueFile: fileTokenSchema.nullable(),
    }),
  ),
  /** Verifies a bundle and writes its files to a new folder, all or nothing. Job: `extract-bundle`. */
  'bundle.extract': route<JobId>()(
    z.strictObject({ ...source, folder: fileTokenSchema, hasTags: z.boolean() }),
  ),
  /** Verifies a bundle and answers it in another form, or writes that to `out`. Job: `convert-bundle`. */
  'bundle.convert': route<JobId>()(
    z.strictObject({
      ...source,
      venueFile: fileTokenSchema.nullable(),
      format: textFormatSchema,
      out: fileTokenSchema.nullable(),
    }),
  ),
  /** Verifies a bundle and writes it plain, or encrypted to recipients when there are any. Job: `recode-bundle`. */
  'bundle.recode': route<JobId>()(
    z.strictObject({ ...source, recipients: z.array(ageRecipientSchema).max(1000), out: fileTokenSchema }),
  ),
};
