import { venueIdSchema, type VenueId } from '@shared/model/ids';
import type { Venue } from '@shared/model/venue';

/** What the sample adds to its venue's id, so that the real venue and its sample can be on one machine. */
const SUFFIX = '-sample';

/** The sample of a venue: the same facts under another id and name. */
export function toSampleVenue(venue: Venue): Venue {
  return {
    ...venue,
    id: venueIdSchema.parse(`${venue.id}${SUFFIX}`),
    name: `${venue.name} (sample)`,
    shortName: `${venue.shortName} sample`,
  };
}

/** Whether a venue is the sample. */
export function isSampleVenue(venue: VenueId): boolean {
  return venue.endsWith(SUFFIX);
}
