import { lazy, Suspense, type ReactNode } from 'react';
import { useQuery } from '@renderer/bridge/queries';
import { useCommands } from '@renderer/ui/commands';
import type { Place } from '@shared/contract/app';
import { useSheets, type SheetName } from './sheets-state';
import { waysOutCommands } from './ways-out';

// Few starts of the window need them.
const WaysOutSheets = lazy(async () => ({ default: (await import('./WaysOutSheets')).WaysOutSheets }));

const SHEETS: ReadonlySet<SheetName> = new Set<SheetName>([
  'copies',
  'receipt',
  'form-out',
  'form-in',
  'start-from-form',
]);

/** Props of {@link WaysOut}. */
export interface WaysOutProps {
  /** Where the window is; null without a venue. */
  readonly place: Place | null;
  readonly onGo: (place: Place) => void;
}

/** The sheets through which reviews leave in other shapes than a bundle, and forms of other systems come in. */
export function WaysOut({ place, onGo }: WaysOutProps): ReactNode {
  const { open, receipt } = useSheets();
  const mine = place?.workspace === 'reviewer' ? place.venue : null;
  const forms = useQuery('form.ofVenue', mine === null ? null : { venue: mine }).data ?? null;
  useCommands(waysOutCommands(place, forms));
  const isShown = receipt !== null || (open !== null && SHEETS.has(open));
  if (!isShown) return null;
  return (
    <Suspense>
      <WaysOutSheets open={open} receipt={receipt} venue={mine} paper={place?.paper ?? null} onGo={onGo} />
    </Suspense>
  );
}
