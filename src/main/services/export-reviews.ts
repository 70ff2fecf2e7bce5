import { AppError } from '@shared/contract/errors';
import type { ExportPreview, ExportRow } from '@shared/contract/bundle';
import type { PaperNumber, Sha256, VenueId } from '@shared/model/ids';
import type { CarriedReview, Revision } from '@shared/model/review';
import type { Venue } from '@shared/model/venue';
import { earliestDue } from '@shared/rules/deadlines';
import { findShortcomings } from '@shared/rules/review-completeness';
import { toCanonicalBytes } from '../bundle/canonical-json';
import { responsePath, reviewPath } from '../bundle/payload';
import type { PayloadFile } from '../bundle/write-bundle';
import { keepVersions } from '../store/answer-versions';
import { listBundlesOut } from '../store/bundles-out';
import { transact, type ReadDb, type WriteDb } from '../store/database';
import { getDraft, listDrafts, type StoredDraft } from '../store/drafts';
import { listPeople } from '../store/people';
import { listResponses } from '../store/responses';
import { newestSentRevision, saveRevision } from '../store/revisions';
import { getVenue } from '../store/venues';
import { carryAnnotations } from './carry-annotations';
import { carryResponses, isRefusal, refusalOn, takeBackSent } from './carry-responses';
import { nowInstant, type JobControl, type ServiceDeps } from './deps';
import { enrolmentOf } from './enrolment';
import { reviewFileName } from './file-names';
import { reviewIdOf } from './identifiers';
import { readLibrary } from './library';
import { ownRevision } from './own-revision';
import { listOtherVersions, mayReadMine, requireAssignment, requireSelf } from './my-review';
import { recipientsOf } from './reply-keys';
import { sendBundle, type Outgoing, type OutgoingReceipt } from './outgoing';

/** What to export. */
export interface ExportInput {
  readonly venue: VenueId;
  readonly papers: readonly PaperNumber[];
  readonly includeUnready: boolean;
  /** Whether to encrypt it to those who may read it, where they have keys. */
  readonly isEncrypted: boolean;
  /** Where the bundle goes. */
  readonly path: string;
}

/** What an export wrote, without the file's token. */
export interface ExportOutcome extends OutgoingReceipt {
  readonly path: string;
  readonly isEncrypted: boolean;
  /** Papers whose reviews it holds. */
  readonly papers: readonly PaperNumber[];
  /** Papers that I decline or have a conflict with, as it says. */
  readonly refused: readonly PaperNumber[];
  readonly leftOut: readonly PaperNumber[];
}

/** What exporting my reviews would hold, for whom, before when. */
export function previewExport(deps: ServiceDeps, input: { readonly venue: VenueId }): ExportPreview {
  const { db } = deps.stores.open(input.venue);
  const library = readLibrary(deps, input);
  const ready = new Set(listDrafts(db).flatMap(({ paper, isReady }) => (isReady ? [paper] : [])));
  const mine = library.papers.filter((row) => row.status !== 'withdrawn');
  const rows: ExportRow[] = mine.map((row) => ({
    paper: row.number,
    title: row.title,
    status: row.status,
    isReady: ready.has(row.number),
    shortcomings: row.shortcomings,
    response: row.response,
    hasOtherVersion: listOtherVersions(db, reviewIdOf(input.venue, row.number, library.me.id)).length > 0,
  }));
  const earlier = listBundlesOut(db, 'review', 'chairs').filter((bundle) => bundle.writtenAt !== null);
  return {
    rows,
    recipients: listPeople(db)
      .filter(mayReadMine(db))
      .map((person) => person.name),
    due: earliestDue(library.papers),
    canEncrypt: recipientsOf(db, library.me.id, mayReadMine(db)).length > 0,
    suggestedName: reviewFileName(input.venue, library.me),
    earlierCount: earlier.length,
    lastExportedAt: earlier.at(-1)?.writtenAt ?? null,
  };
}

/**
 * Writes one signed bundle of my reviews, and of all that I said of being asked for reviews. Each review that says something new
 * gets a new revision, whose parent is the last one; unready reviews are left out unless asked for, those of papers that I
 * refused always.
 *
 * Refused: NOTHING_TO_EXPORT, PAPER_NOT_FOUND, FILE_UNWRITABLE, DISK_FULL.
 */
