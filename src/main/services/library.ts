import { AppError } from '@shared/contract/errors';
import type { Library, LibraryRow, PaperView, VenueSummary } from '@shared/contract/library';
import type { VenueId } from '@shared/model/ids';
import type { Venue } from '@shared/model/venue';
import { listAssignmentsOf } from '../store/assignments';
import { getDraft, listDrafts } from '../store/drafts';
import { getLatestSeen } from '../store/facts';
import { countPapers, getPaper, listPaperHeads } from '../store/papers';
import { getVenue } from '../store/venues';
import { getView, saveView } from '../store/views';
import type { ServiceDeps } from './deps';
import { reviewIdOf } from './identifiers';
import { emptyDraft, requireAssignment, requireSelf, toDraft } from './my-review';
import { isSampleVenue } from './sample-venue';
import type { PaperInput } from './save-draft';

/** The venues of the data folder, by short name. A store that cannot be opened is an error, not a gap. */
export function listVenues(deps: ServiceDeps): readonly VenueSummary[] {
  return deps.stores
    .list()
    .map((id) => {
      const { db } = deps.stores.open(id);
      const venue = getVenue(db);
      return {
        venue: id,
        shortName: venue.shortName,
        name: venue.name,
        roles: requireSelf(db).roles,
        paperCount: countPapers(db),
        isSample: isSampleVenue(id),
      };
    })
    .toSorted((a, b) => a.shortName.localeCompare(b.shortName, 'en'));
}

/** The venue's facts alone. */
export function readVenue(deps: ServiceDeps, input: { readonly venue: VenueId }): Venue {
  return getVenue(deps.stores.open(input.venue).db);
}

/** A venue with my papers. */
export function readLibrary(deps: ServiceDeps, input: { readonly venue: VenueId }): Library {
  const { db } = deps.stores.open(input.venue);
  const venue = getVenue(db);
  const me = requireSelf(db);
  const papers = new Map(listPaperHeads(db).map((paper) => [paper.number, paper]));
  const drafts = new Map(listDrafts(db).map((draft) => [draft.paper, draft]));
  // One object for all papers without a draft: what crosses to the window shares it too.
  const untouched = emptyDraft(venue);
  const rows: LibraryRow[] = [];
  for (const assignment of listAssignmentsOf(db, me.id)) {
    const paper = papers.get(assignment.paper);
    if (assignment.role !== 'reviewer' || paper === undefined) continue;
    const stored = drafts.get(paper.number);
    const draft = stored === undefined ? untouched : toDraft(db, venue, stored.review, stored);
    rows.push({
      ...paper,
      due: assignment.due,
      status: draft.status,
      shortcomings: draft.shortcomings,
      changedAt: draft.savedAt,
    });
  }
  const open = rows.filter((row) => row.status !== 'exported' && row.due !== null).map((row) => row.due);
  return { venue, me, papers: rows, nextDue: open.toSorted()[0] ?? null, latestSeen: getLatestSeen(db) };
}

/** A paper of mine, its PDF and my draft. */
export function openPaper(deps: ServiceDeps, input: PaperInput): PaperView {
  const { db } = deps.stores.open(input.venue);
  const me = requireSelf(db);
  const assignment = requireAssignment(db, me.id, input.paper);
  const paper = getPaper(db, input.paper);
  if (paper === undefined)
    throw new AppError('PAPER_NOT_FOUND', `There is no paper ${input.paper} in this venue.`);
  const venue = getVenue(db);
  const review = reviewIdOf(venue.id, paper.number, me.id);
  return {
    paper,
    pdfUrl: pdfUrl(input.venue, paper.pdf.sha256),
    due: assignment.due,
    draft: toDraft(db, venue, review, getDraft(db, review)),
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
