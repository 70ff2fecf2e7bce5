import type { TrustedKey } from '@shared/contract/trust';
import type { Role } from '@shared/model/person';

/** Why a key is believed to be a person's, in a sentence. */
export const reasonWords: Readonly<Record<TrustedKey['reason'], string>> = {
  first: 'It came with the first bundle of the venue; compare it by voice if much depends on it.',
  enrolment: 'Their own invitation vouches for it.',
  acceptance: 'Somebody accepted it on this computer.',
};

const roleWords: Readonly<Record<Role, string>> = {
  reviewer: 'reviewer',
  chair: 'chair',
  organizer: 'organizer',
};

/** What somebody does for the venue: `Reviewer, chair`. */
export function formatRoles(roles: readonly Role[]): string {
  const text = roles.map((role) => roleWords[role]).join(', ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
