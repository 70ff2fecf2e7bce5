import { z } from 'zod';
import {
  fileTokenSchema,
  paperNumberSchema,
  venueIdSchema,
  type PaperNumber,
  type PersonId,
  type ReviewId,
  type Sha256,
} from '../model/ids';
import type { Paper } from '../model/paper';
import type { Role } from '../model/person';
import type { Answers } from '../model/review';
import type { DayDate, Instant } from '../model/time';
import type { TopicTag } from '../model/topic';
import type { Venue } from '../model/venue';
import type { ScoreSummary } from '../rules/score-summary';
import { route } from './define';

/** One assigned or received review of a paper, in a table cell. */
export interface ReviewCell {
  readonly reviewer: PersonId;
  readonly reviewerName: string;
  /** `missing` was assigned and has not come; `draft` came unready; `conflict` has versions that part. */
  readonly state: 'missing' | 'draft' | 'ready' | 'conflict';
  readonly review: ReviewId | null;
  /** Ratings on the form's scales, by field id. */
  readonly ratings: Readonly<Record<string, number>>;
  readonly topics: readonly TopicTag[];
  readonly isLate: boolean;
  /** Whether this paper was assigned to this reviewer. */
  readonly isAssigned: boolean;
}

/** One paper with what has come in about it. */
export interface PaperRow {
  readonly number: PaperNumber;
  readonly title: string;
  /** Topics that the authors declared. */
  readonly declaredTopics: readonly string[];
  readonly due: DayDate | null;
  readonly expectedCount: number;
  readonly receivedCount: number;
  /** Of the form's overall rating, over reviews that are ready and not in conflict. */
  readonly overall: ScoreSummary;
  readonly reviews: readonly ReviewCell[];
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
}

/** A paper with its reviews in full, for reading beside its PDF. */
export interface ConsolidatedPaper {
  readonly paper: Paper;
  readonly pdfUrl: string;
  readonly reviews: readonly ReceivedReview[];
  readonly missing: readonly string[];
}

export const consolidationRoutes = {
  /** Papers x reviews: ratings, means, topics, what is missing. */
  'consolidation.get': route<Consolidation>()(z.strictObject({ venue: venueIdSchema })),
  /** One paper with every received review in full. */
  'consolidation.getPaper': route<ConsolidatedPaper>()(
    z.strictObject({ venue: venueIdSchema, paper: paperNumberSchema }),
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
