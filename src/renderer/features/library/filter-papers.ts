import type { LibraryRow } from '@shared/contract/library';
import type { Venue } from '@shared/model/venue';
import { OTHER_VERSION_WORD, reviewStatusWords } from '../common/review-status';
import { topicTitles } from './library-words';

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The papers that hold every word of a filter in number, title, topics or status. Accents and case do not matter. */
export function filterPapers(
  papers: readonly LibraryRow[],
  filter: string,
  venue: Venue,
): readonly LibraryRow[] {
  const words = fold(filter).split(/\s+/).filter(Boolean);
  if (words.length === 0) return papers;
  return papers.filter((paper) => {
    const topics = topicTitles(venue, paper.topics, 'full').join(' ');
    const status = [reviewStatusWords[paper.status].word, paper.hasOtherVersion ? OTHER_VERSION_WORD : ''];
    const text = fold([`#${paper.number}`, paper.title, topics, ...status].join(' '));
    return words.every((word) => text.includes(word));
  });
}
