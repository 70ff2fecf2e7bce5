import { createHash } from 'node:crypto';
import type { AssignmentSettings } from '@shared/contract/assignment';
import { AppError } from '@shared/contract/errors';
import type { PaperNumber, PersonId, VenueId } from '@shared/model/ids';
import type { Paper } from '@shared/model/paper';
import type { Person } from '@shared/model/person';
import { listAssignments } from '../store/assignments';
import type { ReadDb } from '../store/database';
import { listPapers } from '../store/papers';
import { listPeople } from '../store/people';
import { listReceivedResponses } from '../store/received-responses';
import { listBids, listProfiles, type BidRow, type ReviewerProfile } from '../store/reviewer-profiles';
import { closeSearchIndexes, withSearchIndex } from '../store/search-database';
import { listIndexed } from '../store/search-texts';
import { conflictOf, institutionDomain, type ConflictReason } from './assignment-conflicts';
import { requireOrganizer } from './consolidator';
import type { ServiceDeps } from './deps';

/** Above so many pairs only the best of each reviewer and of each paper are looked at. */
export const EVERY_PAIR_UP_TO = 2_000_000;

/** A reviewer whom papers can be assigned to. */
export interface Candidate {
  readonly person: Person;
  readonly profile: ReviewerProfile | undefined;
  readonly min: number;
  readonly max: number;
  /** As it is written where somebody reads it; empty when not known. */
  readonly institution: string;
}

/** Everything that an assignment follows from. Papers are in order of their numbers, candidates of their ids. */
export interface AssignmentInputs {
  readonly venue: VenueId;
  readonly folder: string;
  readonly settings: AssignmentSettings;
  readonly papers: readonly Paper[];
  readonly candidates: readonly Candidate[];
  /** PDFs whose full text can be compared. */
  readonly fullTexts: ReadonlySet<string>;
  bidOf(paper: PaperNumber, person: PersonId): BidRow['bid'] | null;
  /** Why a candidate may not review a paper, or null. */
  conflictOf(paper: Paper, candidate: Candidate): ConflictReason | null;
  /** SHA-256 of what scores and conflicts follow from. */
  readonly scoresSha256: string;
  /** SHA-256 of all of it. */
  readonly sha256: string;
}

/**
 * Gathers what an assignment follows from.
 *
 * Refused: NOT_AN_ORGANIZER, NOTHING_TO_ASSIGN.
 */
export function gatherInputs(
  deps: ServiceDeps,
  venue: VenueId,
  settings: AssignmentSettings,
): AssignmentInputs {
  const { db, folder } = deps.stores.open(venue);
  requireOrganizer(db, 'assign papers');
  const papers = listPapers(db);
  const profiles = new Map(listProfiles(db).map((profile) => [profile.person, profile]));
  const candidates = listPeople(db)
    .filter(({ roles }) => roles.includes('reviewer'))
    .map((person) => toCandidate(person, profiles.get(person.id), settings))
    .toSorted((a, b) => (a.person.id < b.person.id ? -1 : 1));
  if (papers.length === 0 || candidates.length === 0) {
    throw new AppError(
      'NOTHING_TO_ASSIGN',
      papers.length === 0
        ? 'There are no papers to assign.'
        : 'There are no reviewers to assign papers to. Add a table of reviewers first.',
    );
  }
  const bids = new Map(listBids(db).map(({ paper, person, bid }) => [keyOf(paper, person), bid]));
  const forbidden = new Set(settings.forbidden.map(({ paper, person }) => keyOf(paper, person)));
  const declined = declinedPairs(db);
  const chairing = new Set(
    listAssignments(db).flatMap(({ role, paper, person }) =>
      role === 'chair' ? [keyOf(paper, person)] : [],
    ),
  );
  const bidOf = (paper: PaperNumber, person: PersonId): BidRow['bid'] | null =>
    bids.get(keyOf(paper, person)) ?? null;
  const indexed = withSearchIndex(folder, listIndexed);
  closeSearchIndexes(folder);
  const fullTexts = new Set(papers.map(({ pdf }) => pdf.sha256).filter((pdf) => indexed.has(pdf)));
  const scoresSha256 = digestOf({
    version: 1,
    papers,
    people: candidates.map(({ person, profile }) => [person.id, person.email, profile]),
    bids: [...bids],
    chairing: [...chairing],
    declined: [...declined],
    fullTexts: [...fullTexts].toSorted(),
    weights: settings.weights,
    forbidden: settings.forbidden,
    // Of very many pairs only the best are kept, and those that are forced.
    forced: papers.length * candidates.length > EVERY_PAIR_UP_TO ? settings.forced : null,
    isSameInstitutionConflict: settings.isSameInstitutionConflict,
  });
  return {
    venue,
    folder,
    settings,
    papers,
    candidates,
    fullTexts,
    bidOf,
    conflictOf: (paper, { person, profile }) => {
      const key = keyOf(paper.number, person.id);
      if (forbidden.has(key)) return 'forbidden';
      if (chairing.has(key)) return 'chair';
      if (declined.has(key)) return 'declined';
      const bid = bidOf(paper.number, person.id);
      return conflictOf(paper, { email: person.email, profile }, bid, settings.isSameInstitutionConflict);
    },
    scoresSha256,
    sha256: digestOf({ scoresSha256, settings }),
  };
}

/** Pairs whose reviewer said that they are not to review the paper. */
export function declinedPairs(db: ReadDb): ReadonlySet<string> {
  return new Set(
    listReceivedResponses(db).flatMap(({ paper, reviewer, statement }) =>
      statement.kind === 'willing' ? [] : [keyOf(paper, reviewer)],
    ),
  );
}

/** One text for one person on one paper. */
export function keyOf(paper: PaperNumber, person: PersonId): string {
  return `${paper} ${person}`;
}

function toCandidate(
  person: Person,
  profile: ReviewerProfile | undefined,
  { minLoad, maxLoad }: AssignmentSettings,
): Candidate {
  const max = profile?.maxLoad ?? maxLoad;
  return {
    person,
    profile,
    // A limit of one's own wins over the other one of the venue.
    min: Math.min(profile?.minLoad ?? minLoad, max),
    max: Math.max(max, profile?.minLoad ?? 0),
    institution: profile?.institution || (institutionDomain(person.email) ?? ''),
  };
}

function digestOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}
