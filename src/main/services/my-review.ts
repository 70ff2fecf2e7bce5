import { AppError } from '@shared/contract/errors';
import type { Draft } from '@shared/contract/library';
import type { Assignment } from '@shared/model/assignment';
import type { PaperNumber, PersonId, ReviewId } from '@shared/model/ids';
import type { Revision } from '@shared/model/review';
import type { Venue } from '@shared/model/venue';
import { findShortcomings } from '@shared/rules/review-completeness';
import { toReviewStatus, type ReviewFacts } from '@shared/rules/review-status';
import { toCanonicalBytes } from '../bundle/canonical-json';
import { getAssignment } from '../store/assignments';
import type { ReadDb } from '../store/database';
import type { StoredDraft } from '../store/drafts';
import { getHandedBy, getSelf } from '../store/facts';
import { getPerson } from '../store/people';
import { hasUnsentAnnotations } from './carry-annotations';
import { refusalOn } from './carry-responses';
import { standingRevisions } from './histories';
import { listRevisionsOf, listUnseen, newestSentRevision, type StoredRevision } from '../store/revisions';
import type { Person } from '@shared/model/person';

/** Whose store this is. */
export function requireSelf(db: ReadDb): Person {
  const self = getSelf(db);
  const person = self === undefined ? undefined : getPerson(db, self);
  if (person === undefined) throw new Error('this store does not say whose it is');
  return person;
}

/** Whether a person sees all reviews: chairs and organizers do. */
export function mayConsolidate({ roles }: Pick<Person, 'roles'>): boolean {
  return roles.includes('chair') || roles.includes('organizer');
}

/** Whom my reviews are for: the chairs and organizers, or the reviewer on whose behalf I review. */
export function mayReadMine(db: ReadDb): (person: Person) => boolean {
  const handedBy = getHandedBy(db);
  return handedBy === null ? mayConsolidate : ({ id }) => id === handedBy;
}

/** My assignment as a reviewer of a paper. Refused: PAPER_NOT_FOUND when it is not one of mine. */
export function requireAssignment(db: ReadDb, me: PersonId, paper: PaperNumber): Assignment {
  const assignment = getAssignment(db, me, paper, 'reviewer');
  if (assignment === undefined) {
    throw new AppError(
      'PAPER_NOT_FOUND',
      `Paper ${paper} is not one of yours to review. Choose one from your list.`,
    );
  }
  return assignment;
}

/** My review of a paper, as a person sees it. */
export function toDraft(db: ReadDb, venue: Venue, review: ReviewId, stored: StoredDraft | undefined): Draft {
  if (stored === undefined) return emptyDraft(venue);
  return {
    answers: stored.answers,
    isReady: stored.isReady,
    status: refusalOn(db, stored.paper)?.kind ?? toReviewStatus(reviewFacts(db, review, stored)),
    shortcomings: findShortcomings(venue.form, stored.answers),
    savedAt: stored.changedAt,
  };
}

/** My review of a paper before its first answer. */
export function emptyDraft(venue: Venue): Draft {
  return {
    answers: {},
    isReady: false,
    status: 'not-started',
    shortcomings: findShortcomings(venue.form, {}),
    savedAt: null,
  };
}

/** The revisions that my draft builds on: those that stand out of all that were made here or that I have compared. */
export function listBases(db: ReadDb, review: ReviewId): readonly StoredRevision[] {
  const unseen = new Set(listUnseen(db, review));
  return standingRevisions(listRevisionsOf(db, review).filter(({ hash }) => !unseen.has(hash)));
}

/** Versions of my review from another computer that I have not compared with my draft yet, longest history first. */
export function listOtherVersions(db: ReadDb, review: ReviewId): readonly StoredRevision[] {
  const unseen = new Set(listUnseen(db, review));
  if (unseen.size === 0) return [];
  return standingRevisions(listRevisionsOf(db, review)).filter(({ hash }) => unseen.has(hash));
}

/** Whether a revision says what a draft says now. */
export function isSameWork(revision: Revision, draft: StoredDraft): boolean {
  const isSameState = revision.state === (draft.isReady ? 'ready' : 'draft');
  const isSameHelp = (revision.helpedBy ?? []).toSorted().join('\n') === draft.helpedBy.toSorted().join('\n');
  return (
    isSameState && isSameHelp && toCanonicalBytes(revision.answers).equals(toCanonicalBytes(draft.answers))
  );
}

function reviewFacts(db: ReadDb, review: ReviewId, stored: StoredDraft): ReviewFacts {
  const newest = newestSentRevision(db, review);
  const isSame =
    newest !== undefined && isSameWork(newest.revision, stored) && !hasUnsentAnnotations(db, stored.paper);
  const lastExport = newest === undefined ? 'none' : isSame ? 'same' : 'different';
  return { hasAnswers: Object.keys(stored.answers).length > 0, isReady: stored.isReady, lastExport };
}
