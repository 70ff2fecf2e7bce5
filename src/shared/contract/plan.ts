import { z } from 'zod';
import { paperNumberSchema, venueIdSchema, type PaperNumber } from '../model/ids';
import { route } from './define';

/** How long I was at a paper, by what the window saw of it. Private to this computer. */
export interface TimeSpent {
  readonly paper: PaperNumber;
  readonly activeMs: number;
  readonly todayMs: number;
}

/** The most that can be added at once: what a window gathers before it tells. */
const MAX_ADDED_MS = 10 * 60_000;

export const planRoutes = {
  /** How long I was at each paper of a venue, by paper; those without any are left out. */
  'time.list': route<readonly TimeSpent[]>()(z.strictObject({ venue: venueIdSchema })),
  /** Adds to the time at a paper, today. At most 10 minutes at once. Refused: PAPER_NOT_FOUND. */
  'time.add': route<null>()(
    z.strictObject({
      venue: venueIdSchema,
      paper: paperNumberSchema,
      activeMs: z.number().int().min(1).max(MAX_ADDED_MS),
    }),
  ),
  /** Forgets how long I was at any paper of a venue. */
  'time.forget': route<null>()(z.strictObject({ venue: venueIdSchema })),
};
