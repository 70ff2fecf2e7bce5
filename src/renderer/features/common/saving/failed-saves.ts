import { create } from 'zustand';
import type { RequestError } from '@renderer/bridge/client';
import type { PaperNumber, VenueId } from '@shared/model/ids';
import type { QueueState } from './save-queue';

/** What a person writes about a paper, each on its own. */
export type Writing = 'review' | 'notes' | 'meta-review' | 'decision';

/** What is being written about a paper and saved as it is written, as far as telling of failures goes. */
export interface SavingSession {
  readonly store: {
    subscribe(listener: (state: Saving, before: Saving) => void): () => void;
  };
  /** Sends again what could not be saved. */
  readonly retry: () => void;
}

interface Saving {
  readonly saving: QueueState;
}

/** Something whose newest change is not on disk. */
export interface FailedSave {
  readonly what: Writing;
  readonly venue: VenueId;
  readonly paper: PaperNumber;
  readonly error: RequestError;
  readonly session: SavingSession;
}

/** What is known of work that is not saved. */
export interface FailedSaves {
  /** Everything whose newest change could not be saved, whatever is on screen. */
  readonly failures: readonly FailedSave[];
  /** The sessions that are on screen: each place says itself that it is not saved. */
  readonly onScreen: readonly SavingSession[];
}

/** Work that is not saved, for whoever has to say so. */
export const useFailedSaves = create<FailedSaves>(() => ({ failures: [], onScreen: [] }));

/** Takes note of a session on screen, until the returned function is called. */
export function noteOnScreen(session: SavingSession): () => void {
  useFailedSaves.setState(({ onScreen }) => ({ onScreen: [...onScreen, session] }));
  return () => {
    useFailedSaves.setState(({ onScreen }) => ({ onScreen: onScreen.filter((one) => one !== session) }));
  };
}

/** Keeps the list of failed saves true for a session. */
export function watchFailures(
  what: Writing,
  venue: VenueId,
  paper: PaperNumber,
  session: SavingSession,
): void {
  session.store.subscribe(({ saving: { error } }, before) => {
    if (error === before.saving.error) return;
    useFailedSaves.setState(({ failures }) => {
      const others = failures.filter((failure) => failure.session !== session);
      return {
        failures: error === null ? others : [...others, { what, venue, paper, error, session }],
      };
    });
  });
}
