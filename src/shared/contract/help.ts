import { z } from 'zod';
import {
  fileTokenSchema,
  paperNumberSchema,
  personIdSchema,
  venueIdSchema,
  type JobId,
  type PersonId,
  type Sha256,
} from '../model/ids';
import type { Answers } from '../model/review';
import type { Instant } from '../model/time';
import { route } from './define';

/** A review that a helper sent, as a proposal for mine. */
export interface Proposal {
  readonly hash: Sha256;
  readonly answers: Answers;
  readonly isReady: boolean;
  readonly writtenAt: Instant;
  readonly receivedAt: Instant;
}

/** Somebody whom I asked to help with a paper. */
export interface Helper {
  readonly person: PersonId;
  readonly name: string;
  readonly email: string;
  readonly handedAt: Instant;
  /** Whether my review credits them: chairs and organizers read that. */
  readonly isCredited: boolean;
  /** More than one where versions part; longest history first. */
  readonly proposals: readonly Proposal[];
}

/** The help with a paper. */
export interface Help {
  /** What the venue's policy says of sub-reviewers; null where it says nothing: ask the chairs. */
  readonly isAllowed: boolean | null;
  /** By name. */
  readonly helpers: readonly Helper[];
}

const paperInput = z.strictObject({ venue: venueIdSchema, paper: paperNumberSchema });

export const helpRoutes = {
  /** Whom I asked to help with a paper, and what they sent. Refused: PAPER_NOT_FOUND. */
  'help.get': route<Help>()(paperInput),
  /** Credits a helper in my review, or no longer. Refused: PAPER_NOT_FOUND, HELPER_NOT_FOUND. */
  'help.credit': route<null>()(paperInput.extend({ person: personIdSchema, isCredited: z.boolean() })),
  /** Writes a signed bundle with one paper of mine for somebody who helps me with its review. Job: `hand-over`. */
  'help.handOver': route<JobId>()(
    paperInput.extend({
      name: z.string().trim().min(1).max(200),
      email: z.email().max(254),
      file: fileTokenSchema,
    }),
  ),
};
