import type { PersonId } from '@shared/model/ids';
import type { Person } from '@shared/model/person';
import { parseAgeIdentity, type AgeIdentity } from '../bundle/age/age-keys';
import { getReplyKey } from '../store/facts';
import type { ReadDb } from '../store/database';
import { listPeople } from '../store/people';
import type { ServiceDeps } from './deps';

/** Every key of this data folder that may open an encrypted bundle: one a venue. Which one fits, the file itself says. */
export function listReplyKeys(deps: ServiceDeps): readonly AgeIdentity[] {
  return deps.stores.list().flatMap((venue) => {
    const key = openedKey(() => getReplyKey(deps.stores.open(venue).db));
    return key === null ? [] : [parseAgeIdentity(key)];
  });
}

/** A venue whose store cannot be opened has no key to offer; that is told where it is listed, not here. */
function openedKey(read: () => string | null): string | null {
  try {
    return read();
  } catch {
    return null;
  }
}

/**
 * Whom a bundle is encrypted to: those who may read it and me, so that my other computer can open it too. Empty where
 * nobody else has a key: then there is nothing to encrypt to.
 */
export function recipientsOf(
  db: ReadDb,
  me: PersonId,
  mayRead: (person: Person) => boolean,
): readonly string[] {
  const people = listPeople(db).filter((person) => person.recipient !== undefined);
  const readers = people.filter((person) => person.id !== me && mayRead(person));
  if (readers.length === 0) return [];
  const own = people.filter((person) => person.id === me);
  return [...readers, ...own].map((person) => person.recipient as string);
}
