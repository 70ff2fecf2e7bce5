import type { SearchedPapers, SearchScope } from '@shared/contract/search';
import type { PaperNumber } from '@shared/model/ids';
import { listAssignmentsOf, listWithdrawnPapers } from '../store/assignments';
import { listBlobs } from '../store/blobs';
import type { ReadDb } from '../store/database';
import type { PaperText } from '../store/papers';
import type { IndexedSource } from '../store/search-index';
import { requireConsolidator } from './consolidator';
import { requireSelf } from './my-review';

/** How often a PDF is tried that the application never came back from. */
export const MAX_ATTEMPTS = 2;

/**
 * Whether a paper is among those that are searched: mine to review, also those taken off me that I wrote about; or all.
 * Refused: NOT_AN_ORGANIZER.
 */
export function searchablePapers(db: ReadDb, papers: SearchedPapers): (paper: PaperNumber) => boolean {
  if (papers === 'all') {
    requireConsolidator(db);
    return () => true;
  }
  const me = requireSelf(db);
  const assigned = listAssignmentsOf(db, me.id).filter(({ role }) => role === 'reviewer');
  const mine = new Set([...assigned.map(({ paper }) => paper), ...listWithdrawnPapers(db, me.id)]);
  return (paper) => mine.has(paper);
}

/** How much of papers is in the index. */
export function toSearchScope(
  papers: readonly Pick<PaperText, 'number' | 'pdf'>[],
  folder: string,
  sources: ReadonlyMap<string, IndexedSource>,
): SearchScope {
  const here = listBlobs(folder);
  const withoutText: PaperNumber[] = [];
  const unreadable: SearchScope['unreadable'][number][] = [];
  let indexed = 0;
  for (const { number, pdf } of papers) {
    const known = sources.get(pdf);
    const outcome = known?.outcome ?? (isGivenUp(known) ? 'broken' : null);
    if (outcome === 'indexed') indexed += 1;
    else if (outcome === 'no-text') withoutText.push(number);
    else if (outcome !== null) unreadable.push({ paper: number, why: outcome });
    else if (!here.has(pdf)) unreadable.push({ paper: number, why: 'missing' });
  }
  return { total: papers.length, indexed, withoutText, unreadable };
}

/** Whether a PDF was begun too often without an end. */
export function isGivenUp(known: IndexedSource | undefined): boolean {
  return known !== undefined && known.outcome === null && known.attempts >= MAX_ATTEMPTS;
}
