import { z } from 'zod';
import type { BundleKind } from '../model/bundle';
import {
  bundleIdSchema,
  fileTokenSchema,
  paperNumberSchema,
  venueIdSchema,
  type BundleId,
  type FileToken,
  type Fingerprint,
  type JobId,
  type PaperNumber,
  type PersonId,
  type Sha256,
  type VenueId,
} from '../model/ids';
import type { DayDate, Instant } from '../model/time';
import type { ReviewStatus } from '../model/review';
import type { MyResponse } from './library';
import type { Shortcoming } from '../rules/review-completeness';
import type { ErrorReport } from './errors';
import { route } from './define';

/**
 * How a bundle's signer stands: `known` (the key on record for this person), `enrolled` (its enrolment proves that the
 * key belongs to whoever got the invitation), `first` (the first bundle of a venue: nothing to compare with), `unknown`
 * (held until a person accepts), `changed` (this person signed with another key before: held),
 * `revoked` (an organizer took the key back: refused).
 */
export type SignerStanding = 'known' | 'enrolled' | 'first' | 'unknown' | 'changed' | 'revoked';

/** What a bundle is, after it was verified and before anything of it is stored. */
export interface BundlePreview {
  readonly fileName: string;
  readonly sizeBytes: number;
  /** Whether the file is encrypted; then a key of this computer, or one that was given, opened it. */
  readonly isEncrypted: boolean;
  readonly kind: BundleKind;
  readonly id: BundleId;
  readonly venue: VenueId;
  readonly venueName: string;
  readonly created: Instant;
  readonly sequence: number;
  readonly application: string;
  readonly author: { readonly person: PersonId; readonly name: string; readonly fingerprint: Fingerprint };
  readonly standing: SignerStanding;
  /** Whom an assignment bundle is for; null for other kinds. */
  readonly recipient: string | null;
  /** Whether a reviewer made it, who asks the recipient for help; organizers make all other assignment bundles. */
  readonly isHandOver?: boolean;
  readonly papers: readonly { readonly number: PaperNumber; readonly title: string }[];
  readonly due: DayDate | null;
  readonly isAlreadyImported: boolean;
  /** Why importing it on this computer would be refused; null when nothing stands in the way. */
  readonly obstacle: ErrorReport | null;
}

/** How one file of an import ended. */
export type ImportOutcome = 'added' | 'updated' | 'already' | 'older' | 'conflict' | 'held' | 'refused';

/** One file of an import, in a sentence. */
export interface ImportRow {
  readonly fileName: string;
  /** The venue it belongs to, and what it is; null when it was refused. */
  readonly venue: VenueId | null;
  readonly kind: BundleKind | null;
  readonly outcome: ImportOutcome;
  /** For a person: what happened, or why not and what to do. */
  readonly sentence: string;
  readonly error: ErrorReport | null;
  readonly bundle: BundleId | null;
  readonly author: string | null;
  readonly papers: readonly PaperNumber[];
  readonly isLate: boolean;
}

/** What an import did, a row for each file that was looked at. Venue and kind are the last one's; null when nothing came in. */
export interface ImportReport {
  readonly venue: VenueId | null;
  readonly kind: BundleKind | null;
  readonly rows: readonly ImportRow[];
  /** Whether a person stopped it before all files were looked at. */
  readonly isStopped: boolean;
}

/** A review as it would be exported. */
export interface ExportRow {
  readonly paper: PaperNumber;
  readonly title: string;
  readonly status: ReviewStatus;
  readonly isReady: boolean;
  readonly shortcomings: readonly Shortcoming[];
  /** What I said of being asked to review it; null when nothing. */
  readonly response: MyResponse | null;
  /** Whether another computer of mine exported another version that I have not compared yet. */
  readonly hasOtherVersion: boolean;
}

/** What an export would hold, for whom, before when. */
export interface ExportPreview {
  readonly rows: readonly ExportRow[];
  /** Chairs and organizers, by name. */
  readonly recipients: readonly string[];
  /** Whether they have keys to encrypt to. */
  readonly canEncrypt: boolean;
  readonly due: DayDate | null;
  readonly suggestedName: string;
  /** How many bundles were exported before, and when the newest was. */
  readonly earlierCount: number;
  readonly lastExportedAt: Instant | null;
}

/** A bundle of a chair's or organizer's judgements that was written. */
export interface JudgementReceipt {
  readonly file: { readonly token: FileToken; readonly name: string; readonly folder: string };
  readonly bundle: BundleId;
  readonly sizeBytes: number;
  readonly sha256: Sha256;
  readonly sequence: number;
  readonly isEncrypted: boolean;
  readonly papers: readonly PaperNumber[];
}

/** A bundle of my reviews that was written. */
export interface ExportReceipt extends JudgementReceipt {
  /** Papers that I decline or have a conflict with, as it says. */
  readonly refused: readonly PaperNumber[];
  /** Reviews left out because they are not ready. */
  readonly leftOut: readonly PaperNumber[];
}

/** A bundle that waits for a person to accept or refuse its signer. */
export interface HeldBundle {
  readonly bundle: BundleId;
  readonly kind: BundleKind;
  readonly fileName: string;
  readonly author: string;
  readonly fingerprint: Fingerprint;
  readonly standing: SignerStanding;
  readonly papers: readonly PaperNumber[];
  readonly receivedAt: Instant;
  /** Why accepting the signer would not bring it in: it waits for its papers or its author; null when it would. */
  readonly obstacle: ErrorReport | null;
}

export const bundleRoutes = {
  /**
   * Verifies a bundle and says what it is. Stores nothing. `keyFile` holds age keys that may open it besides those of the
   * data folder. Job: `inspect-bundle`.
   */
  'bundle.inspect': route<JobId>()(
    z.strictObject({ file: fileTokenSchema, keyFile: fileTokenSchema.nullable().default(null) }),
  ),
  /**
   * Verifies and imports bundles, each whole or not at all. With `venue`, review bundles of other venues are refused.
   * Job: `import-bundles`.
   */
  'bundle.import': route<JobId>()(
    z.strictObject({ files: z.array(fileTokenSchema).min(1).max(10_000), venue: venueIdSchema.nullable() }),
  ),
  /** What exporting my reviews would hold. */
  'bundle.previewExport': route<ExportPreview>()(z.strictObject({ venue: venueIdSchema })),
  /** Writes one signed review bundle to a file: these reviews, and all that I said of being asked for reviews. Job: `export-reviews`. */
  'bundle.exportReviews': route<JobId>()(
    z.strictObject({
      venue: venueIdSchema,
      papers: z.array(paperNumberSchema).max(100_000),
      includeUnready: z.boolean(),
      isEncrypted: z.boolean(),
      file: fileTokenSchema,
    }),
  ),
  /** Bundles held because of their signer. */
  'bundle.listHeld': route<readonly HeldBundle[]>()(z.strictObject({ venue: venueIdSchema })),
  /** Accepts the signer of a held bundle as its author's key and imports the bundle. */
  'bundle.acceptHeld': route<ImportRow>()(z.strictObject({ venue: venueIdSchema, bundle: bundleIdSchema })),
  /** Refuses a held bundle; nothing of it is imported. The file it came from is not touched. */
  'bundle.refuseHeld': route<null>()(z.strictObject({ venue: venueIdSchema, bundle: bundleIdSchema })),
  /** Imports the sample venue's assignment bundle, built by this application from its own sources. Job: `open-sample`. */
  'sample.open': route<JobId>()(z.strictObject({})),
};
