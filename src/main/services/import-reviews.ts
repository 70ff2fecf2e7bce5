import { join } from 'node:path';
import { AppError } from '@shared/contract/errors';
import type { ImportOutcome, ImportRow, SignerStanding } from '@shared/contract/bundle';
import type { Sha256 } from '@shared/model/ids';
import type { Person } from '@shared/model/person';
import type { CarriedReview } from '@shared/model/review';
import type { Instant } from '@shared/model/time';
import { isAfter } from '@shared/rules/deadlines';
import { standingChains } from '@shared/rules/merge';
import type { VerifiedBundle } from '../bundle/verify-bundle';
import { getAssignment } from '../store/assignments';
import { copyDurably } from '../store/durable-file';
import { getBundleState, saveBundleIn } from '../store/bundles-in';
import { transact, type ReadDb, type WriteDb } from '../store/database';
import { getSelf, noteInstant } from '../store/facts';
import { getPaper } from '../store/papers';
import { getPerson } from '../store/people';
import { hasRevision, listRevisionsOf, saveRevision } from '../store/revisions';
import { saveKey } from '../store/signing-keys';
import type { Store } from '../store/stores';
import { nowInstant, type JobControl, type ServiceDeps } from './deps';
import { standingOf } from './enrolment';
import { alreadySentence, heldSentence, mergedSentence, reviewRow, worstOutcome } from './import-words';
import { mayConsolidate, requireSelf } from './my-review';
import { readReviews } from './review-content';

/** Where a held bundle waits. */
export function heldPath(folder: string, bundle: string): string {
  return join(folder, 'held', `${bundle}.referee`);
}

/** A review bundle with what this store needs to know of it. */
interface Incoming {
  readonly bundle: VerifiedBundle;
  readonly author: Person;
  /** Reviews of papers that this store has. */
  readonly reviews: readonly CarriedReview[];
  /** Reviews of papers that it has not: another chair's. */
  readonly others: readonly CarriedReview[];
}

/**
 * Imports a review bundle into a chair's or organizer's store, in one transaction. A reviewer writes one bundle for all
 * chairs, so reviews of papers that are not here are left out and named. A bundle whose signer is not known for its
 * author is held: kept aside, listed, and not merged until a person accepts.
 *
 * Refused: BUNDLE_WRONG_VENUE (no such venue here), BUNDLE_WRONG_PERSON (this store is a reviewer's), BUNDLE_INVALID
 * (content), PAPER_NOT_FOUND (none of its papers is here).
 */
export function importReviews(
  deps: ServiceDeps,
  bundle: VerifiedBundle,
  path: string,
  job: JobControl,
): ImportRow {
  const store = openReceiver(deps, bundle);
  const incoming = readIncoming(store.db, bundle);
  job.checkpoint();
  if (isKnown(store.db, incoming)) return reviewRow(incoming, 'already', alreadySentence(incoming), false);
  const standing = standingOf(store.db, bundle.header);
  const now = nowInstant(deps.clock);
  if (standing === 'unknown' || standing === 'changed') return hold(store, incoming, path, standing, now);
  return mergeReviews(store.db, incoming, standing === 'enrolled' ? 'enrolment' : null, now);
}

/** Imports a bundle whose signer a person has just accepted. */
export function importAccepted(deps: ServiceDeps, bundle: VerifiedBundle): ImportRow {
  const { db } = deps.stores.open(bundle.header.venue);
  return mergeReviews(db, readIncoming(db, bundle), 'acceptance', nowInstant(deps.clock));
}

/** The store that reviews are for. Refused: BUNDLE_WRONG_VENUE when the venue is not on this computer. */
export function openReceiver(deps: ServiceDeps, bundle: VerifiedBundle): Store {
  const { venue } = bundle.header;
  if (deps.stores.has(venue)) return deps.stores.open(venue);
  throw new AppError(
    'BUNDLE_WRONG_VENUE',
    `${bundle.fileName} holds reviews for ${venue}, a venue that is not on this computer. Only its chairs and organizers can import it.`,
    `venue ${venue}`,
  );
}

