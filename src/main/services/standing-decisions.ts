import type { StandingDecision } from '@shared/contract/consolidation';
import type { PaperNumber, PersonId } from '@shared/model/ids';
import type { Person } from '@shared/model/person';
import type { ReadDb } from '../store/database';
import {
  listDecisionRevisions,
  listDecisionRevisionsOn,
  type StoredDecisionRevision,
} from '../store/decisions';
import { groupBy } from './group-by';
import { standingRevisions } from './histories';
import { nameOf } from './received-reviews';

/** The decisions that left a machine and stand, by paper. */
export function listStandingDecisions(
  db: ReadDb,
): ReadonlyMap<PaperNumber, readonly StoredDecisionRevision['revision'][]> {
  const byPaper = groupBy(listDecisionRevisions(db), ({ revision }) => revision.paper);
  return new Map(
    [...byPaper].map(([paper, revisions]) => [
      paper,
      standingRevisions(revisions).map(({ revision }) => revision),
    ]),
  );
}

/** The decisions on one paper that left a machine and stand, for people. */
export function readStandingDecisions(
  db: ReadDb,
  paper: PaperNumber,
  people: ReadonlyMap<PersonId, Person>,
): readonly StandingDecision[] {
  return standingRevisions(listDecisionRevisionsOn(db, paper)).map(({ revision }) =>
    toStanding(revision, people),
  );
}

/** A decision as people read it. */
export function toStanding(
  { organizer, content, writtenAt }: StoredDecisionRevision['revision'],
  people: ReadonlyMap<PersonId, Person>,
): StandingDecision {
  return { organizerName: nameOf(people, organizer), content, writtenAt };
}
