import type { VenueId } from '@shared/model/ids';
import { hasBundlesOut } from '../store/bundles-out';
import { getSelf } from '../store/facts';
import { getPerson } from '../store/people';
import type { Stores } from '../store/stores';
import { getVenue } from '../store/venues';

/**
 * Who has signed on this computer and for which venue, a sentence part each: `Ada Lindqvist for Sim2Science 2026`. Setting
 * a venue up counts: its invitations come from the key. A venue that cannot be opened counts, since it cannot be asked.
 */
export function findKeyUses(stores: Stores): readonly string[] {
  return stores.list().flatMap((venue) => {
    try {
      return usesOf(stores, venue);
    } catch {
      return [`somebody for ${venue}, which cannot be opened`];
    }
  });
}

function usesOf(stores: Stores, venue: VenueId): string[] {
  const { db } = stores.open(venue);
  const self = getSelf(db);
  const me = self === undefined ? undefined : getPerson(db, self);
  const hasSigned = hasBundlesOut(db) || me?.roles.includes('organizer') === true;
  return hasSigned ? [`${me?.name ?? 'somebody'} for ${getVenue(db).shortName}`] : [];
}
