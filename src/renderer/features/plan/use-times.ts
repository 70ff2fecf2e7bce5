import { useMemo } from 'react';
import { useQuery } from '@renderer/bridge/queries';
import type { TimeSpent } from '@shared/contract/plan';
import type { PaperNumber, VenueId } from '@shared/model/ids';

/** How long I was at each paper; null where it is not counted, or not known yet. */
export function useTimes(venue: VenueId): ReadonlyMap<PaperNumber, TimeSpent> | null {
  const isOn = useQuery('app.get', {}).data?.preferences.countsTime === true;
  const times = useQuery('time.list', isOn ? { venue } : null).data;
  return useMemo(
    () => (times === undefined ? null : new Map(times.map((time) => [time.paper, time]))),
    [times],
  );
}