/**
 * Reads the reviews and who wrote them, if this store may have them. Refused: BUNDLE_INVALID, BUNDLE_WRONG_PERSON,
 * BUNDLE_UNKNOWN_SIGNER, PAPER_NOT_FOUND.
 *
 * @param read gives the reviews where they were read before
 */
export function readIncoming(
  db: ReadDb,
  bundle: VerifiedBundle,
  read: () => readonly CarriedReview[] = () => readReviews(bundle),
): Incoming {
  const author = checkAuthor(db, bundle);
  const all = read();
  const isHere = (review: CarriedReview): boolean => getPaper(db, review.latest.paper) !== undefined;
  const reviews = all.filter(isHere);
  const others = all.filter((review) => !isHere(review));
  if (reviews.length === 0) {
    const papers = others.map(({ latest }) => latest.paper).join(', ');
    throw new AppError(
      'PAPER_NOT_FOUND',
      `${bundle.fileName} reviews ${others.length === 1 ? 'paper' : 'papers'} ${papers}, which this venue does not have on this computer. Nothing of it was imported.`,
    );
  }
  return { bundle, author, reviews, others };
}

function checkAuthor(db: ReadDb, bundle: VerifiedBundle): Person {
  const me = requireSelf(db);
  const { author } = bundle.header;
  if (getSelf(db) === author.person) {
    throw new AppError(
      'BUNDLE_WRONG_PERSON',
      `${bundle.fileName} is your own export: your reviews are here already. Send it to the organizers.`,
    );
  }
  if (!mayConsolidate(me)) {
    throw new AppError(
      'BUNDLE_WRONG_PERSON',
      `${bundle.fileName} holds another person's reviews, which only chairs and organizers may import.`,
    );
  }
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

/** A bundle is known when it was imported and everything in it that can be here is here: papers may have come since. */
function isKnown(db: ReadDb, { bundle, reviews }: Incoming): boolean {
  const isImported = getBundleState(db, bundle.header.id) === 'imported';
  return isImported && reviews.every(({ history }) => hasRevision(db, history.at(-1) as Sha256));
}

function mergeReviews(
  db: WriteDb,
  incoming: Incoming,
  newTrust: 'enrolment' | 'acceptance' | null,
  now: Instant,
): ImportRow {
  const { bundle, author, reviews } = incoming;
  const { header } = bundle;
  return transact(db, () => {
    if (newTrust !== null) saveKey(db, author.id, header.author.fingerprint, newTrust, now);
    const outcome = worstOutcome(reviews.map((review) => mergeReview(db, review, now)));
    saveBundleIn(db, header, 'imported', bundle.fileName, now);
    noteInstant(db, now);
    const isLate = reviews.some((review) => isAfterDeadline(db, review));
    return reviewRow(incoming, outcome, mergedSentence(incoming, outcome, isLate), isLate);
  });
}

/** Adds one chain of revisions and says what that did to the review. */
function mergeReview(db: WriteDb, review: CarriedReview, now: Instant): ImportOutcome {
  const before = listRevisionsOf(db, review.latest.review);
  const hash = review.history.at(-1) as Sha256;
  saveRevision(db, { hash, history: review.history, revision: review.latest, receivedAt: now });
  const after = standingChains(listRevisionsOf(db, review.latest.review).map((revision) => revision.history));
  if (after.length > 1) return 'conflict';
  if (before.length === 0) return 'added';
  if (before.some((revision) => revision.hash === hash)) return 'already';
  return after[0]?.at(-1) === hash ? 'updated' : 'older';
}

/** Whether the writer says they wrote a review after its deadline. Their clock is a claim; it is all there is. */
function isAfterDeadline(db: ReadDb, { latest }: CarriedReview): boolean {
  const assignment = getAssignment(db, latest.reviewer, latest.paper, 'reviewer');
  return isAfter(latest.writtenAt, assignment?.due ?? null);
}

function hold(
  store: Store,
  incoming: Incoming,
  path: string,
  standing: SignerStanding,
  now: Instant,
): ImportRow {
  const { header, fileName } = incoming.bundle;
  copyDurably(path, heldPath(store.folder, header.id));
  transact(store.db, () => {
    saveBundleIn(store.db, header, 'held', fileName, now);
  });
  return reviewRow(incoming, 'held', heldSentence(incoming, standing), false);
}
