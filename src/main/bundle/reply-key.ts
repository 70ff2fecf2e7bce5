import type { PersonId, VenueId } from '@shared/model/ids';
import { ageIdentityFromSeed, type AgeIdentity } from './age/age-keys';
import { deriveSeed, type Identity } from './keys';

/**
 * The key that opens what is encrypted for a person of a venue: derived from the organizer's signing key, as invitations
 * are, so that it needs no storage, replies can be encrypted before anybody has answered, and the same assignment bundle
 * has the same bytes every time (docs/adr/0011).
 */
export function replyKeyOf(organizer: Identity, venue: VenueId, person: PersonId): AgeIdentity {
  return ageIdentityFromSeed(deriveSeed(organizer, `referee-reply-key-v1\n${venue}\n${person}`));
}
