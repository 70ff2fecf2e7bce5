import type { ReactNode } from 'react';
import { VenueProblem } from '@renderer/features/store-restore';
import { Welcome } from '@renderer/features/welcome';
import type { VenueSummary } from '@shared/contract/library';
import type { VenueId } from '@shared/model/ids';
import { useWindowTitle } from './use-window-title';

/** Props of {@link Start}. */
export interface StartProps {
  readonly venues: readonly VenueSummary[];
  readonly onOpenVenue: (venue: VenueId) => void;
  readonly onOpenBundle: () => void;
  readonly onOpenSample: () => void;
  readonly onSetUpVenue: () => void;
  readonly onStartFromForm: () => void;
}

/** The window without a venue. */
export function Start(props: StartProps): ReactNode {
  useWindowTitle([]);
  return <Welcome {...props} renderProblem={(venue) => <VenueProblem key={venue.venue} venue={venue} />} />;
}
