import { useMemo } from 'react';
import type { PaperNumber, VenueId } from '@shared/model/ids';
import { useFailedSaves, type Writing } from './failed-saves';

/** What of one venue is not on disk. */
export interface UnsavedOfVenue {
  readonly papers: readonly PaperNumber[];
  /** Sends again what could not be saved. */
  readonly retry: () => void;
}

/**
 * The papers of a venue on which my newest review, meta-review or decision is not on disk: nothing that is made of the
 * disk holds it.
 */
export function useUnsaved(venue: VenueId | null, what: Writing): UnsavedOfVenue {
  const failures = useFailedSaves((state) => state.failures);
  return useMemo(() => {
    const mine = failures.filter((failure) => failure.venue === venue && failure.what === what);
    return {
      papers: mine.map(({ paper }) => paper),
      retry: () => {
        for (const { session } of mine) session.retry();
      },
    };
  }, [failures, venue, what]);
}
