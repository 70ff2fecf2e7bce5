import type { SignerStanding } from '@shared/contract/bundle';
import type { BundleHeader } from '@shared/model/bundle';
import type { PersonId, VenueId } from '@shared/model/ids';
import { enrolmentBytes, identityFromPem, isSignedBy, signBytes } from '../bundle/keys';
import type { ReadDb } from '../store/database';
import { getInvitation, getSelf } from '../store/facts';
import { getHelperKey } from '../store/helpers';
import { getInvitationKey } from '../store/people';
import { isRevoked, listKeys } from '../store/signing-keys';
import type { ServiceDeps } from './deps';

/**
 * My invitation's signature over my signing key, in base64; null where I had no invitation. It tells the venue that
 * this key is that of whoever got the assignment bundle (docs/adr/0005).
 */
export function enrolmentOf(deps: ServiceDeps, db: ReadDb, venue: VenueId, me: PersonId): string | null {
  const invitation = getInvitation(db);
  if (invitation === null) return null;
  const bytes = enrolmentBytes(venue, me, deps.identity().fingerprint);
  return signBytes(identityFromPem(invitation), bytes).toString('base64');
}

/**
 * How a bundle's signer stands with this store: whether the key is on record for its author, vouched for by the
 * author's invitation, revoked, or new.
 */
export function standingOf(db: ReadDb, header: BundleHeader): SignerStanding {
  const { person, fingerprint } = header.author;
  if (isRevoked(db, person, fingerprint)) return 'revoked';
  const keys = listKeys(db, person);
  if (keys.includes(fingerprint)) return 'known';
  if (keys.length > 0) return 'changed';
  return isEnrolled(db, header) ? 'enrolled' : 'unknown';
}

function isEnrolled(db: ReadDb, header: BundleHeader): boolean {
  const { person, fingerprint, enrolment } = header.author;
  const invitationKey = invitationKeyOf(db, person);
  if (invitationKey === null || enrolment === null) return false;
  return isSignedBy(
    invitationKey,
    enrolmentBytes(header.venue, person, fingerprint),
    Buffer.from(enrolment, 'base64'),
  );
}

/** The public half of a person's invitation. Mine I know by its private half, which a reviewer's people do not list. */
function invitationKeyOf(db: ReadDb, person: PersonId): string | null {
  const own = getSelf(db) === person ? getInvitation(db) : null;
  if (own !== null) return identityFromPem(own).publicPem;
  return getInvitationKey(db, person) ?? getHelperKey(db, person);
}
