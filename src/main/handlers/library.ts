import { readBuiltInVenue } from '../services/create-venue';
import { listVenues, openPaper, readLibrary, readVenue, rememberView } from '../services/library';
import type { Handlers } from './handler';

/** Venues and papers. */
export const libraryHandlers: Pick<
  Handlers,
  'library.list' | 'library.get' | 'venue.get' | 'venue.getBuiltIn' | 'paper.get' | 'paper.rememberView'
> = {
  'library.list': ({ services }) => listVenues(services),
  'library.get': ({ services }, input) => readLibrary(services, input),
  'venue.get': ({ services }, input) => readVenue(services, input),
  'venue.getBuiltIn': ({ services }) => readBuiltInVenue(services),
  'paper.get': ({ services }, input) => openPaper(services, input),
  'paper.rememberView': ({ services }, input) => rememberView(services, input),
};
