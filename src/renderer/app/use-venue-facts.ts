import { useQuery } from '@renderer/bridge/queries';
import type { Place } from '@shared/contract/app';
import type { DayDate, Instant } from '@shared/model/time';
import type { Venue } from '@shared/model/venue';

/** What the frame says about the open venue. */
export interface VenueFacts {
  readonly venue: Venue;
  /** My next due date as a reviewer. */
  readonly nextDue: DayDate | null;
  readonly latestSeen: Instant | null;
}

/** The facts of the open venue, from the same answer that its desk shows; null until it is there. */
export function useVenueFacts(place: Place): VenueFacts | null {
  const isReviewer = place.workspace === 'reviewer';
  const library = useQuery('library.get', isReviewer ? { venue: place.venue } : null).data;
  const consolidation = useQuery('consolidation.get', isReviewer ? null : { venue: place.venue }).data;
  if (library !== undefined) return library;
  return consolidation === undefined ? null : { ...consolidation, nextDue: null };
}
