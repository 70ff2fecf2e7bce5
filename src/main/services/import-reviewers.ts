import { basename } from 'node:path';
import type { ReviewersImported } from '@shared/contract/assignment';
import type { VenueId } from '@shared/model/ids';
import type { Person } from '@shared/model/person';
import { invitationIdentity } from '../bundle/keys';
import { replyKeyOf } from '../bundle/reply-key';
import {
  readBidsTable,
  readReviewersTable,
  type BidEntry,
  type ReviewerEntry,
} from '../interop/reviewer-tables';
import { OWN_ASSERTION } from '../store/assertion';
import { transact, type ReadDb } from '../store/database';
import { getNewestAssertion } from '../store/facts';
import { listPaperHeads } from '../store/papers';
import { getPerson, listPeople, savePerson } from '../store/people';
import { saveBid, saveProfile } from '../store/reviewer-profiles';
import { getVenue } from '../store/venues';
import { requireOrganizer } from './consolidator';
import type { JobControl, ServiceDeps } from './deps';
import { personIdOf } from './identifiers';
import { readTableFile, tableError } from './table-files';

/** An organizer's tables about reviewers; either may be left out. */
export interface ReviewersInput {
  readonly venue: VenueId;
  readonly reviewersPath: string | null;
  readonly bidsPath: string | null;
}

/**
 * Takes in what reviewers know, want and can take on, all or nothing. People who are new become reviewers.
 *
 * Refused: NOT_AN_ORGANIZER, FILE_UNREADABLE, TABLE_INVALID (every problem in the detail).
 */
export function importReviewers(
  deps: ServiceDeps,
  { venue, reviewersPath, bidsPath }: ReviewersInput,
  job: JobControl,
): ReviewersImported {
  const { db } = deps.stores.open(venue);
  requireOrganizer(db, 'add reviewers');
  job.progress(`Reading ${basename(reviewersPath ?? bidsPath ?? '')}`, 0, 0);
  const reviewers = reviewersPath === null ? [] : readTableFile(reviewersPath, readReviewersTable);
  const bids = bidsPath === null ? [] : readTableFile(bidsPath, readBidsTable);
  if (reviewersPath !== null) checkReviewers(db, reviewersPath, reviewers);
  if (bidsPath !== null) checkBids(db, bidsPath, bids, reviewers);
  const people = reviewers.map((entry) => toPerson(deps, db, venue, entry));
  const known = new Set(listPeople(db).flatMap(({ id, roles }) => (roles.includes('reviewer') ? [id] : [])));
  job.checkpoint();
  transact(db, () => {
    for (const person of people) savePerson(db, person, getNewestAssertion(db) || OWN_ASSERTION);
    for (const { email, ...entry } of reviewers)
      saveProfile(db, { ...entry, person: personIdOf(venue, email) });
    for (const { email, paper, bid } of bids) saveBid(db, { paper, person: personIdOf(venue, email), bid });
  });
  return {
    reviewerCount: reviewers.length,
    newReviewerCount: people.filter(({ id }) => !known.has(id)).length,
    bidCount: bids.length,
  };
}

function checkReviewers(db: ReadDb, path: string, reviewers: readonly ReviewerEntry[]): void {
  const venue = getVenue(db);
  const topics = new Set<string>(venue.topics.map(({ id }) => id));
  const seen = new Set<string>();
  const problems: string[] = [];
  for (const { line, email, topics: ranked } of reviewers) {
    if (seen.has(email)) problems.push(`line ${line}: ${email} is there twice`);
    seen.add(email);
    const unknown = ranked.find((topic) => !topics.has(topic));
    if (unknown !== undefined)
      problems.push(`line ${line}: "${unknown}" is not a topic of ${venue.shortName}`);
  }
  if (problems.length > 0) throw tableError(path, problems);
}

function checkBids(
  db: ReadDb,
  path: string,
  bids: readonly BidEntry[],
  reviewers: readonly ReviewerEntry[],
): void {
  const papers = new Set<number>(listPaperHeads(db).map(({ number }) => number));
  const known = new Set([
    ...reviewers.map(({ email }) => email),
    ...listPeople(db).flatMap(({ email, roles }) =>
      roles.includes('reviewer') ? [email.toLowerCase()] : [],
    ),
  ]);
  const problems: string[] = [];
  for (const { line, paper, email } of bids) {
    if (!papers.has(paper)) problems.push(`line ${line}: there is no paper ${paper}`);
    if (!known.has(email)) problems.push(`line ${line}: ${email} is not a reviewer`);
  }
  if (problems.length > 0) throw tableError(path, problems);
}

function toPerson(deps: ServiceDeps, db: ReadDb, venue: VenueId, { email, name }: ReviewerEntry): Person {
  const id = personIdOf(venue, email);
  const known = getPerson(db, id);
  if (known !== undefined) {
    return { ...known, name, roles: [...new Set([...known.roles, 'reviewer' as const])].toSorted() };
  }
  return {
    id,
    name,
    email,
    roles: ['reviewer'],
    invitationKey: invitationIdentity(deps.identity(), venue, id).publicPem,
    recipient: replyKeyOf(deps.identity(), venue, id).recipient,
  };
}
