import { AppError } from '@shared/contract/errors';
import type {
  Consolidation,
  ConsolidatedPaper,
  PaperRow,
  ReceivedRefusal,
  ReceivedReview,
  ReviewCell,
} from '@shared/contract/consolidation';
import type { Assignment } from '@shared/model/assignment';
import type { PaperNumber, VenueId } from '@shared/model/ids';
import type { Paper } from '@shared/model/paper';
import type { PaperResponse } from '@shared/model/response';
import type { Revision } from '@shared/model/review';
import type { Venue } from '@shared/model/venue';
import { decisionKindsOf } from '@shared/rules/decision-kinds';
import { isAfter } from '@shared/rules/deadlines';
import { answerMismatch } from '@shared/rules/review-completeness';
import { confidenceFieldOf, toWeight } from '@shared/rules/confidence-field';
import { deviationOf, weightedMeanOf } from '@shared/rules/score-spread';
import { summarizeScores } from '@shared/rules/score-summary';
import { listAssignments, listAssignmentsOn } from '../store/assignments';
import { listHeldBundles } from '../store/bundles-in';
import type { ReadDb } from '../store/database';
import { getLatestSeen } from '../store/facts';
import { getPaper, listPapers } from '../store/papers';
import { listPeople } from '../store/people';
import { listReceivedAnnotations } from '../store/received-annotations';
import { listReceivedResponses, listReceivedResponsesOn } from '../store/received-responses';
import { listRevisions, listRevisionsOfPaper, type StoredRevision } from '../store/revisions';
import { listSettlements } from '../store/settlements';
import { getVenue } from '../store/venues';
import { requireConsolidator } from './consolidator';
import type { ServiceDeps } from './deps';
import { groupBy } from './group-by';
import { reviewIdOf } from './identifiers';
import { pdfUrl } from './library';
import { listDiscussed, listRecommendations, readMetaReviews } from './meta-reviews';
import { nameOf, toReceivedReviews, versionsOf, type Reading } from './received-reviews';
import { listStandingDecisions, readStandingDecisions } from './standing-decisions';
import type { PaperInput } from './save-draft';

/** Papers x reviews as a chair or organizer sees them. Refused: NOT_AN_ORGANIZER for a reviewer's store. */
export function readConsolidation(deps: ServiceDeps, input: { readonly venue: VenueId }): Consolidation {
  const { db } = deps.stores.open(input.venue);
  const me = requireConsolidator(db);
  const reading = openReading(db);
  const revisions = groupBy(listRevisions(db), (stored) => stored.revision.paper);
  const assignments = groupBy(listAssignments(db), (assignment) => assignment.paper);
  const recommendations = listRecommendations(db);
  const decisions = listStandingDecisions(db);
  const discussed = listDiscussed(db);
  const responses = groupBy(listReceivedResponses(db), (response) => response.paper);
  const papers = listPapers(db).map((paper) => ({
    ...toPaperRow(reading, paper, {
      assignments: assignments.get(paper.number) ?? [],
      revisions: revisions.get(paper.number) ?? [],
      responses: responses.get(paper.number) ?? [],
    }),
    needsDiscussion: discussed.has(paper.number),
    recommendations: (recommendations.get(paper.number) ?? []).map(({ outcome }) => outcome),
    decisions: (decisions.get(paper.number) ?? []).flatMap(({ content }) => content.outcome ?? []),
  }));
  return {
    venue: reading.venue,
    roles: me.roles,
    myName: me.name,
    papers,
    expectedCount: papers.reduce((sum, row) => sum + row.expectedCount, 0),
    receivedCount: papers.reduce((sum, row) => sum + row.receivedCount, 0),
    heldCount: listHeldBundles(db).length,
    latestSeen: getLatestSeen(db),
  };
}

/** Every received review of the venue, by paper: one reading of the store. */
export function listReceived(
  deps: ServiceDeps,
  input: { readonly venue: VenueId },
): ReadonlyMap<PaperNumber, readonly ReceivedReview[]> {
  const { db } = deps.stores.open(input.venue);
  requireConsolidator(db);
  const reading = openReading(db);
  const reviewing = groupBy(listAssignments(db), ({ paper }) => paper);
  const received = [...groupBy(listRevisions(db), (stored) => stored.revision.paper)].map(
    ([paper, stored]) => {
      const assignments = (reviewing.get(paper) ?? []).filter(({ role }) => role === 'reviewer');
      return [paper, toReceivedReviews(reading, stored, assignments)] as const;
    },
  );
  return new Map(received);
}

/** One paper with every received review in full. */
export function readConsolidatedPaper(deps: ServiceDeps, input: PaperInput): ConsolidatedPaper {
  const { db } = deps.stores.open(input.venue);
  requireConsolidator(db);
  const paper = getPaper(db, input.paper);
  if (paper === undefined)
    throw new AppError('PAPER_NOT_FOUND', `There is no paper ${input.paper} in this venue.`);
  const reading = openReading(db);
  const { venue, people } = reading;
  const reviewing = listAssignmentsOn(db, paper.number, 'reviewer');
  const reviews = toReceivedReviews(reading, listRevisionsOfPaper(db, paper.number), reviewing);
  const received = new Set(reviews.map(({ review }) => review));
  const refusals = toRefusals(reading, listReceivedResponsesOn(db, paper.number));
  const refusing = new Set(refusals.map(({ reviewer }) => reviewer));
  const missing = reviewing.filter(
    ({ person }) => !refusing.has(person) && !received.has(reviewIdOf(venue.id, paper.number, person)),
  );
  return {
    paper,
    pdfUrl: pdfUrl(venue.id, paper.pdf.sha256),
    reviews,
    missing: missing.map(({ person }) => nameOf(people, person)).toSorted(),
    refusals,
    decisionKinds: decisionKindsOf(venue),
    ...readMetaReviews(db, paper.number, people),
    decisions: readStandingDecisions(db, paper.number, people),
    annotations: listReceivedAnnotations(db, paper.number).map((annotation) => ({
      reviewerName: nameOf(people, annotation.creator),
      annotation,
    })),
  };
}

