import { z } from 'zod';
import { paperNumberSchema, venueIdSchema, type PaperNumber } from '../model/ids';
import { refusalSchema } from '../model/response';
import type { Answers } from '../model/review';
import type { Instant } from '../model/time';
import { route } from './define';
import type { MyResponse } from './library';

/** What a review said, and whether it was marked ready. */
export interface ReviewState {
  readonly answers: Answers;
  readonly isReady: boolean;
}

/** A review of mine that changed since it was last exported. */
export interface ReviewChange {
  readonly paper: PaperNumber;
  readonly title: string;
  /** When the newest export of it was in place, here or on another computer of mine. */
  readonly exportedAt: Instant;
  readonly before: ReviewState;
  readonly now: ReviewState;
  /** Whether notes on the page that go out with it were made, changed or taken back. */
  readonly haveNotesChanged: boolean;
}

const paperInput = z.strictObject({ venue: venueIdSchema, paper: paperNumberSchema });

export const paperActRoutes = {
  /**
   * Says that I will not review a paper: I decline it, or have a conflict of interest. What I wrote stays and does not go
   * out; the word goes out with the next export. Refused: PAPER_NOT_FOUND.
   */
  'paper.refuse': route<MyResponse>()(paperInput.extend({ statement: refusalSchema })),
  /**
   * Takes back that I will not review a paper: forgotten where it never left this computer (null), else told with the next
   * export. Refused: PAPER_NOT_FOUND, NOTHING_TO_TAKE_BACK.
   */
  'paper.takeBack': route<MyResponse | null>()(paperInput),
  /** What my reviews say that differs from what was last exported of them, by paper. */
  'review.changes': route<readonly ReviewChange[]>()(z.strictObject({ venue: venueIdSchema })),
};
