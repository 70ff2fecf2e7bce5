import { venueSchema, type Venue } from '@shared/model/venue';
import { change, selectOne, type ReadDb, type WriteDb } from './database';

const parsed = new WeakMap<ReadDb, { readonly json: string; readonly venue: Venue }>();

/** The venue at its newest revision. A store always holds one. Parsed again only when its text is another. */
export function getVenue(db: ReadDb): Venue {
  const row = selectOne<{ json: string }>(
    db,
    'SELECT json FROM venue_revisions ORDER BY revision DESC LIMIT 1',
  );
  if (row === undefined) throw new Error('this store holds no venue');
  const known = parsed.get(db);
  if (known?.json === row.json) return known.venue;
  const venue = venueSchema.parse(JSON.parse(row.json));
  parsed.set(db, { json: row.json, venue });
  return venue;
}

/** Adds a revision of the venue. A revision that is known is left as it is. */
export function saveVenue(db: WriteDb, venue: Venue): void {
  change(
    db,
    'INSERT INTO venue_revisions VALUES (?, ?) ON CONFLICT DO NOTHING',
    venue.revision,
    JSON.stringify(venue),
  );
}
