import { AppError } from '@shared/contract/errors';
import type { ImportOutcome } from '@shared/contract/bundle';
import type { Sha256 } from '@shared/model/ids';
import type { Person } from '@shared/model/person';
import type { CarriedReview } from '@shared/model/review';
import type { Instant } from '@shared/model/time';
import { isAfter } from '@shared/rules/deadlines';
import { settleChains, standingChains } from '@shared/rules/merge';
import type { VerifiedBundle } from '../bundle/verify-bundle';
import { getReviewDue } from '../store/assignments';
import { getBundleState } from '../store/bundles-in';
import type { ReadDb, WriteDb } from '../store/database';
import { getSelf } from '../store/facts';
import { hasPaper } from '../store/papers';
import { hasRevision, listRevisionsOf, saveRevision } from '../store/revisions';
import { saveReceivedRevision } from '../store/received';
import { hasReceivedAnnotation } from '../store/received-annotations';
import { hasReceivedResponse } from '../store/received-responses';
import { listSettlementsOf } from '../store/settlements';
import { readAnnotations } from './annotation-content';
import { areProposalsHere, helperOf, mergeProposals } from './helpers';
import { hasOwnAnnotation, mergeAnnotations, mergeOwnAnnotations } from './import-annotations';
import { mergeOwnReview } from './import-own-reviews';
import { hasOwnResponse, mergeOwnResponses, mergeResponses } from './import-responses';
import { alreadySentence, mergedSentence, worstOutcome } from './import-words';
import type { Intake, Merged } from './intake';
import { requireSelf } from './my-review';
import { readResponses } from './response-content';
import { readReviews } from './review-content';
import type { ReviewWork } from './review-work';
import { requireSender } from './senders';

/**
 * Review bundles: into a chair's or organizer's store, and from one computer of a reviewer to another. A reviewer writes
 * one bundle for all chairs, so reviews of papers that are not here are left out and named.
 *
 * Refused: BUNDLE_WRONG_PERSON (this store is another reviewer's), BUNDLE_INVALID (content), PAPER_NOT_FOUND (none of its
 * papers is here).
 */
export const reviewIntake: Intake<ReviewWork> = {
  read: (db, bundle) => readReviewWork(db, bundle, () => readReviews(bundle)),
  alreadySentence(db, bundle, work) {
    if (work.isHelp) {
      const isTold = getBundleState(db, bundle.header.id) === 'imported' && areProposalsHere(db, work);
      return isTold ? alreadySentence(bundle.fileName, work) : null;
    }
    const isOnRecord = work.isMine || getBundleState(db, bundle.header.id) === 'imported';
    const isHere = work.reviews.every(({ history }) => hasRevision(db, history.at(-1) as Sha256));
    const hasMark = work.isMine ? hasOwnAnnotation : hasReceivedAnnotation;
    const areMarksHere = work.annotations.every((one) => !hasPaper(db, one.paper) || hasMark(db, one));
    const hasWord = work.isMine ? hasOwnResponse : hasReceivedResponse;
    const areWordsHere = work.responses.every((one) => !hasPaper(db, one.response.paper) || hasWord(db, one));
    const isAllHere = isOnRecord && isHere && areMarksHere && areWordsHere;
    return isAllHere ? alreadySentence(bundle.fileName, work) : null;
  },
  merge: mergeReviews,
};

/** The same with reviews that were read before. */
export function readReviewWork(
  db: ReadDb,
  bundle: VerifiedBundle,
  read: () => readonly CarriedReview[],
): ReviewWork {
  const isMine = getSelf(db) === bundle.header.author.person;
  const helper = isMine ? null : helperOf(db, bundle);
  const author: Person = isMine
    ? requireSelf(db)
    : (helper ?? requireSender(db, bundle, "another person's reviews"));
  const all = read();
  const responses = readResponses(bundle);
  const answered = responses.map(({ response }) => response.paper);
  const papers = [...new Set([...all.map(({ latest }) => latest.paper), ...answered])].filter((paper) =>
    hasPaper(db, paper),
  );
  const here = new Set(papers);
  const reviews = all.filter(({ latest }) => here.has(latest.paper));
  const others = all.filter(({ latest }) => !here.has(latest.paper));
  if (papers.length === 0) {
    const away = [...new Set([...others.map(({ latest }) => latest.paper), ...answered])];
    throw new AppError(
      'PAPER_NOT_FOUND',
      `${bundle.fileName} is about ${away.length === 1 ? 'paper' : 'papers'} ${away.join(', ')}, which this venue does not have on this computer. Nothing of it was imported.`,
    );
  }
  return {
    author,
    papers: papers.toSorted((a, b) => a - b),
    reviews,
    others,
    annotations: readAnnotations(bundle),
    responses,
    isHelp: helper !== null,
    isMine,
  };
}

function mergeReviews(db: WriteDb, bundle: VerifiedBundle, work: ReviewWork, now: Instant): Merged {
  if (work.isHelp) return mergeProposals(db, work, now);
  const mergeOne = work.isMine ? mergeOwnReview : mergeReview;
  const newMarks = (work.isMine ? mergeOwnAnnotations : mergeAnnotations)(db, work.annotations);
  for (const { hash } of work.responses) saveReceivedRevision(db, hash, bundle.header.id);
  const newWords = (work.isMine ? mergeOwnResponses : mergeResponses)(db, work.responses);
  const outcome = worstOutcome([
    ...(newMarks > 0 || newWords.length > 0 ? (['updated'] as const) : []),
    ...work.reviews.map((review) => {
      const merged = mergeOne(db, review, now);
      saveReceivedRevision(db, review.history.at(-1) as Sha256, bundle.header.id);
      return merged;
    }),
  ]);
  const isLate = !work.isMine && work.reviews.some((review) => isAfterDeadline(db, review));
  return { outcome, isLate, sentence: mergedSentence(bundle.fileName, work, newWords, outcome, isLate) };
}

/** Adds one chain of revisions and says what that did to the review. */
function mergeReview(db: WriteDb, review: CarriedReview, now: Instant): ImportOutcome {
  const before = listRevisionsOf(db, review.latest.review);
  const hash = review.history.at(-1) as Sha256;
  saveRevision(db, { hash, history: review.history, revision: review.latest, receivedAt: now });
  if (before.length === 0) return 'added';
  const standing = standingChains(listRevisionsOf(db, review.latest.review).map(({ history }) => history));
  const after = settleChains(standing, listSettlementsOf(db, review.latest.review));
  if (before.some((revision) => revision.hash === hash)) return 'already';
  if (after.length > 1) return 'conflict';
  return after[0]?.at(-1) === hash ? 'updated' : 'older';
}

/** Whether the writer says they wrote a review after its deadline. Their clock is a claim; it is all there is. */
function isAfterDeadline(db: ReadDb, { latest }: CarriedReview): boolean {
  return isAfter(latest.writtenAt, getReviewDue(db, latest.reviewer, latest.paper));
}
