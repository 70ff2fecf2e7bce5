import { z } from 'zod';
import {
  fileTokenSchema,
  personIdSchema,
  venueIdSchema,
  type PaperNumber,
  type PersonId,
} from '../model/ids';
import type { DayDate } from '../model/time';
import { route } from './define';

/** A review that a reviewer was asked for and that is not there, or not ready. */
export interface OwedReview {
  readonly paper: PaperNumber;
  readonly title: string;
  /** `missing` has not come; `draft` came and was not marked ready. */
  readonly state: 'missing' | 'draft';
  readonly due: DayDate | null;
  readonly isOverdue: boolean;
}

/** Who owes what, and how to remind them. Those who declined or have a conflict of interest owe nothing. */
export interface OwingReviewer {
  readonly person: PersonId;
  readonly name: string;
  readonly email: string;
  /** By paper. */
  readonly reviews: readonly OwedReview[];
  /** How many of this reviewer's reviews are in and ready. */
  readonly readyCount: number;
  /** A letter, ready to be read and sent. Nothing sends it by itself. */
  readonly letter: { readonly subject: string; readonly text: string };
}

const venueInput = z.strictObject({ venue: venueIdSchema });

export const owedRoutes = {
  /** Reviewers who owe reviews: those with overdue ones first, then by name. Refused: NOT_AN_ORGANIZER. */
  'owed.list': route<readonly OwingReviewer[]>()(venueInput),
  /**
   * Writes a letter to each of some people as an .eml file into a folder, for the person's own mail program to send. Files
   * of the same names are replaced.
   */
  'owed.writeLetters': route<{ readonly fileNames: readonly string[] }>()(
    venueInput.extend({ people: z.array(personIdSchema).min(1).max(10_000), folder: fileTokenSchema }),
  ),
};
