import type { ReactNode } from 'react';
import { useClock } from '@renderer/bridge/clock';
import type { Place } from '@shared/contract/app';
import { clockDoubt } from '@shared/rules/deadlines';
import { Banner } from '@renderer/ui/Banner';
import { useVenueFacts } from './use-venue-facts';

/** Says that times left may be wrong, when this computer's clock cannot be right. */
export function ClockDoubt({ place }: { readonly place: Place }): ReactNode {
  const { nowMs } = useClock();
  const doubt = clockDoubt(nowMs, useVenueFacts(place)?.latestSeen ?? null);
  if (doubt === null) return null;
  return (
    <Banner tone="warning" title="Check the date and time of this computer">
      {doubt} Nothing is blocked by it.
    </Banner>
  );
}
