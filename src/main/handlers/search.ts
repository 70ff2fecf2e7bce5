import { searchOwn } from '../services/search-own';
import { readSearchScope, searchPapers } from '../services/search-papers';
import type { Handlers } from './handler';

/** The search over all papers. */
export const searchHandlers: Pick<
  Handlers,
  'search.papers' | 'search.own' | 'search.scope' | 'search.index'
> = {
  'search.papers': ({ services }, input) => searchPapers(services, input),
  'search.own': ({ services }, input) => searchOwn(services, input),
  'search.scope': ({ services }, input) => readSearchScope(services, input),
  'search.index': ({ jobs, pageReaderPath }, { venue }) =>
    jobs.start('index-papers', { venue, readerPath: pageReaderPath }, (report) => report),
};
