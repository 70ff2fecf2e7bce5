import type { Place, Workspace } from '@shared/contract/app';
import type { VenueSummary } from '@shared/contract/library';
import type { Role } from '@shared/model/person';

/** What the window shows. */
export type Screen =
  | { readonly kind: 'welcome' }
  /** An organizer's first steps: there is no venue yet. */
  | { readonly kind: 'set-up' }
  | { readonly kind: 'venue'; readonly place: Place };

/** The desks in the order of their tabs. */
export const workspaceOrder: readonly Workspace[] = ['reviewer', 'chair', 'organizer'];

/** What each desk is called. */
export const workspaceTitles: Readonly<Record<Workspace, string>> = {
  reviewer: 'Reviewer',
  chair: 'Chair',
  organizer: 'Organizer',
};

/** The desks that my roles give me at a venue, in order. */
export function workspacesOf(roles: readonly Role[]): readonly Workspace[] {
  return workspaceOrder.filter((workspace) => roles.includes(workspace));
}

/**
 * What can be shown of what is wanted: a venue that is not here (any more) or cannot be opened gives the welcome, a desk
 * that is not mine gives my first. Nothing wanted, as at the first start, gives the only venue there is.
 */
export function resolveScreen(wanted: Screen | null, venues: readonly VenueSummary[]): Screen {
  if (wanted === null) {
    const [only, other] = venues;
    if (only === undefined || other !== undefined || only.problem !== null) return { kind: 'welcome' };
    const place = { venue: only.venue, workspace: 'reviewer', paper: null } as const;
    return resolveScreen({ kind: 'venue', place }, venues);
  }
  if (wanted.kind !== 'venue') return wanted;
  const { place } = wanted;
  const venue = venues.find((one) => one.venue === place.venue);
  if (venue === undefined || venue.problem !== null) return { kind: 'welcome' };
  const [first] = workspacesOf(venue.roles);
  if (first === undefined || venue.roles.includes(place.workspace)) return wanted;
  return { kind: 'venue', place: { ...place, workspace: first, paper: null } };
}
