import { useEffect } from 'react';
import { create } from 'zustand';
import type { ReaderSeek } from '@renderer/reader';
import type { PaperNumber, VenueId } from '@shared/model/ids';

interface SoughtPlace {
  readonly venue: VenueId;
  readonly paper: PaperNumber;
  readonly seek: ReaderSeek;
}

const useSought = create<{ readonly place: SoughtPlace | null }>(() => ({ place: null }));

/** Leads the reader of a paper to a place in it: at once when the paper is open, else when it opens next. */
export function seekInPaper(venue: VenueId, paper: PaperNumber, seek: ReaderSeek): void {
  useSought.setState({ place: { venue, paper, seek } });
}

/**
 * Where the reader of a paper is to be led; undefined when it is another paper that was sought last. It is forgotten with
 * the desk that asked: the paper opens next where it was left.
 */
export function useSeekOf(venue: VenueId, paper: PaperNumber): ReaderSeek | undefined {
  const seek = useSought(({ place }) =>
    place?.venue === venue && place.paper === paper ? place.seek : undefined,
  );
  useEffect(
    () => () => {
      if (seek !== undefined && useSought.getState().place?.seek === seek)
        useSought.setState({ place: null });
    },
    [seek],
  );
  return seek;
}
