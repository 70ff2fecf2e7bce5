import { z } from 'zod';
import { venueIdSchema } from '../model/ids';
import type { Instant } from '../model/time';
import type { ImportOutcome, ImportRow } from './bundle';
import { route } from './define';

/** An import that is over, as a list shows it. */
export interface ImportSummary {
  readonly id: number;
  readonly finishedAt: Instant;
  /** Whether a person stopped it before all files were looked at. */
  readonly isStopped: boolean;
  /** How many files ended in each way; ways in which none did are left out. */
  readonly counts: Readonly<Partial<Record<ImportOutcome, number>>>;
}

/** The report of an import as it was when it ended. */
export interface KeptReport extends ImportSummary {
  readonly rows: readonly ImportRow[];
}

export const importLogRoutes = {
  /** The imports that brought or tried to bring something into a venue, the newest first. */
  'importLog.list': route<readonly ImportSummary[]>()(z.strictObject({ venue: venueIdSchema })),
  /** The report of one import. Refused: REQUEST_MALFORMED when there is none of this number. */
  'importLog.get': route<KeptReport>()(
    z.strictObject({ venue: venueIdSchema, id: z.number().int().min(1).max(Number.MAX_SAFE_INTEGER) }),
  ),
};
