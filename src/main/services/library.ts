import { AppError } from '@shared/contract/errors';
import type {
  Draft,
  Library,
  LibraryRow,
  MyResponse,
  PaperView,
  VenueSummary,
} from '@shared/contract/library';
import type { VenueId } from '@shared/model/ids';
import type { ReviewStatus } from '@shared/model/review';
import type { Venue } from '@shared/model/venue';
import { earliestDue } from '@shared/rules/deadlines';
import { listAssignmentsOf, listWithdrawnPapers } from '../store/assignments';
import { getDraft, listDrafts } from '../store/drafts';
import { getLatestSeen } from '../store/facts';
import { getResponse, listResponses } from '../store/responses';
import { countPapers, getPaper, listPaperHeads } from '../store/papers';
import { listReviewsWithUnseen } from '../store/revisions';
import { getVenue } from '../store/venues';
import { getView, saveView } from '../store/views';
import type { ServiceDeps } from './deps';
import { toReport } from './error-report';
import { reviewIdOf } from './identifiers';
import { emptyDraft, listOtherVersions, requireAssignment, requireSelf, toDraft } from './my-review';
import { toMyResponse } from './paper-acts';
import { isSampleVenue } from './sample-venue';
import type { PaperInput } from './save-draft';

/** The venues of the data folder, by short name. One whose store cannot be opened says so in its place. */
export function listVenues(deps: ServiceDeps): readonly VenueSummary[] {
  return deps.stores
    .list()
    .map((id) => summaryOf(deps, id))
    .toSorted((a, b) => a.shortName.localeCompare(b.shortName, 'en'));
}

function summaryOf(deps: ServiceDeps, id: VenueId): VenueSummary {
  const isSample = isSampleVenue(id);
  try {
    const { db } = deps.stores.open(id);
    const { shortName, name } = getVenue(db);
    const { roles } = requireSelf(db);
    return { venue: id, shortName, name, roles, paperCount: countPapers(db), isSample, problem: null };
  } catch (error) {
    return {
      venue: id,
      shortName: id,
      name: id,
      roles: [],
      paperCount: 0,
      isSample,
      problem: toReport(error),
    };
  }
}

/** The venue's facts alone. */
export function readVenue(deps: ServiceDeps, input: { readonly venue: VenueId }): Venue {
  return getVenue(deps.stores.open(input.venue).db);
}

/** A venue with my papers: those assigned by number, then those that were taken off me after I wrote about them. */
export function readLibrary(deps: ServiceDeps, input: { readonly venue: VenueId }): Library {
  const { db } = deps.stores.open(input.venue);
  const venue = getVenue(db);
  const me = requireSelf(db);
  const papers = new Map(listPaperHeads(db).map((paper) => [paper.number, paper]));
  const drafts = new Map(listDrafts(db).map((draft) => [draft.paper, draft]));
  const unseen = new Set(listReviewsWithUnseen(db));
  const responses = new Map(listResponses(db).map((stored) => [stored.response.paper, toMyResponse(stored)]));
  // One object for all papers without a draft: what crosses to the window shares it too.
  const untouched = emptyDraft(venue);
  const rows: LibraryRow[] = [];
  for (const assignment of listAssignmentsOf(db, me.id)) {
    const paper = papers.get(assignment.paper);
    if (assignment.role !== 'reviewer' || paper === undefined) continue;
    const stored = drafts.get(paper.number);
    const draft = stored === undefined ? untouched : toDraft(db, venue, stored.review, stored);
    const response = responses.get(paper.number) ?? null;
    rows.push({
      ...paper,
      due: assignment.due,
      status: stored === undefined ? statusWith(response, draft) : draft.status,
      shortcomings: draft.shortcomings,
      changedAt: draft.savedAt,
      hasOtherVersion: unseen.has(reviewIdOf(venue.id, paper.number, me.id)),
      response,
    });
  }
  for (const number of listWithdrawnPapers(db, me.id)) {
    const paper = papers.get(number);
    const stored = drafts.get(number);
    if (paper === undefined || stored === undefined) continue;
    rows.push({
      ...paper,
      due: null,
      status: 'withdrawn',
      shortcomings: [],
      changedAt: stored.changedAt,
      hasOtherVersion: false,
      response: null,
    });
  }
  const open = rows.filter(({ status }) => !DONE.has(status));
  return { venue, me, papers: rows, nextDue: earliestDue(open), latestSeen: getLatestSeen(db) };
}

/** Nothing more is expected of me. */
const DONE: ReadonlySet<ReviewStatus> = new Set<ReviewStatus>(['exported', 'declined', 'conflict']);

/** Where I am with a paper that I wrote nothing about. */
function statusWith(response: MyResponse | null, draft: Draft): ReviewStatus {
  const kind = response?.statement.kind ?? 'willing';
  return kind === 'willing' ? draft.status : kind;
}

/** A paper of mine, its PDF and my draft. */
export function openPaper(deps: ServiceDeps, input: PaperInput): PaperView {
  const { db } = deps.stores.open(input.venue);
  const me = requireSelf(db);
  const isWithdrawn = listWithdrawnPapers(db, me.id).includes(input.paper);
  const due = isWithdrawn ? null : requireAssignment(db, me.id, input.paper).due;
  const paper = getPaper(db, input.paper);
  if (paper === undefined)
    throw new AppError('PAPER_NOT_FOUND', `There is no paper ${input.paper} in this venue.`);
  const venue = getVenue(db);
  const review = reviewIdOf(venue.id, paper.number, me.id);
  const stored = getResponse(db, paper.number);
  const response = stored === undefined ? null : toMyResponse(stored);
  const written = toDraft(db, venue, review, getDraft(db, review));
  const draft = { ...written, status: statusWith(response, written) };
  return {
    paper,
    pdfUrl: pdfUrl(input.venue, paper.pdf.sha256),
    due,
    draft: isWithdrawn ? { ...draft, status: 'withdrawn', shortcomings: [] } : draft,
    response,
    otherVersions: listOtherVersions(db, review).map(({ hash, revision }) => ({
      hash,
      answers: revision.answers,
      isReady: revision.state === 'ready',
      writtenAt: revision.writtenAt,
    })),
    view: getView(db, paper.number),
  };
}

/** The longest remembered view, as JSON. */
const MAX_VIEW_LENGTH = 4096;

/** Remembers how a paper is looked at. */
export function rememberView(deps: ServiceDeps, input: PaperInput & { readonly view: unknown }): null {
  if (JSON.stringify(input.view).length > MAX_VIEW_LENGTH) {
    throw new AppError('REQUEST_MALFORMED', 'A remembered view is at most 4 kB of JSON.');
  }
  const { db } = deps.stores.open(input.venue);
  if (getPaper(db, input.paper) !== undefined) saveView(db, input.paper, input.view);
  return null;
}

/** Where the window streams a PDF from. */
export function pdfUrl(venue: VenueId, sha256: string): string {
  return `app://blob/${venue}/${sha256}`;
}
