import { z } from 'zod';
import {
  fileTokenSchema,
  paperNumberSchema,
  reviewIdSchema,
  sha256Schema,
  venueIdSchema,
  type FieldId,
  type JobId,
  type PaperNumber,
  type PersonId,
  type ReviewId,
  type Sha256,
} from '../model/ids';
import type { Annotation } from '../model/annotation';
import type { DecisionContent } from '../model/decision';
import { metaContentSchema, type MetaContent } from '../model/meta-review';
import type { Paper } from '../model/paper';
import type { Role } from '../model/person';
import type { Refusal } from '../model/response';
import type { Answers } from '../model/review';
import type { DayDate, Instant } from '../model/time';
import type { TopicTag } from '../model/topic';
import type { DecisionKind, Venue } from '../model/venue';
import type { ScoreSummary } from '../rules/score-summary';
import type { Calibration } from '../rules/calibration/calibrate';
import { route } from './define';

/** One assigned or received review of a paper, in a table cell. */
export interface ReviewCell {
  readonly reviewer: PersonId;
  readonly reviewerName: string;
  /**
   * `missing` was assigned and has not come; `refused` was assigned and will not come, as `refusal` says; `draft` came unready; `conflict` has
   * versions that part.
   */
  readonly state: 'missing' | 'refused' | 'draft' | 'ready' | 'conflict';
  readonly review: ReviewId | null;
  /** Ratings on the form's scales, by field id. */
  readonly ratings: Readonly<Record<string, number>>;
  readonly topics: readonly TopicTag[];
  readonly isLate: boolean;
  /** Fields of the form that the reviewer raised as a flag. */
  readonly flags: readonly FieldId[];
  /** When the newest version was written, as its reviewer claims; null while there is none. */
  readonly writtenAt: Instant | null;
  /** Whether this paper was assigned to this reviewer. */
  readonly isAssigned: boolean;
  /** Why the reviewer will not review it, or not any more; null while they are willing. */
  readonly refusal: Refusal | null;
}

/** One paper with what has come in about it. */
export interface PaperRow {
  readonly number: PaperNumber;
  readonly title: string;
  /** Topics that the authors declared. */
  readonly declaredTopics: readonly string[];
  readonly due: DayDate | null;
  /** Assigned reviews, but for those that were refused and have not come. */
  readonly expectedCount: number;
  readonly receivedCount: number;
  /** Of the form's overall rating, over reviews that are ready and not in conflict. */
  readonly overall: ScoreSummary;
  /** The mean by the reviewers' own confidence; null where the form does not ask for it, or nobody said. */
  readonly weightedMean: number | null;
  /** Standard deviation of the scores: how far reviewers disagree. Null for fewer than two. */
  readonly deviation: number | null;
  readonly reviews: readonly ReviewCell[];
  /** Whether a chair wants the paper discussed. */
  readonly needsDiscussion: boolean;
  /** What chairs recommend, as they last said: ids of the venue's kinds of decision. */
  readonly recommendations: readonly string[];
  /** What was decided; more than one while organizers disagree. */
  readonly decisions: readonly string[];
}

/** A venue as a chair or organizer sees it. */
export interface Consolidation {
  readonly venue: Venue;
  readonly roles: readonly Role[];
  readonly myName: string;
  readonly papers: readonly PaperRow[];
  readonly expectedCount: number;
  readonly receivedCount: number;
  readonly heldCount: number;
  readonly latestSeen: Instant | null;
}

/** One version of a received review, in full. */
export interface ReceivedVersion {
  readonly hash: Sha256;
  readonly state: 'draft' | 'ready';
  readonly answers: Answers;
  /** Names of those whom the reviewer credits for their help. */
  readonly helpedBy?: readonly string[];
  readonly writtenAt: Instant;
  readonly receivedAt: Instant;
  /** How many revisions came before it. */
  readonly earlierCount: number;
  /** Whether it answers another version of the form than the venue's current one. */
  readonly isOtherForm: boolean;
}

/** A received review. More than one version means a conflict: chains of revisions that part. */
export interface ReceivedReview {
  readonly review: ReviewId;
  readonly reviewerName: string;
  readonly isLate: boolean;
  readonly isAssigned: boolean;
  readonly versions: readonly ReceivedVersion[];
  /** The versions that somebody set aside in favour of what stands, and who; null where nobody did. */
  readonly settled: {
    readonly byName: string;
    readonly settledAt: Instant;
    readonly setAside: readonly ReceivedVersion[];
  } | null;
}

/** One version of a chair's meta-review. */
export interface ReceivedMetaVersion {
  readonly hash: Sha256;
  readonly content: MetaContent;
  readonly writtenAt: Instant;
  /** Whether a review that it stands on was replaced, or another came, since it was written. */
  readonly isOutdated: boolean;
}

/** Another chair's meta-review. More than one version where computers of that chair disagree. */
export interface ReceivedMetaReview {
  readonly chair: PersonId;
  readonly chairName: string;
  readonly versions: readonly ReceivedMetaVersion[];
}

