import type { PaperNumber, VenueId } from '@shared/model/ids';

/** Where papers that are not mine to review were being read. Lasts as long as the window. */
const places = new Map<string, unknown>();

/** Where a paper was being read in this window; null when it was not. */
export function readingPlace(venue: VenueId, paper: PaperNumber): unknown {
  return places.get(`${venue} ${paper}`) ?? null;
}

/** Keeps where a paper is being read. */
export function keepReadingPlace(venue: VenueId, paper: PaperNumber, place: unknown): void {
  places.set(`${venue} ${paper}`, place);
}
