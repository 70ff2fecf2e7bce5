import { useEffect } from 'react';
import { create } from 'zustand';
import type { ReaderSeek } from '@renderer/reader';
import type { SoughtNote } from '@renderer/features/annotations';
import type { AnnotationId, PaperNumber, VenueId } from '@shared/model/ids';

/** Where the reader of a paper is to be led: to words on a page, or to a note of mine. */
export interface Sought {
  readonly seek?: ReaderSeek;
  readonly note?: SoughtNote;
}

interface SoughtPlace extends Sought {
  readonly venue: VenueId;
  readonly paper: PaperNumber;
}

const useSoughtPlace = create<{ readonly place: SoughtPlace | null }>(() => ({ place: null }));

const NOTHING: Sought = {};

/** Leads the reader of a paper to a place in it: at once when the paper is open, else when it opens next. */
export function seekInPaper(venue: VenueId, paper: PaperNumber, seek: ReaderSeek): void {
  useSoughtPlace.setState({ place: { venue, paper, seek } });
}

/** Leads the reader of a paper to a note of mine on it. */
export function seekNote(venue: VenueId, paper: PaperNumber, id: AnnotationId): void {
  useSoughtPlace.setState({ place: { venue, paper, note: { id } } });
}

/**
 * Where the reader of a paper is to be led; nothing when it is another paper that was sought last. It is forgotten with
 * the desk that asked: the paper opens next where it was left.
 */
export function useSought(venue: VenueId, paper: PaperNumber): Sought {
  const sought = useSoughtPlace(({ place }) =>
    place?.venue === venue && place.paper === paper ? place : NOTHING,
  );
  useEffect(
    () => () => {
      if (sought !== NOTHING && useSoughtPlace.getState().place === sought)
        useSoughtPlace.setState({ place: null });
    },
    [sought],
  );
  return sought;
}

/** The place on a page that the reader of a paper is to be led to. */
export function useSeekOf(venue: VenueId, paper: PaperNumber): ReaderSeek | undefined {
  return useSought(venue, paper).seek;
}
