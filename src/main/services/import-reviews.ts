import { join } from 'node:path';
import { AppError } from '@shared/contract/errors';
import type { ImportOutcome, ImportRow, SignerStanding } from '@shared/contract/bundle';
import { paperNumberSchema, type Sha256 } from '@shared/model/ids';
import type { Person } from '@shared/model/person';
import { carriedReviewSchema, type CarriedReview } from '@shared/model/review';
import type { Instant } from '@shared/model/time';
import { aoeInstantMs } from '@shared/rules/deadlines';
import { standingChains } from '@shared/rules/merge';
import { sha256Of } from '../bundle/bag';
import { parseCanonical, toCanonicalBytes } from '../bundle/canonical-json';
import { HEADER_PATH, reviewPath } from '../bundle/payload';
import type { VerifiedBundle } from '../bundle/verify-bundle';
import { listAssignmentsOf } from '../store/assignments';
import { copyDurably } from '../store/durable-file';
import { getBundleState, saveBundleIn } from '../store/bundles-in';
import { transact, type ReadDb, type WriteDb } from '../store/database';
import { getSelf, noteInstant } from '../store/facts';
import { getPaper } from '../store/papers';
import { getPerson } from '../store/people';
import { listRevisionsOf, saveRevision } from '../store/revisions';
import { saveKey } from '../store/signing-keys';
import type { Store } from '../store/stores';
import { nowInstant, type JobControl, type ServiceDeps } from './deps';
import { standingOf } from './enrolment';
import { reviewIdOf } from './identifiers';
import { requireSelf } from './my-review';

/** Where a held bundle waits. */
export function heldPath(folder: string, bundle: string): string {
  return join(folder, 'held', `${bundle}.referee`);
}

/**
 * Imports a review bundle into a chair's or organizer's store, in one transaction. A bundle whose signer is not known
 * for its author is held: kept aside, listed, and not merged until a person accepts.
 *
 * Refused: BUNDLE_WRONG_VENUE (no such venue here), BUNDLE_WRONG_PERSON (this store is a reviewer's), BUNDLE_INVALID
 * (content), PAPER_NOT_FOUND.
 */
export function importReviews(
  deps: ServiceDeps,
  bundle: VerifiedBundle,
  path: string,
  job: JobControl,
): ImportRow {
  const { header } = bundle;
  const store = openReceiver(deps, bundle);
  const author = checkAuthor(store.db, bundle);
  const reviews = readReviews(bundle, store.db);
  job.checkpoint();
  const state = getBundleState(store.db, header.id);
  if (state === 'imported') {
    return toRow(
      bundle,
      author,
      reviews,
      'already',
      `${author.name}'s reviews in ${bundle.fileName} were imported before. Nothing changed.`,
      false,
    );
  }
  const standing = standingOf(store.db, header);
  const now = nowInstant(deps.clock);
  if (standing === 'unknown' || standing === 'changed')
    return hold(store, bundle, path, author, reviews, standing, now);
  return mergeReviews(store.db, bundle, author, reviews, standing === 'enrolled' ? 'enrolment' : null, now);
}

/** Imports a bundle whose signer a person has just accepted. */
export function importAccepted(deps: ServiceDeps, bundle: VerifiedBundle): ImportRow {
  const { db } = deps.stores.open(bundle.header.venue);
  const author = checkAuthor(db, bundle);
  return mergeReviews(db, bundle, author, readReviews(bundle, db), 'acceptance', nowInstant(deps.clock));
}

