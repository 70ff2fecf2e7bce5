import { useMemo } from 'react';
import type { PaperNumber, VenueId } from '@shared/model/ids';
import { useFailedSaves } from './failed-saves';

/** Reviews of one venue whose newest change is not on disk. */
export interface UnsavedOfVenue {
  readonly papers: readonly PaperNumber[];
  /** Sends again what could not be saved. */
  readonly retry: () => void;
}

/** The reviews of a venue whose newest change is not on disk: nothing that is made of the disk holds it. */
export function useUnsaved(venue: VenueId | null): UnsavedOfVenue {
  const failures = useFailedSaves((state) => state.failures);
  return useMemo(() => {
    const mine = failures.filter((failure) => failure.venue === venue);
    return {
      papers: mine.map(({ paper }) => paper),
      retry: () => {
        for (const { session } of mine) session.retry();
      },
    };
  }, [failures, venue]);
}
