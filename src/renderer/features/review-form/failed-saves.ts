import { create } from 'zustand';
import type { RequestError } from '@renderer/bridge/client';
import type { PaperNumber, VenueId } from '@shared/model/ids';
import type { ReviewSession } from './review-session';

/** A review whose newest change is not on disk. */
export interface FailedSave {
  readonly venue: VenueId;
  readonly paper: PaperNumber;
  readonly error: RequestError;
  readonly session: ReviewSession;
}

/** What is known of reviews that are not saved. */
export interface FailedSaves {
  /** Every review whose newest change could not be saved, whatever is on screen. */
  readonly failures: readonly FailedSave[];
  /** The sessions whose forms are on screen: each form says itself that it is not saved. */
  readonly onScreen: readonly ReviewSession[];
}

/** Reviews that are not saved, for whoever has to say so. */
export const useFailedSaves = create<FailedSaves>(() => ({ failures: [], onScreen: [] }));

/** Takes note of a form on screen, until the returned function is called. */
export function noteOnScreen(session: ReviewSession): () => void {
  useFailedSaves.setState(({ onScreen }) => ({ onScreen: [...onScreen, session] }));
  return () => {
    useFailedSaves.setState(({ onScreen }) => ({ onScreen: onScreen.filter((one) => one !== session) }));
  };
}

/** Keeps the list of failed saves true for a session. */
export function watchFailures(venue: VenueId, paper: PaperNumber, session: ReviewSession): void {
  session.store.subscribe(({ saving: { error } }, before) => {
    if (error === before.saving.error) return;
    useFailedSaves.setState(({ failures }) => {
      const others = failures.filter((failure) => failure.venue !== venue || failure.paper !== paper);
      return {
        failures: error === null ? others : [...others, { venue, paper, error, session }],
      };
    });
  });
}
