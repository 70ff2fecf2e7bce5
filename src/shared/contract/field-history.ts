import { z } from 'zod';
import { fieldIdSchema, paperNumberSchema, venueIdSchema } from '../model/ids';
import type { Answer } from '../model/review';
import type { Instant } from '../model/time';
import { route } from './define';
import type { Draft } from './library';

const fieldInput = z.strictObject({ venue: venueIdSchema, paper: paperNumberSchema, field: fieldIdSchema });
const versionInput = fieldInput.extend({ version: z.number().int().min(1).max(Number.MAX_SAFE_INTEGER) });

/** Something that happened to a review as a whole, while a version of an answer stood. */
export interface ReviewMoment {
  readonly kind: 'ready' | 'taken-back' | 'exported';
  readonly at: Instant;
}

/** An answer as it stood for a while. */
export interface AnswerVersion {
  readonly id: number;
  /** When it began to be written. */
  readonly since: Instant;
  /** When it was last changed before the next version began. */
  readonly changedAt: Instant;
  /** Words of its prose; null for an answer without prose. */
  readonly wordCount: number | null;
  /** Whether it cleared the answer. */
  readonly isCleared: boolean;
  /** What happened to the review while it stood, oldest first. */
  readonly moments: readonly ReviewMoment[];
}

export const fieldHistoryRoutes = {
  /** The versions of one of my answers, newest first; the first of them is what stands now. */
  'review.listVersions': route<readonly AnswerVersion[]>()(fieldInput),
  /** The answer of a version; null where it was cleared. Refused: VERSION_NOT_FOUND. */
  'review.readVersion': route<Answer | null>()(versionInput),
  /**
   * Makes an answer what it was in a version. What stands now stays a version of its own.
   * Refused: VERSION_NOT_FOUND; ANSWER_INVALID when the form no longer takes such an answer.
   */
  'review.restoreVersion': route<Draft>()(versionInput),
};
