import type { FoundPaper, OwnHit, SearchAnswer, SearchHit, SearchScope } from '@shared/contract/search';
import { formatCount } from '../common/format';

/** A hit with the paper it is in, as the list goes through them. */
export interface HitRow {
  readonly paper: Pick<FoundPaper, 'paper' | 'title'>;
  readonly hit: SearchHit;
  /** What I wrote there; undefined for a place in the paper itself. */
  readonly own?: OwnHit;
  /** Whether it is the paper's first in the list, under its title. */
  readonly isFirst: boolean;
}

/** The hits in the order of the list. */
export function toRows({ papers }: SearchAnswer): readonly HitRow[] {
  return papers.flatMap((paper) => paper.hits.map((hit, index) => ({ paper, hit, isFirst: index === 0 })));
}

/** What was found in my notes and reviews, in the order of the list. */
export function toOwnRows(hits: readonly OwnHit[]): readonly HitRow[] {
  return hits.map((own, index) => ({
    paper: own,
    hit: { page: null, text: own.text, marks: own.marks },
    own,
    isFirst: hits[index - 1]?.paper !== own.paper,
  }));
}

/** The words to find on a hit's page: the query when that is one term, else the longest that was met there. */
export function wordsToFind({ text, marks }: SearchHit, plainWords: string | null): string {
  const met = marks.map(([from, to]) => text.slice(from, to));
  const longest = met.reduce((best, words) => (words.length > best.length ? words : best), '');
  const isPlain =
    plainWords !== null && text.toLocaleLowerCase('en').includes(plainWords.toLocaleLowerCase('en'));
  return isPlain ? plainWords : longest;
}

/** What was searched: `9 of 10 papers searched; 1 scan has no text`. */
export function describeScope({ total, indexed, withoutText, unreadable }: SearchScope): string {
  const waiting = total - indexed - withoutText.length - unreadable.length;
  const parts = [`${indexed} of ${formatCount(total, 'paper')} searched`];
  if (waiting > 0) parts.push(`${waiting} still to be read`);
  if (withoutText.length > 0)
    parts.push(`${formatCount(withoutText.length, 'scan')} without text (${listPapers(withoutText)})`);
  if (unreadable.length > 0)
    parts.push(`${unreadable.length} cannot be read (${listPapers(unreadable.map(({ paper }) => paper))})`);
  return parts.join('; ');
}

const MAX_LISTED = 5;

function listPapers(papers: readonly number[]): string {
  const listed = papers.slice(0, MAX_LISTED).map((paper) => `#${paper}`);
  return papers.length > MAX_LISTED ? `${listed.join(', ')}, …` : listed.join(', ');
}
