import { create } from 'zustand';
import type { Place, Workspace } from '@shared/contract/app';
import type { PaperNumber, VenueId } from '@shared/model/ids';
import { setPreferences } from '@renderer/bridge/preferences';
import { toRequestError } from '@renderer/bridge/client';
import { toast } from '@renderer/ui/toasts';
import type { Screen } from './screen';

/** Where the window is wanted to be; null until anybody said. `resolveScreen` says what of it can be shown. */
export const useNavigation = create<{ readonly wanted: Screen | null }>(() => ({ wanted: null }));

/** Starts at the place that was left last. */
export function startAt(place: Place | null): void {
  useNavigation.setState({ wanted: place === null ? null : { kind: 'venue', place } });
}

/** Goes to a place, and remembers it for the next start. */
export function goTo(place: Place): void {
  useNavigation.setState({ wanted: { kind: 'venue', place } });
  setPreferences({ place }).catch((thrown: unknown) => {
    toast({ title: 'The place was not remembered', text: toRequestError(thrown).message, tone: 'warning' });
  });
}

/** Goes to a venue's desk, with no paper open. */
export function goToVenue(venue: VenueId, workspace: Workspace): void {
  goTo({ venue, workspace, paper: null });
}

/** Opens a paper at the desk where the window is; null closes it. */
export function goToPaper(place: Place, paper: PaperNumber | null): void {
  goTo({ ...place, paper });
}

/** Shows what can be done without a venue. */
export function goToWelcome(): void {
  useNavigation.setState({ wanted: { kind: 'welcome' } });
}

/** Shows an organizer's first steps. */
export function goToSetUp(): void {
  useNavigation.setState({ wanted: { kind: 'set-up' } });
}
