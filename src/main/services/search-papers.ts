import type {
  FoundPaper,
  SearchAnswer,
  SearchedPapers,
  SearchHit,
  SearchScope,
} from '@shared/contract/search';
import { paperNumberSchema, sha256Schema, type PaperNumber, type VenueId } from '@shared/model/ids';
import { onlyTermOf, parseSearchQuery } from '@shared/rules/search-query';
import { getPaperTitle, listPaperPdfs, listPapersOfPdf } from '../store/papers';
import type { ReadDb } from '../store/database';
import { withSearchIndex } from '../store/search-database';
import { findHits } from '../store/search-hits';
import { listSources } from '../store/search-index';
import type { ServiceDeps } from './deps';
import { searchablePapers, toSearchScope } from './searchable-papers';

/** Where is looked, and for what. */
export interface SearchInput {
  readonly venue: VenueId;
  readonly papers: SearchedPapers;
  readonly query: string;
  readonly limit: number;
}

/** Looks through pages, titles and abstracts. Refused: VENUE_NOT_FOUND, NOT_AN_ORGANIZER. */
export function searchPapers(deps: ServiceDeps, input: SearchInput): SearchAnswer {
  const { db, folder } = deps.stores.open(input.venue);
  const isSearched = searchablePapers(db, input.papers);
  const query = parseSearchQuery(input.query);
  return withSearchIndex(folder, (index) => {
    const found = new Map<PaperNumber, { title: string; hits: SearchHit[] }>();
    let count = 0;
    let isCut = false;
    for (const { source, page, text, marks } of findHits(index, query)) {
      for (const { number, title } of papersOf(db, source)) {
        if (!isSearched(number)) continue;
        if (count === input.limit) {
          isCut = true;
          break;
        }
        const paper = found.get(number) ?? { title, hits: [] };
        found.set(number, paper);
        paper.hits.push({ page: page === 0 ? null : page, text, marks });
        count += 1;
      }
      if (isCut) break;
    }
    const papers: readonly FoundPaper[] = [...found].map(([paper, rest]) => ({ paper, ...rest }));
    return { papers, isCut, plainWords: onlyTermOf(query) };
  });
}

/** What can be searched now. Refused: VENUE_NOT_FOUND, NOT_AN_ORGANIZER. */
export function readSearchScope(
  deps: ServiceDeps,
  input: Pick<SearchInput, 'venue' | 'papers'>,
): SearchScope {
  const { db, folder } = deps.stores.open(input.venue);
  const isSearched = searchablePapers(db, input.papers);
  const papers = listPaperPdfs(db).filter(({ number }) => isSearched(number));
  return toSearchScope(papers, folder, withSearchIndex(folder, listSources));
}

/** The papers that a source of the index belongs to; none when its PDF was replaced. */
function papersOf(db: ReadDb, source: string): readonly { number: PaperNumber; title: string }[] {
  const sha256 = sha256Schema.safeParse(source);
  if (sha256.success) return listPapersOfPdf(db, sha256.data);
  const number = paperNumberSchema.parse(Number(source.replace(/^about /, '')));
  const title = getPaperTitle(db, number);
  return title === undefined ? [] : [{ number, title }];
}