function openReading(db: ReadDb): Reading {
  return {
    venue: getVenue(db),
    people: new Map(listPeople(db).map((person) => [person.id, person])),
    settlements: listSettlements(db),
  };
}

/** What a store holds about one paper. */
interface PaperRecords {
  readonly assignments: readonly Assignment[];
  readonly revisions: readonly StoredRevision[];
  readonly responses: readonly PaperResponse[];
}

/** Who will not review a paper, by name. */
function toRefusals({ people }: Reading, responses: readonly PaperResponse[]): readonly ReceivedRefusal[] {
  return responses
    .flatMap(({ reviewer, statement, statedAt }) =>
      statement.kind === 'willing'
        ? []
        : [{ reviewer, reviewerName: nameOf(people, reviewer), refusal: statement, statedAt }],
    )
    .toSorted((a, b) => a.reviewerName.localeCompare(b.reviewerName, 'en'));
}

function toPaperRow(
  reading: Reading,
  paper: Paper,
  { assignments, revisions, responses }: PaperRecords,
): Omit<PaperRow, 'recommendations' | 'decisions' | 'needsDiscussion'> {
  const { venue, people } = reading;
  const reviewing = assignments.filter(({ role }) => role === 'reviewer');
  const byReviewer = groupBy(revisions, (stored) => stored.revision.reviewer);
  const reviewers = new Set([...reviewing.map(({ person }) => person), ...byReviewer.keys()]);
  const refusals = new Map(toRefusals(reading, responses).map((one) => [one.reviewer, one.refusal]));
  const cells = [...reviewers]
    .map((reviewer) =>
      toCell(
        reading,
        {
          reviewer,
          reviewerName: nameOf(people, reviewer),
          refusal: refusals.get(reviewer) ?? null,
        },
        reviewing.find(({ person }) => person === reviewer),
        byReviewer.get(reviewer) ?? [],
      ),
    )
    .toSorted((a, b) => a.reviewerName.localeCompare(b.reviewerName, 'en'));
  const received = cells.filter(({ state }) => state !== 'missing' && state !== 'refused');
  const refused = cells.filter(({ state }) => state === 'refused');
  const settled = cells.filter((cell) => cell.state === 'ready');
  const overall = settled.flatMap((cell) => cell.ratings[venue.form.overallField] ?? []);
  return {
    number: paper.number,
    title: paper.title,
    declaredTopics: paper.topics,
    due:
      reviewing
        .flatMap(({ due }) => (due === null ? [] : [due]))
        .toSorted()
        .at(-1) ?? null,
    expectedCount: reviewing.length - refused.length,
    receivedCount: received.length,
    overall: summarizeScores(overall),
    weightedMean: weightByConfidence(venue, settled),
    deviation: deviationOf(overall),
    reviews: cells,
  };
}

function toCell(
  { venue, settlements }: Reading,
  who: Pick<ReviewCell, 'reviewer' | 'reviewerName' | 'refusal'>,
  assignment: Assignment | undefined,
  revisions: readonly StoredRevision[],
): ReviewCell {
  const versions = versionsOf(revisions, settlements).standing;
  const newest = versions[0];
  const base = { ...who, isAssigned: assignment !== undefined };
  if (newest === undefined) {
    const state = who.refusal === null ? 'missing' : 'refused';
    return {
      ...base,
      state,
      review: null,
      ratings: {},
      topics: [],
      isLate: false,
      flags: [],
      writtenAt: null,
    };
  }
  const { answers, review, state } = newest.revision;
  return {
    ...base,
    state: versions.length > 1 ? 'conflict' : state,
    review,
    ratings: ratingsOnScale(venue, newest.revision),
    topics: Object.values(answers).flatMap((answer) => (answer.kind === 'topics' ? answer.tags : [])),
    isLate: isAfter(newest.revision.writtenAt, assignment?.due ?? null),
    flags: venue.form.fields.flatMap(({ id }) => {
      const answer = answers[id];
      return answer?.kind === 'flag' && answer.isRaised ? [id] : [];
    }),
    writtenAt: newest.revision.writtenAt,
  };
}

/** The mean of the overall ratings, each counted by its reviewer's confidence. */
function weightByConfidence({ form }: Venue, cells: readonly ReviewCell[]): number | null {
  const field = confidenceFieldOf(form);
  if (field === null) return null;
  return weightedMeanOf(
    cells.flatMap(({ ratings }) => {
      const score = ratings[form.overallField];
      const confidence = ratings[field.id];
      if (score === undefined) return [];
      return [{ score, weight: confidence === undefined ? null : toWeight(field, confidence) }];
    }),
  );
}

/** Ratings that the venue's form has, on its scales. Whatever else a bundle said is shown with the review, not counted. */
function ratingsOnScale(venue: Venue, { answers }: Revision): Readonly<Record<string, number>> {
  const ratings = venue.form.fields.flatMap((field) => {
    const answer = answers[field.id];
    if (answer?.kind !== 'rating' || answerMismatch(field, answer, new Set()) !== null) return [];
    return [[field.id, answer.value] as const];
  });
  return Object.fromEntries(ratings);
}
