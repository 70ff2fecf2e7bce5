import { z } from 'zod';
import {
  fileTokenSchema,
  paperNumberSchema,
  venueIdSchema,
  type Fingerprint,
  type JobId,
  type PaperNumber,
} from '../model/ids';
import type { ReceiptStatement } from '../model/receipt';
import { route } from './define';

/** A receipt that was written. */
export interface ReceiptWritten {
  readonly fileName: string;
  /** The page or the text for people, beside it; null where none was wanted. */
  readonly readableName: string | null;
  readonly papers: readonly PaperNumber[];
  readonly fingerprint: Fingerprint;
}

/**
 * Whose key signed a receipt, as far as a venue's store here knows: `mine`, that of the person it names, that of another
 * person, one that was revoked, or none that is known.
 */
export type ReceiptSigner = 'mine' | 'known' | 'another' | 'revoked' | 'unknown';

/** What checking a receipt found. */
export type ReceiptCheck =
  | {
      readonly isValid: true;
      readonly fileName: string;
      readonly statement: ReceiptStatement;
      readonly signer: ReceiptSigner;
      /** Papers whose review is here, in this very revision. */
      readonly matching: readonly PaperNumber[];
    }
  /** Why not, for a person. */
  | { readonly isValid: false; readonly fileName: string; readonly reason: string };

export const receiptRoutes = {
  /**
   * Writes a signed receipt of my reviews, without what they say, and (if wanted) the same for people beside it.
   * Refused: REVIEW_NOT_FOUND, PAPER_NOT_FOUND, FILE_UNWRITABLE, DISK_FULL, KEY_LOCKED. Job: `make-receipt`.
   */
  'receipt.make': route<JobId>()(
    z.strictObject({
      venue: venueIdSchema,
      papers: z.array(paperNumberSchema).min(1).max(1000),
      hasTitles: z.boolean(),
      readable: z.enum(['none', 'text', 'pdf']),
      pageSize: z.enum(['A4', 'Letter']),
      file: fileTokenSchema,
    }),
  ),
  /** Checks a receipt. Stores nothing. Refused: FILE_UNREADABLE. */
  'receipt.verify': route<ReceiptCheck>()(z.strictObject({ file: fileTokenSchema })),
};
