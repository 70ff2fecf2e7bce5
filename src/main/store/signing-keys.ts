import type { Fingerprint, PersonId } from '@shared/model/ids';
import type { Instant } from '@shared/model/time';
import { change, selectAll, type ReadDb, type WriteDb } from './database';

/** Why a key counts as a person's: it came first, their invitation vouches for it, or somebody accepted it. */
export type TrustReason = 'first' | 'enrolment' | 'acceptance';

/** The fingerprints of a person's keys. Empty when none is on record. */
export function listKeys(db: ReadDb, person: PersonId): Fingerprint[] {
  return selectAll<{ fingerprint: Fingerprint }>(
    db,
    'SELECT fingerprint FROM signing_keys WHERE person = ? ORDER BY fingerprint',
    person,
  ).map((row) => row.fingerprint);
}

/** Records that a key is a person's. A known key keeps its first reason. */
export function saveKey(
  db: WriteDb,
  person: PersonId,
  fingerprint: Fingerprint,
  reason: TrustReason,
  since: Instant,
): void {
  change(
    db,
    'INSERT INTO signing_keys VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
    person,
    fingerprint,
    reason,
    since,
  );
}
