import { AppError } from '@shared/contract/errors';
import type { Draft } from '@shared/contract/library';
import type { FieldId, PaperNumber, VenueId } from '@shared/model/ids';
import type { Answer } from '@shared/model/review';
import { answerMismatch, findShortcomings } from '@shared/rules/review-completeness';
import { transact, type WriteDb } from '../store/database';
import { getDraft, isDraftReady, saveAnswer, saveReadiness, type DraftKey } from '../store/drafts';
import { getVenue } from '../store/venues';
import { nowInstant, type ServiceDeps } from './deps';
import { reviewIdOf } from './identifiers';
import { requireAssignment, requireSelf, toDraft } from './my-review';
import type { Venue } from '@shared/model/venue';

/** One paper of one venue. */
export interface PaperInput {
  readonly venue: VenueId;
  readonly paper: PaperNumber;
}

/**
 * Sets or clears one answer of my review. When this returns, the change is on disk. A ready review that is no longer
 * complete is a draft again.
 *
 * Refused: FIELD_NOT_FOUND, ANSWER_INVALID, PAPER_NOT_FOUND.
 */
export function answerField(
  deps: ServiceDeps,
  input: PaperInput & { readonly field: FieldId; readonly answer: Answer | null },
): Draft {
  const { db, venue, key } = openMine(deps, input);
  checkAnswer(venue, input.field, input.answer);
  const now = nowInstant(deps.clock);
  transact(db, () => {
    saveAnswer(db, key, input.field, input.answer, now);
    if (!isDraftReady(db, key.review)) return;
    const answers = getDraft(db, key.review)?.answers ?? {};
    if (findShortcomings(venue.form, answers).length > 0) saveReadiness(db, key, false, now);
  });
  return toDraft(db, venue, key.review, getDraft(db, key.review));
}

/** Marks my review ready. Refused: REVIEW_INCOMPLETE, naming what it lacks. */
export function markReady(deps: ServiceDeps, input: PaperInput): Draft {
  const { db, venue, key } = openMine(deps, input);
  return transact(db, () => {
    const shortcomings = findShortcomings(venue.form, getDraft(db, key.review)?.answers ?? {});
    if (shortcomings.length > 0) {
      const lacks = shortcomings.map(({ label, reason }) => `${label} (${reason})`).join(', ');
      throw new AppError(
        'REVIEW_INCOMPLETE',
        `The review of paper ${input.paper} is not complete: ${lacks}.`,
      );
    }
    saveReadiness(db, key, true, nowInstant(deps.clock));
    return toDraft(db, venue, key.review, getDraft(db, key.review));
  });
}

/** Takes "ready" back: the review is a draft again. */
export function takeBack(deps: ServiceDeps, input: PaperInput): Draft {
  const { db, venue, key } = openMine(deps, input);
  return transact(db, () => {
    if (getDraft(db, key.review) !== undefined) saveReadiness(db, key, false, nowInstant(deps.clock));
    return toDraft(db, venue, key.review, getDraft(db, key.review));
  });
}

/** My review of a paper that is mine to review. Refused: PAPER_NOT_FOUND. */
export function openMine(deps: ServiceDeps, input: PaperInput): { db: WriteDb; venue: Venue; key: DraftKey } {
  const { db } = deps.stores.open(input.venue);
  const me = requireSelf(db).id;
  requireAssignment(db, me, input.paper);
  const venue = getVenue(db);
  const review = reviewIdOf(venue.id, input.paper, me);
  return { db, venue, key: { review, paper: input.paper, reviewer: me } };
}

function checkAnswer(venue: Venue, fieldId: FieldId, answer: Answer | null): void {
  const field = venue.form.fields.find((candidate) => candidate.id === fieldId);
  if (field === undefined) {
    throw new AppError('FIELD_NOT_FOUND', `The review form of ${venue.shortName} has no field ${fieldId}.`);
  }
  if (answer === null) return;
  const mismatch = answerMismatch(field, answer, new Set(venue.topics.map((topic) => topic.id)));
  if (mismatch !== null) throw new AppError('ANSWER_INVALID', `${mismatch}. The answer was not changed.`);
}
