import { z } from 'zod';
import { paperNumberSchema, venueIdSchema } from '../model/ids';
import type { Finding } from '../rules/review-checks/finding';
import { FINDING_KEY } from '../rules/review-checks/finding-key';
import { route } from './define';

const paperInput = z.strictObject({ venue: venueIdSchema, paper: paperNumberSchema });

/** Something to look at in my review, and whether I have put it aside. */
export interface CheckedFinding {
  readonly finding: Finding;
  /** What it is put aside by: `findingKey`. */
  readonly key: string;
  readonly isDismissed: boolean;
}

export const reviewCheckRoutes = {
  /** Everything to look at in my review of a paper, as it is on disk: what is required first. */
  'review.check': route<readonly CheckedFinding[]>()(paperInput.extend({ hasToneHints: z.boolean() })),
  /** The keys of what I have put aside in my review of a paper. */
  'review.listDismissed': route<readonly string[]>()(paperInput),
  /** Puts a finding aside, for as long as the text that it is about stays as it is. */
  'review.dismiss': route<null>()(paperInput.extend({ finding: z.string().regex(FINDING_KEY) })),
  /** Shows everything again that was put aside in my review of a paper. */
  'review.undismissAll': route<null>()(paperInput),
};
