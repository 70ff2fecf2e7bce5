import type { ReactNode } from 'react';
import { useClock } from '@renderer/bridge/clock';
import type { Venue } from '@shared/model/venue';
import { DescriptionList } from '@renderer/ui/DescriptionList';
import { explainVenueDate } from './library-words';

/** The dates of a venue as far as they are announced, in both zones where a time matters. */
export function VenueFacts({ venue }: { readonly venue: Venue }): ReactNode {
  const clock = useClock();
  // When reviews are due stands with the papers; the venue's own word on it counts only once there is one.
  const dates = venue.dates.filter(({ id, date }) => id !== 'reviews' || date !== 'TBD');
  return (
    <DescriptionList
      items={dates.map((date) => ({ term: date.title, value: explainVenueDate(date, clock) }))}
    />
  );
}
