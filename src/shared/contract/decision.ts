import { z } from 'zod';
import { decisionContentSchema, type DecisionContent } from '../model/decision';
import {
  fileTokenSchema,
  paperNumberSchema,
  venueIdSchema,
  type JobId,
  type PaperNumber,
} from '../model/ids';
import type { Instant } from '../model/time';
import type { DecisionKind } from '../model/venue';
import type { ScoreSummary } from '../rules/score-summary';
import type { StandingDecision } from './consolidation';
import { route } from './define';

/** One paper to decide. */
export interface DecisionRow {
  readonly number: PaperNumber;
  readonly title: string;
  readonly overall: ScoreSummary;
  readonly receivedCount: number;
  readonly expectedCount: number;
  /** What chairs recommend, as they last said. */
  readonly recommendations: readonly { readonly chairName: string; readonly outcome: string }[];
  /** What I decided; nothing yet where `savedAt` is null. */
  readonly mine: DecisionContent;
  readonly savedAt: Instant | null;
  /** Decisions that left a machine and stand; more than one while organizers disagree. */
  readonly standing: readonly StandingDecision[];
}

/** Every paper with what is decided. */
export interface Decisions {
  readonly kinds: readonly DecisionKind[];
  readonly rows: readonly DecisionRow[];
}

/** What a decision bundle would hold. */
export interface DecisionPreview {
  readonly decidedCount: number;
  readonly undecidedCount: number;
  /** Chairs and other organizers, by name. */
  readonly recipients: readonly string[];
  /** Whether they have keys to encrypt to. */
  readonly canEncrypt: boolean;
  readonly suggestedName: string;
}

export const decisionRoutes = {
  /** Every paper with what chairs recommend and organizers decided. Refused: NOT_AN_ORGANIZER. */
  'decision.list': route<Decisions>()(z.strictObject({ venue: venueIdSchema })),
  /** Saves the decision on a paper. When it answers, the change is on disk. Refused: ANSWER_INVALID, NOT_AN_ORGANIZER. */
  'decision.save': route<{ readonly savedAt: Instant }>()(
    z.strictObject({ venue: venueIdSchema, paper: paperNumberSchema, content: decisionContentSchema }),
  ),
  /** What a decision bundle would hold. */
  'decision.previewExport': route<DecisionPreview>()(z.strictObject({ venue: venueIdSchema })),
  /** Writes one signed decision bundle to a file. Job: `export-decisions`. */
  'decision.export': route<JobId>()(
    z.strictObject({ venue: venueIdSchema, isEncrypted: z.boolean(), file: fileTokenSchema }),
  ),
};
