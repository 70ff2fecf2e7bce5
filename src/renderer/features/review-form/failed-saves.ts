import { create } from 'zustand';
import type { RequestError } from '@renderer/bridge/client';
import type { PaperNumber, VenueId } from '@shared/model/ids';
import type { ReviewSession } from './review-session';

/** A review whose newest change is not on disk. */
export interface FailedSave {
  readonly venue: VenueId;
  readonly paper: PaperNumber;
  readonly error: RequestError;
  readonly retry: () => void;
}

/** Every review whose newest change could not be saved, whatever is on screen. */
export const useFailedSaves = create<{ readonly failures: readonly FailedSave[] }>(() => ({ failures: [] }));

/** Keeps the list of failed saves true for a session. */
export function watchFailures(venue: VenueId, paper: PaperNumber, session: ReviewSession): void {
  session.store.subscribe(({ saving: { error } }, before) => {
    if (error === before.saving.error) return;
    useFailedSaves.setState(({ failures }) => {
      const others = failures.filter((failure) => failure.venue !== venue || failure.paper !== paper);
      return {
        failures: error === null ? others : [...others, { venue, paper, error, retry: session.retry }],
      };
    });
  });
}
