import { useState } from 'react';
import { useQuery } from '@renderer/bridge/queries';
import type { AssignmentDesk, AssignmentRunDetail } from '@shared/contract/assignment';
import type { VenueId } from '@shared/model/ids';

/** The assignment that is shown: the one that was chosen, else the one that stands, else the newest. */
export function useShownRun(
  venue: VenueId,
  desk: AssignmentDesk | undefined,
): { readonly run: AssignmentRunDetail | null; readonly show: (run: number) => void } {
  const [chosen, setChosen] = useState<number | null>(null);
  const runs = desk?.runs ?? [];
  const wanted =
    runs.find(({ id }) => id === chosen) ?? runs.find(({ acceptedAt }) => acceptedAt !== null) ?? runs[0];
  const { data } = useQuery('assignment.getRun', wanted === undefined ? null : { venue, run: wanted.id });
  // The last one stays in sight until the next is there.
  const [last, setLast] = useState<AssignmentRunDetail | null>(null);
  if (data !== undefined && data !== last) setLast(data);
  return { run: data ?? (wanted === undefined ? null : last), show: setChosen };
}
