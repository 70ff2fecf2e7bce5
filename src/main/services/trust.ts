import { AppError } from '@shared/contract/errors';
import type { PersonKeys } from '@shared/contract/trust';
import type { Fingerprint, PersonId, VenueId } from '@shared/model/ids';
import { transact } from '../store/database';
import { listPeople } from '../store/people';
import { listKnownKeys, saveRevokedKey } from '../store/signing-keys';
import { requireConsolidator } from './consolidator';
import { nowInstant, type ServiceDeps } from './deps';
import { groupBy } from './group-by';

/** Everybody of the venue with the keys on record, by name. */
export function listTrust(deps: ServiceDeps, input: { readonly venue: VenueId }): readonly PersonKeys[] {
  const { db } = deps.stores.open(input.venue);
  const keys = groupBy(listKnownKeys(db), ({ person }) => person);
  return listPeople(db).map(({ id, name, roles }) => ({
    person: id,
    name,
    roles,
    keys: (keys.get(id) ?? []).map(({ person: _person, ...key }) => key),
  }));
}

/**
 * Revokes a key on record: what it signs from now on is refused here, and the next assignment bundles tell chairs. What came
 * in before stays. Refused: KEY_NOT_FOUND, NOT_AN_ORGANIZER.
 */
export function revokeKey(
  deps: ServiceDeps,
  input: { readonly venue: VenueId; readonly person: PersonId; readonly fingerprint: Fingerprint },
): null {
  const { db } = deps.stores.open(input.venue);
  requireConsolidator(db);
  const isOnRecord = listKnownKeys(db).some(
    ({ person, fingerprint }) => person === input.person && fingerprint === input.fingerprint,
  );
  if (!isOnRecord) {
    throw new AppError('KEY_NOT_FOUND', 'This key is not on record for this person. Look at the list again.');
  }
  transact(db, () => {
    saveRevokedKey(db, input.person, input.fingerprint, nowInstant(deps.clock));
  });
  return null;
}
