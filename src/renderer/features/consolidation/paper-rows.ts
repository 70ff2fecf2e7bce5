import type { Consolidation, PaperRow, ReviewCell } from '@shared/contract/consolidation';
import type { Topic } from '@shared/model/topic';
import type { ScoreSummary } from '@shared/rules/score-summary';

/** Which papers a table shows. */
export type PaperFilter = 'all' | 'incomplete' | 'conflicts';

/** How many papers each filter shows, and how many reviews are late. */
export interface PaperCounts {
  readonly all: number;
  readonly incomplete: number;
  readonly conflicts: number;
  readonly lateReviews: number;
}

/** Whether a review that is expected has not come in. */
export function isIncomplete(paper: PaperRow): boolean {
  return paper.reviews.some((cell) => cell.isAssigned && cell.state === 'missing');
}

/** Whether two versions of a review part. */
export function hasConflict(paper: PaperRow): boolean {
  return paper.reviews.some((cell) => cell.state === 'conflict');
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

/** The papers that pass a filter and hold every word of a query, in number, title, topics or reviewers. */
export function filterPapers(
  { papers, venue }: Pick<Consolidation, 'papers' | 'venue'>,
  filter: PaperFilter,
  query: string,
): readonly PaperRow[] {
  const words = query.toLocaleLowerCase('en').split(/\s+/u).filter(Boolean);
  return papers.filter((paper) => {
    if (filter === 'incomplete' && !isIncomplete(paper)) return false;
    if (filter === 'conflicts' && !hasConflict(paper)) return false;
    if (words.length === 0) return true;
    const text = searchText(paper, venue.topics);
    return words.every((word) => text.includes(word));
  });
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
