import type { ReceivedReview, ReceivedVersion } from '@shared/contract/consolidation';
import type { Assignment } from '@shared/model/assignment';
import type { PersonId } from '@shared/model/ids';
import type { Person } from '@shared/model/person';
import type { Venue } from '@shared/model/venue';
import { isAfter } from '@shared/rules/deadlines';
import { settleChains, standingSettlements, type NamedSettlement } from '@shared/rules/merge';
import type { StoredRevision } from '../store/revisions';
import { groupBy } from './group-by';
import { standingRevisions } from './histories';

/** What is needed to read received reviews. */
export interface Reading {
  readonly venue: Venue;
  readonly people: ReadonlyMap<PersonId, Person>;
  /** What people said of versions that part, of any review. */
  readonly settlements: readonly NamedSettlement[];
}

/** The versions of one review: those that stand for it, and those that a person set aside. Longest history first. */
export interface Versions {
  readonly standing: readonly StoredRevision[];
  readonly setAside: readonly StoredRevision[];
}

/** The versions of one review, as people have settled them. */
export function versionsOf(
  revisions: readonly StoredRevision[],
  settlements: readonly NamedSettlement[],
): Versions {
  const parted = standingRevisions(revisions);
  const left = new Set(
    settleChains(
      parted.map(({ history }) => history),
      settlements,
    ),
  );
  return {
    standing: parted.filter(({ history }) => left.has(history)),
    setAside: parted.filter(({ history }) => !left.has(history)),
  };
}

/** Received reviews of one paper in full, by reviewer's name. */
export function toReceivedReviews(
  reading: Reading,
  revisions: readonly StoredRevision[],
  reviewing: readonly Assignment[],
): readonly ReceivedReview[] {
  return [...groupBy(revisions, (stored) => stored.revision.review).values()]
    .map((stored) => toReceived(reading, stored, reviewing))
    .toSorted((a, b) => a.reviewerName.localeCompare(b.reviewerName, 'en'));
}

function toReceived(
  reading: Reading,
  revisions: readonly StoredRevision[],
  reviewing: readonly Assignment[],
): ReceivedReview {
  const { venue, people, settlements } = reading;
  const { standing, setAside } = versionsOf(revisions, settlements);
  const newest = standing[0];
  if (newest === undefined) throw new Error('a review without revisions');
  const { review, reviewer } = newest.revision;
  const assignment = reviewing.find(({ person }) => person === reviewer);
  const word = standingSettlements(settlements)
    .filter(({ settlement }) => settlement.review === review)
    .toSorted((a, b) => (a.settlement.settledAt < b.settlement.settledAt ? 1 : -1))[0]?.settlement;
  return {
    review,
    reviewerName: nameOf(people, reviewer),
    isLate: isAfter(newest.revision.writtenAt, assignment?.due ?? null),
    isAssigned: assignment !== undefined,
    versions: standing.map((stored) => toVersion(venue, stored)),
    settled:
      word === undefined || setAside.length === 0
        ? null
        : {
            byName: nameOf(people, word.by),
            settledAt: word.settledAt,
            setAside: setAside.map((stored) => toVersion(venue, stored)),
          },
  };
}

function toVersion(venue: Venue, { hash, revision, receivedAt, history }: StoredRevision): ReceivedVersion {
  return {
    hash,
    state: revision.state,
    answers: revision.answers,
    helpedBy: revision.helpedBy ?? [],
    writtenAt: revision.writtenAt,
    receivedAt,
    earlierCount: history.length - 1,
    isOtherForm: revision.formVersion !== venue.form.version,
  };
}

/** A person's name; the id of somebody whom this store does not know. */
export function nameOf(people: ReadonlyMap<PersonId, Person>, id: PersonId): string {
  return people.get(id)?.name ?? id;
}
