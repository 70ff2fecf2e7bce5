import { AppError } from '@shared/contract/errors';
import type { Person } from '@shared/model/person';
import type { ReadDb } from '../store/database';
import { mayConsolidate, requireSelf } from './my-review';

/** Whose store this is, if they may see all reviews. Refused: NOT_AN_ORGANIZER for a reviewer's store. */
export function requireConsolidator(db: ReadDb): Person {
  const me = requireSelf(db);
  if (mayConsolidate(me)) return me;
  throw new AppError(
    'NOT_AN_ORGANIZER',
    `Only chairs and organizers see all reviews, and ${me.name} is a reviewer here.`,
  );
}

/** Whose store this is, if they may decide. Refused: NOT_AN_ORGANIZER. */
export function requireOrganizer(db: ReadDb, what: string): Person {
  const me = requireSelf(db);
  if (me.roles.includes('organizer')) return me;
  throw new AppError('NOT_AN_ORGANIZER', `Only organizers ${what}, and ${me.name} is not one of this venue.`);
}
