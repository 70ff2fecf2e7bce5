import { AppError } from '@shared/contract/errors';
import type { Person } from '@shared/model/person';
import type { VerifiedBundle } from '../bundle/verify-bundle';
import type { ReadDb } from '../store/database';
import { getSelf } from '../store/facts';
import { getPerson, listRolesOf } from '../store/people';
import { mayConsolidate } from './my-review';

/**
 * Who made a bundle, when this store is one that may have other people's work. Refused: BUNDLE_WRONG_PERSON (this store
 * is a reviewer's), BUNDLE_UNKNOWN_SIGNER (nobody of this venue).
 */
export function requireSender(db: ReadDb, bundle: VerifiedBundle, what: string): Person {
  const self = getSelf(db);
  if (self === undefined || !mayConsolidate({ roles: listRolesOf(db, self) })) {
    throw new AppError(
      'BUNDLE_WRONG_PERSON',
      `${bundle.fileName} holds ${what}, which only chairs and organizers may import.`,
    );
  }
  const { author } = bundle.header;
  const person = getPerson(db, author.person);
  if (person === undefined) {
    throw new AppError(
      'BUNDLE_UNKNOWN_SIGNER',
      `${bundle.fileName} says it is from somebody who is not a person of this venue. Nothing was imported; ask who sent it.`,
      `person ${author.person}, key ${author.fingerprint}`,
    );
  }
  return person;
}

/** The same, from somebody who may judge papers here. Refused besides: BUNDLE_INVALID when they may not. */
export function requireJudge(
  db: ReadDb,
  bundle: VerifiedBundle,
  what: string,
  roles: readonly Person['roles'][number][],
): Person {
  const person = requireSender(db, bundle, what);
  if (person.roles.some((role) => roles.includes(role))) return person;
  throw new AppError(
    'BUNDLE_WRONG_PERSON',
    `${bundle.fileName} holds ${what} from ${person.name}, who is no ${roles.join(' or ')} of this venue. Nothing was imported.`,
  );
}
