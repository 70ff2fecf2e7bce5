import { AppError } from '@shared/contract/errors';
import type { BundleContents, Glossary } from '@shared/contract/bundle-contents';
import type { VenueId } from '@shared/model/ids';
import type { Venue } from '@shared/model/venue';
import { listPapers } from '../store/papers';
import { listPeople } from '../store/people';
import { getVenue } from '../store/venues';
import { readContents } from './bundle-contents';
import { readVenueFile } from './create-venue';
import type { JobControl, ServiceDeps } from './deps';
import { toReport } from './error-report';
import { withReadableBundle } from './open-readable';

/** What tells of a venue: its papers' titles and its people's names. */
type Told = Pick<BundleContents, 'venue' | 'people' | 'papers'>;

/**
 * The words for what a bundle names by number: its own, else the venue file's or the assignment bundle's that was given,
 * else those of the venue's store.
 *
 * Refused: BUNDLE_WRONG_VENUE (the given file is another venue's), and whatever reading that file refuses.
 */
export function gatherGlossary(
  deps: ServiceDeps,
  contents: BundleContents,
  given: { readonly venuePath: string | null; readonly keyPath?: string | null },
  job: JobControl,
): Glossary {
  const { venue } = contents.header;
  const told = [
    contents,
    ...(given.venuePath === null
      ? []
      : [readGiven(deps, given.venuePath, given.keyPath ?? null, venue, job)]),
    ...(deps.stores.has(venue) ? [readStored(deps, venue)] : []),
  ];
  // What was told first counts, so it is put over the rest.
  const last = told.toReversed();
  return {
    venue: told.find((one) => one.venue !== null)?.venue ?? null,
    people: Object.fromEntries(last.flatMap(({ people }) => people.map(({ id, name }) => [id, name]))),
    titles: Object.fromEntries(
      last.flatMap(({ papers }) => papers.map(({ number, title }) => [number, title])),
    ),
  };
}

function readStored(deps: ServiceDeps, venue: VenueId): Told {
  const { db } = deps.stores.open(venue);
  return { venue: getVenue(db), people: listPeople(db), papers: listPapers(db) };
}

/** A venue file, or an assignment bundle, which has the venue file in it. */
function readGiven(
  deps: ServiceDeps,
  path: string,
  keyPath: string | null,
  wanted: VenueId,
  job: JobControl,
): Told {
  const told = readVenueOrBundle(deps, path, keyPath, job);
  if (told.venue?.id === wanted) return told;
  throw new AppError(
    'BUNDLE_WRONG_VENUE',
    `The bundle is of the venue ${wanted}, and the venue file is not. Name that venue's file or assignment bundle.`,
    `venue ${told.venue?.id ?? 'not told'}`,
  );
}

function readVenueOrBundle(deps: ServiceDeps, path: string, keyPath: string | null, job: JobControl): Told {
  try {
    return withReadableBundle(deps, { path, keyPath }, readContents, job);
  } catch (error) {
    if (toReport(error).code !== 'BUNDLE_NOT_A_BUNDLE') throw error;
    const venue: Venue = readVenueFile(path);
    return { venue, people: [], papers: [] };
  }
}