/** My meta-review of a paper. */
export interface MyMetaReview {
  readonly content: MetaContent;
  /** When the newest change was committed to disk; null before the first. */
  readonly savedAt: Instant | null;
}

/** A decision as it stands; more than one while organizers disagree. */
export interface StandingDecision {
  readonly organizerName: string;
  readonly content: DecisionContent;
  readonly writtenAt: Instant;
}

/** A reviewer who will not review a paper, and why. */
export interface ReceivedRefusal {
  readonly reviewer: PersonId;
  readonly reviewerName: string;
  readonly refusal: Refusal;
  readonly statedAt: Instant;
}

/** A paper with its reviews in full, for reading beside its PDF. */
export interface ConsolidatedPaper {
  readonly paper: Paper;
  readonly pdfUrl: string;
  readonly reviews: readonly ReceivedReview[];
  readonly missing: readonly string[];
  /** Who declined or has a conflict of interest, by name. */
  readonly refusals: readonly ReceivedRefusal[];
  /** Outcomes that the venue gives, for recommendations. */
  readonly decisionKinds: readonly DecisionKind[];
  readonly myMetaReview: MyMetaReview;
  /** Meta-reviews of others. */
  readonly metaReviews: readonly ReceivedMetaReview[];
  readonly decisions: readonly StandingDecision[];
  /** What reviewers marked on the paper and let chairs see, by reviewer. */
  readonly annotations: readonly ReceivedMark[];
}

/** A reviewer's annotation, as a chair sees it. */
export interface ReceivedMark {
  readonly reviewerName: string;
  readonly annotation: Annotation;
}

/** What a consolidation bundle would hold. */
export interface ConsolidationPreview {
  /** Papers with a meta-review of mine, by number. */
  readonly metaReviews: readonly { readonly paper: PaperNumber; readonly title: string }[];
  /** Review bundles that travel with it as they came. */
  readonly reviewBundleCount: number;
  readonly settlementCount: number;
  /** Other chairs and organizers, by name. */
  readonly recipients: readonly string[];
  /** Whether they have keys to encrypt to. */
  readonly canEncrypt: boolean;
  readonly suggestedName: string;
}

const paperInput = z.strictObject({ venue: venueIdSchema, paper: paperNumberSchema });

export const consolidationRoutes = {
  /**
   * Settles a review whose versions part: `keep` stands. A later word replaces an earlier one.
   * Refused: REVIEW_NOT_FOUND when the review has no such version or nothing to settle.
   */
  'review.settle': route<null>()(paperInput.extend({ review: reviewIdSchema, keep: sha256Schema })),
  /** Saves my meta-review of a paper. When it answers, the change is on disk. Refused: ANSWER_INVALID. */
  'metaReview.save': route<MyMetaReview>()(paperInput.extend({ content: metaContentSchema })),
  /** What a consolidation bundle of mine would hold. */
  'consolidation.previewExport': route<ConsolidationPreview>()(z.strictObject({ venue: venueIdSchema })),
  /** Writes one signed consolidation bundle to a file. Job: `export-consolidation`. */
  'consolidation.export': route<JobId>()(
    z.strictObject({ venue: venueIdSchema, isEncrypted: z.boolean(), file: fileTokenSchema }),
  ),
  /** Papers x reviews: ratings, means, topics, what is missing. */
  'consolidation.get': route<Consolidation>()(z.strictObject({ venue: venueIdSchema })),
  /** Scores as the panel's average reviewer would have given them, or why that cannot be told (docs/calibration.md). */
  'consolidation.calibrate': route<Calibration>()(z.strictObject({ venue: venueIdSchema })),
  /** One paper with every received review in full. */
  'consolidation.getPaper': route<ConsolidatedPaper>()(paperInput),
  /** The papers as CSV, as `consolidation.exportPapers` writes them. */
  'consolidation.getPapersTable': route<{ readonly csv: string; readonly rowCount: number }>()(
    z.strictObject({ venue: venueIdSchema, papers: z.array(paperNumberSchema).max(100_000).nullable() }),
  ),
  /**
   * Writes papers as CSV (RFC 4180, UTF-8 with BOM, formulas escaped): one row a paper, those that are named in the order
   * in which they are named; all by number with null.
   */
  'consolidation.exportPapers': route<{ readonly rowCount: number; readonly fileName: string }>()(
    z.strictObject({
      venue: venueIdSchema,
      papers: z.array(paperNumberSchema).max(100_000).nullable(),
      file: fileTokenSchema,
    }),
  ),
  /** The table as CSV, as `consolidation.exportTable` writes it. */
  'consolidation.getTable': route<{ readonly csv: string; readonly rowCount: number }>()(
    z.strictObject({ venue: venueIdSchema }),
  ),
  /** Writes the table as CSV (RFC 4180, UTF-8 with BOM, formulas escaped): one row a review. */
  'consolidation.exportTable': route<{ readonly rowCount: number; readonly fileName: string }>()(
    z.strictObject({ venue: venueIdSchema, file: fileTokenSchema }),
  ),
};