export function exportReviews(deps: ServiceDeps, input: ExportInput, job: JobControl): ExportOutcome {
  const { db } = deps.stores.open(input.venue);
  const me = requireSelf(db);
  const chosen = [...new Set(input.papers)]
    .toSorted((a, b) => a - b)
    .map((paper) => {
      requireAssignment(db, me.id, paper);
      return { paper, draft: getDraft(db, reviewIdOf(input.venue, paper, me.id)) };
    });
  const venue = getVenue(db);
  const isIncluded = ({ draft }: { draft: StoredDraft | undefined }): boolean =>
    draft !== undefined &&
    refusalOn(db, draft.paper) === null &&
    hasSomethingToSay(db, draft) &&
    (isReadyToGo(venue, draft) || input.includeUnready);
  const included = chosen.filter(isIncluded);
  if (included.length === 0 && listResponses(db).length === 0) {
    throw new AppError(
      'NOTHING_TO_EXPORT',
      'None of the chosen reviews is ready. Mark one ready, or choose to include reviews that are not.',
    );
  }
  const { carried, marks, words } = transact(db, () => ({
    carried: included.map(({ paper, draft }) =>
      carryReview(deps, db, { paper, draft: draft as StoredDraft, me: me.id }),
    ),
    marks: included.flatMap(({ paper }) => carryAnnotations(db, paper)),
    words: carryResponses(db),
  }));
  const payload = new Map<string, PayloadFile>([
    ...carried.map((review): [string, PayloadFile] => [
      reviewPath(review.latest.review),
      { bytes: toCanonicalBytes(review) },
    ]),
    ...marks,
    ...words.map(({ response }): [string, PayloadFile] => [
      responsePath(response.paper),
      { bytes: toCanonicalBytes(response) },
    ]),
  ]);
  const refused = words.flatMap(({ response }) => (isRefusal(response) ? [response.paper] : []));
  const recipients = input.isEncrypted ? recipientsOf(db, me.id, mayReadMine(db)) : [];
  const outgoing: Outgoing = {
    kind: 'review',
    recipient: 'chairs',
    venue,
    author: {
      person: me.id,
      fingerprint: deps.identity().fingerprint,
      enrolment: enrolmentOf(deps, db, venue.id, me.id),
    },
    payload,
    revisions: carried.map((review) => review.history.at(-1) as Sha256),
    recipients,
  };
  let receipt: OutgoingReceipt;
  try {
    receipt = sendBundle(deps, db, outgoing, input.path, job);
  } catch (error) {
    // A full disk, or a person who stopped it: chairs know nothing, and the screen must not say so.
    transact(db, () => {
      takeBackSent(db, words);
    });
    throw error;
  }
  return {
    ...receipt,
    path: input.path,
    isEncrypted: recipients.length > 0,
    papers: included.map(({ paper }) => paper),
    refused,
    leftOut: chosen
      .filter((choice) => !isIncluded(choice) && !refused.includes(choice.paper))
      .map(({ paper }) => paper),
  };
}

/** A review that was emptied after it was exported says so: the emptied one replaces what chairs have. */
function hasSomethingToSay(db: ReadDb, draft: StoredDraft): boolean {
  return Object.keys(draft.answers).length > 0 || newestSentRevision(db, draft.review) !== undefined;
}

function isReadyToGo(venue: Venue, draft: StoredDraft): boolean {
  return draft.isReady && findShortcomings(venue.form, draft.answers).length === 0;
}

/** My review with its newest revision, made now when the draft says something new. */
function carryReview(
  deps: ServiceDeps,
  db: WriteDb,
  { paper, draft, me }: { paper: PaperNumber; draft: StoredDraft; me: Revision['reviewer'] },
): CarriedReview {
  // What goes out stays in the history of each field.
  keepVersions(db, draft.review);
  const { hash, history, revision, isNew } = ownRevision(db, { paper, draft, me });
  if (isNew) saveRevision(db, { hash, history, revision, receivedAt: nowInstant(deps.clock) });
  return { history: [...history], latest: revision };
}
