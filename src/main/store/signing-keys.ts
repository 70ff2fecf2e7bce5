import type { Fingerprint, PersonId } from '@shared/model/ids';
import type { Instant } from '@shared/model/time';
import { change, selectAll, selectOne, type ReadDb, type WriteDb } from './database';

/** Why a key counts as a person's: it came first, their invitation vouches for it, or somebody accepted it. */
export type TrustReason = 'first' | 'enrolment' | 'acceptance';

/** The fingerprints of a person's keys that were not revoked. Empty when none is on record. */
export function listKeys(db: ReadDb, person: PersonId): Fingerprint[] {
  return selectAll<{ fingerprint: Fingerprint }>(
    db,
    `SELECT fingerprint FROM signing_keys AS k WHERE person = ?
       AND NOT EXISTS (SELECT 1 FROM revoked_keys AS r WHERE r.person = k.person AND r.fingerprint = k.fingerprint)
     ORDER BY fingerprint`,
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

/** A key on record. */
export interface KnownKey {
  readonly person: PersonId;
  readonly fingerprint: Fingerprint;
  readonly reason: TrustReason;
  readonly since: Instant;
  readonly isRevoked: boolean;
}

/** Every key on record, by person and since when; keys that were revoked before they were ever seen are left out. */
export function listKnownKeys(db: ReadDb): KnownKey[] {
  return selectAll<Omit<KnownKey, 'isRevoked'> & { isRevoked: number }>(
    db,
    `SELECT person, fingerprint, trusted_by AS reason, since,
       EXISTS (SELECT 1 FROM revoked_keys AS r WHERE r.person = k.person AND r.fingerprint = k.fingerprint) AS isRevoked
     FROM signing_keys AS k ORDER BY person, since, fingerprint`,
  ).map((row) => ({ ...row, isRevoked: row.isRevoked === 1 }));
}

/** Whether a key of a person was revoked. */
export function isRevoked(db: ReadDb, person: PersonId, fingerprint: Fingerprint): boolean {
  return (
    selectOne(db, 'SELECT 1 FROM revoked_keys WHERE person = ? AND fingerprint = ?', person, fingerprint) !==
    undefined
  );
}

/** Records that a key is not to be believed any more. It stays on record. */
export function saveRevokedKey(
  db: WriteDb,
  person: PersonId,
  fingerprint: Fingerprint,
  since: Instant,
): void {
  change(db, 'INSERT INTO revoked_keys VALUES (?, ?, ?) ON CONFLICT DO NOTHING', person, fingerprint, since);
}
