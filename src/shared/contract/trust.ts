import { z } from 'zod';
import {
  fingerprintSchema,
  personIdSchema,
  venueIdSchema,
  type Fingerprint,
  type PersonId,
} from '../model/ids';
import type { Role } from '../model/person';
import type { Instant } from '../model/time';
import { route } from './define';

/** A key on record for a person, and why it is believed. */
export interface TrustedKey {
  readonly fingerprint: Fingerprint;
  /** It came with the first bundle of the venue, the person's invitation vouches for it, or somebody here accepted it. */
  readonly reason: 'first' | 'enrolment' | 'acceptance';
  readonly since: Instant;
  readonly isRevoked: boolean;
}

/** A person of the venue with the keys on record. */
export interface PersonKeys {
  readonly person: PersonId;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly keys: readonly TrustedKey[];
}

export const trustRoutes = {
  /** Everybody of the venue with the keys on record, by name. */
  'trust.list': route<readonly PersonKeys[]>()(z.strictObject({ venue: venueIdSchema })),
  /**
   * Revokes a key: what it signs from now on is refused here, and an organizer's next assignment bundles tell chairs. What
   * came in before stays. Refused: KEY_NOT_FOUND, NOT_AN_ORGANIZER for a reviewer's store.
   */
  'trust.revoke': route<null>()(
    z.strictObject({ venue: venueIdSchema, person: personIdSchema, fingerprint: fingerprintSchema }),
  ),
};
