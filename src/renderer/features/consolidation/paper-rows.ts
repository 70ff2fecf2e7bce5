import type { Consolidation, PaperRow, ReviewCell } from '@shared/contract/consolidation';
import type { FormField } from '@shared/model/form';
import type { PaperFilter } from '@shared/model/table-view';
import type { Topic } from '@shared/model/topic';
import type { ScoreSummary } from '@shared/rules/score-summary';
import { hasConflict, isIncomplete, isStanding } from './paper-standing';

/** How many papers there are of some standings, and how many reviews are late. */
export interface PaperCounts {
  readonly all: number;
  readonly incomplete: number;
  readonly conflicts: number;
  readonly lateReviews: number;
}

/** Counts for the head of the table. */
export function countPapers(papers: readonly PaperRow[]): PaperCounts {
  return {
    all: papers.length,
    incomplete: papers.filter(isIncomplete).length,
    conflicts: papers.filter(hasConflict).length,
    lateReviews: papers.flatMap((paper) => paper.reviews).filter((cell) => cell.isLate).length,
  };
}

/** The papers that pass a filter. A paper without scores passes no bound on scores. */
export function filterPapers(
  { papers, venue }: Pick<Consolidation, 'papers' | 'venue'>,
  filter: PaperFilter,
): readonly PaperRow[] {
  const words = filter.words.toLocaleLowerCase('en').split(/\s+/u).filter(Boolean);
  return papers.filter((paper) => {
    const { mean } = paper.overall;
    if (!isStanding(paper, filter.standing)) return false;
    if (filter.topic !== null && !isAbout(paper, filter.topic)) return false;
    if (filter.lowestMean !== null && (mean === null || mean < filter.lowestMean)) return false;
    if (filter.highestMean !== null && (mean === null || mean > filter.highestMean)) return false;
    if (filter.leastSpread !== null && (spreadOf(paper.overall) ?? -1) < filter.leastSpread) return false;
    if (words.length === 0) return true;
    const text = searchText(paper, venue.topics);
    return words.every((word) => text.includes(word));
  });
}

/** Whether the authors declared a topic or a reviewer tagged it. */
function isAbout({ declaredTopics, reviews }: PaperRow, topic: string): boolean {
  return (
    declaredTopics.includes(topic) || reviews.some(({ topics }) => topics.some((tag) => tag.topic === topic))
  );
}

/** Who was asked for a review that has not come in. */
export function missingReviewers(paper: PaperRow): readonly string[] {
  return paper.reviews.filter((cell) => cell.state === 'missing').map((cell) => cell.reviewerName);
}

/** The lowest and highest score: `3–5`, or `4` when they are the same. */
export function rangeText({ lowest, highest }: ScoreSummary): string {
  if (lowest === null || highest === null) return '';
  return lowest === highest ? `${lowest}` : `${lowest}–${highest}`;
}

/** How far apart the scores are; null when there are none. */
export function spreadOf({ lowest, highest }: ScoreSummary): number | null {
  return lowest === null || highest === null ? null : highest - lowest;
}

/** A topic's few words, or its id when the venue does not know it. */
export function topicWords(topics: readonly Topic[], id: string): string {
  return topics.find((topic) => topic.id === id)?.shortTitle ?? id;
}

/**
 * What is to be seen about a paper besides its scores, the gravest first, each in a word. A raised flag is called by its id:
 * its label is a whole sentence.
 */
export function flagWords(paper: PaperRow, fields: readonly FormField[]): readonly string[] {
  const raised = new Set(paper.reviews.flatMap(({ flags }) => flags));
  return [
    ...(hasConflict(paper) ? ['Conflict'] : []),
    ...fields.flatMap(({ id }) => (raised.has(id) ? `${id.slice(0, 1).toUpperCase()}${id.slice(1)}` : [])),
    ...(paper.needsDiscussion ? ['Discuss'] : []),
    ...(paper.reviews.some(({ isLate }) => isLate) ? ['Late'] : []),
  ];
}

/** What is searched, by row: made once, since filtering runs at each keystroke over thousands of papers. */
const searchTexts = new WeakMap<PaperRow, string>();

function searchText(paper: PaperRow, topics: readonly Topic[]): string {
  const known = searchTexts.get(paper);
  if (known !== undefined) return known;
  const tagged = paper.reviews.flatMap((cell: ReviewCell) => cell.topics.map((tag) => tag.topic));
  const words = [...paper.declaredTopics, ...tagged].map((id) => topicWords(topics, id));
  const people = paper.reviews.map((cell) => cell.reviewerName);
  const text = [`#${paper.number}`, paper.title, ...words, ...people].join('\n').toLocaleLowerCase('en');
  searchTexts.set(paper, text);
  return text;
}
