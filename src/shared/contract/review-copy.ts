import { z } from 'zod';
import { fileTokenSchema, paperNumberSchema, venueIdSchema, type FileToken, type JobId } from '../model/ids';
import { route } from './define';

/** Copies that were written. */
export interface CopiesWritten {
  /** The file of one review, or the folder of several. */
  readonly target: { readonly token: FileToken; readonly name: string };
  readonly fileNames: readonly string[];
}

const copies = z.strictObject({
  venue: venueIdSchema,
  papers: z.array(paperNumberSchema).min(1).max(10_000),
  /** Whether answers that only chairs may read are in; in a copy for oneself they are. */
  includesConfidential: z.boolean(),
});

export const reviewCopyRoutes = {
  /** My reviews as one plain text. Refused: REVIEW_NOT_FOUND, PAPER_NOT_FOUND. */
  'copy.toText': route<{ readonly text: string }>()(copies),
  /**
   * Writes a copy of each review as plain text or PDF: of one to a file, of several into a folder, where no file is
   * replaced. Refused: REVIEW_NOT_FOUND, PAPER_NOT_FOUND, NOT_AVAILABLE_HERE, FILE_UNWRITABLE, DISK_FULL.
   * Job: `write-copies`.
   */
  'copy.write': route<JobId>()(
    copies.extend({
      format: z.enum(['text', 'pdf']),
      pageSize: z.enum(['A4', 'Letter']),
      target: fileTokenSchema,
    }),
  ),
};