function mergeReviews(
  db: WriteDb,
  bundle: VerifiedBundle,
  author: Person,
  reviews: readonly CarriedReview[],
  newTrust: 'enrolment' | 'acceptance' | null,
  now: Instant,
): ImportRow {
  const { header } = bundle;
  return transact(db, () => {
    if (newTrust !== null) saveKey(db, author.id, header.author.fingerprint, newTrust, now);
    const outcomes = reviews.map((review) => mergeReview(db, review, now));
    saveBundleIn(db, header, 'imported', bundle.fileName, now);
    noteInstant(db, header.created);
    const isLate = reviews.some((review) => isAfterDeadline(db, author, review));
    const outcome = worst(outcomes);
    return toRow(
      bundle,
      author,
      reviews,
      outcome,
      sentenceOf(bundle, author, reviews, outcome, isLate),
      isLate,
    );
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
export function isAfterDeadline(db: ReadDb, author: Person, review: CarriedReview): boolean {
  const assignment = listAssignmentsOf(db, author.id).find(
    (a) => a.paper === review.latest.paper && a.role === 'reviewer',
  );
  return isLate(assignment?.due ?? null, review.latest.writtenAt);
}

/** Whether an instant is after the end of a day, Anywhere on Earth. */
export function isLate(due: Parameters<typeof aoeInstantMs>[0] | null, writtenAt: Instant): boolean {
  return due !== null && Date.parse(writtenAt) >= aoeInstantMs(due) + 60_000;
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

/** Who wrote the reviews, if this store may have them. Refused: BUNDLE_WRONG_PERSON, BUNDLE_UNKNOWN_SIGNER. */
export function checkAuthor(db: ReadDb, bundle: VerifiedBundle): Person {
  const me = requireSelf(db);
  const { author } = bundle.header;
  if (getSelf(db) === author.person) {
    throw new AppError(
      'BUNDLE_WRONG_PERSON',
      `${bundle.fileName} is your own export: your reviews are here already. Send it to the organizers.`,
    );
  }
  if (!me.roles.includes('chair') && !me.roles.includes('organizer')) {
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

function readReviews(bundle: VerifiedBundle, db: ReadDb): readonly CarriedReview[] {
  const { header } = bundle;
  const paths = [...bundle.manifest.keys()].filter((path) => path !== HEADER_PATH);
  return paths.map((path) => {
    const review = parseCanonical(bundle.read(path), carriedReviewSchema, path);
    const { latest, history } = review;
    const hash = sha256Of(toCanonicalBytes(latest));
    const isWhole =
      path === reviewPath(latest.review) &&
      latest.reviewer === header.author.person &&
      latest.review === reviewIdOf(header.venue, latest.paper, latest.reviewer) &&
      history.at(-1) === hash &&
      (history.at(-2) ?? null) === latest.parent &&
      new Set(history).size === history.length;
    if (!isWhole) {
      throw new AppError(
        'BUNDLE_INVALID',
        `${bundle.fileName} does not follow the bundle format. Tell whoever sent it; the detail below says where.`,
        `${path} names another review, writer or history than it holds`,
      );
    }
    if (getPaper(db, latest.paper) === undefined) {
      throw new AppError(
        'PAPER_NOT_FOUND',
        `${bundle.fileName} reviews paper ${latest.paper}, which this venue does not have here. Nothing of it was imported.`,
      );
    }
    return review;
  });
}

function hold(
  store: Store,
  bundle: VerifiedBundle,
  path: string,
  author: Person,
  reviews: readonly CarriedReview[],
  standing: SignerStanding,
  now: Instant,
): ImportRow {
  copyDurably(path, heldPath(store.folder, bundle.header.id));
  transact(store.db, () => {
    saveBundleIn(store.db, bundle.header, 'held', bundle.fileName, now);
  });
  const why =
    standing === 'changed'
      ? `is signed with another key than ${author.name} used before`
      : `is signed with a key that is not known to be ${author.name}'s`;
  const sentence = `${bundle.fileName} ${why}. It is held: compare the fingerprint with ${author.name}, then accept or refuse.`;
  return toRow(bundle, author, reviews, 'held', sentence, false);
}

function toRow(
  bundle: VerifiedBundle,
  author: Person,
  reviews: readonly CarriedReview[],
  outcome: ImportOutcome,
  sentence: string,
  isLateBundle: boolean,
): ImportRow {
  return {
    fileName: bundle.fileName,
    outcome,
    sentence,
    error: null,
    bundle: bundle.header.id,
    author: author.name,
    papers: reviews.map((review) => paperNumberSchema.parse(review.latest.paper)).toSorted((a, b) => a - b),
    isLate: isLateBundle,
  };
}

function worst(outcomes: readonly ImportOutcome[]): ImportOutcome {
  const order: readonly ImportOutcome[] = ['conflict', 'added', 'updated', 'older', 'already'];
  return order.find((outcome) => outcomes.includes(outcome)) ?? 'already';
}

function sentenceOf(
  bundle: VerifiedBundle,
  author: Person,
  reviews: readonly CarriedReview[],
  outcome: ImportOutcome,
  isLateBundle: boolean,
): string {
  const count = `${reviews.length} ${reviews.length === 1 ? 'review' : 'reviews'}`;
  const late = isLateBundle ? ' Written after the deadline.' : '';
  switch (outcome) {
    case 'conflict':
      return `${author.name}: two versions of a review part from each other. Both are kept; open the paper to compare.${late}`;
    case 'added':
      return `${author.name}: ${count} added.${late}`;
    case 'updated':
      return `${author.name}: ${count}, brought up to date.${late}`;
    case 'older':
      return `${author.name}: ${bundle.fileName} is older than what is here. Nothing changed.`;
    case 'already':
    case 'held':
    case 'refused':
      return `${author.name}: the reviews in ${bundle.fileName} are here already. Nothing changed.`;
  }
}
