import { readFileSync } from 'node:fs';
import type {
  ConsolidatedPaper,
  Consolidation,
  PaperRow,
  ReceivedReview,
  ReceivedVersion,
  ReviewCell,
} from '@shared/contract/consolidation';
import type { PaperNumber, PersonId, ReviewId, Sha256, TopicId } from '@shared/model/ids';
import { paperSchema } from '@shared/model/paper';
import type { Answers } from '@shared/model/review';
import type { Instant } from '@shared/model/time';
import type { TopicTag } from '@shared/model/topic';
import { venueSchema } from '@shared/model/venue';
import { deviationOf } from '@shared/rules/score-spread';
import { summarizeScores } from '@shared/rules/score-summary';

/** The venue that ships with Referee. */
export const venue = venueSchema.parse(
  JSON.parse(readFileSync('resources/venues/sim2science-2026.json', 'utf8')),
);

let lastPerson = 0;

/** One review in a table cell: ready, in time and asked for, unless told. */
export function cellOf(
  reviewerName: string,
  overall: number | null,
  more: Partial<ReviewCell> = {},
): ReviewCell {
  lastPerson += 1;
  return {
    reviewer: `p-${String(lastPerson).padStart(16, '0')}` as PersonId,
    reviewerName,
    state: overall === null ? 'missing' : 'ready',
    review: overall === null ? null : (`r-${String(lastPerson).padStart(16, '0')}` as ReviewId),
    ratings: overall === null ? {} : { overall },
    topics: [],
    isLate: false,
    flags: [],
    writtenAt: overall === null ? null : ('2026-05-09T12:00:00.000Z' as Instant),
    isAssigned: true,
    refusal: null,
    ...more,
  };
}

/** A paper with its reviews. */
export function paperOf(
  number: number,
  title: string,
  reviews: readonly ReviewCell[],
  topics: readonly string[] = [],
): PaperRow {
  const received = reviews.filter((cell) => cell.state !== 'missing');
  return {
    number: number as PaperNumber,
    title,
    declaredTopics: topics,
    due: null,
    expectedCount: reviews.filter((cell) => cell.isAssigned).length,
    receivedCount: received.length,
    overall: summarizeScores(received.flatMap((cell) => cell.ratings['overall'] ?? [])),
    weightedMean: null,
    deviation: deviationOf(received.flatMap((cell) => cell.ratings['overall'] ?? [])),
    reviews,
    needsDiscussion: false,
    recommendations: [],
    decisions: [],
  };
}

/** A chair's view of some papers. */
export function consolidationOf(papers: readonly PaperRow[], heldCount = 0): Consolidation {
  return {
    venue,
    roles: ['chair'],
    myName: 'Noor Haddad',
    papers,
    expectedCount: papers.reduce((sum, paper) => sum + paper.expectedCount, 0),
    receivedCount: papers.reduce((sum, paper) => sum + paper.receivedCount, 0),
    heldCount,
    latestSeen: null,
  };
}

/** A topic tag. */
export function tag(topic: string, weight: TopicTag['weight'] = 'primary'): TopicTag {
  return { topic: topic as TopicId, weight, fit: 3 };
}

/** A version of a received review; its hash is made of one hex digit. */
export function versionOf(
  digit: string,
  answers: Answers,
  more: Partial<ReceivedVersion> = {},
): ReceivedVersion {
  return {
    hash: digit.repeat(64) as Sha256,
    state: 'ready',
    answers,
    writtenAt: '2026-05-09T12:00:00.000Z' as Instant,
    receivedAt: '2026-05-10T09:00:00.000Z' as Instant,
    earlierCount: 0,
    isOtherForm: false,
    ...more,
  };
}

/** A received review: asked for, in time, settled by nobody, unless told. */
export function receivedOf(
  reviewerName: string,
  versions: readonly ReceivedVersion[],
  more: Partial<ReceivedReview> = {},
): ReceivedReview {
  return {
    review: 'r-0000000000000001' as ReviewId,
    reviewerName,
    isLate: false,
    isAssigned: true,
    versions,
    settled: null,
    ...more,
  };
}

/** Paper 12 with what came in about it. */
export function consolidatedOf(
  reviews: readonly ReceivedReview[],
  missing: readonly string[] = [],
): ConsolidatedPaper {
  return {
    paper: paperSchema.parse({
      number: 12,
      title: 'A beamline',
      abstract: '',
      keywords: [],
      topics: [],
      authors: [],
      pdf: { sha256: '0'.repeat(64), sizeBytes: 1 },
    }),
    pdfUrl: '',
    reviews,
    missing,
    refusals: [],
    decisionKinds: [],
    myMetaReview: {
      content: { text: '', recommendation: null, confidence: null, needsDiscussion: false },
      savedAt: null,
    },
    metaReviews: [],
    annotations: [],
    decisions: [],
  };
}
