import { useEffect, type ReactNode } from 'react';
import { offerFiles } from '@renderer/bridge/client';
import type { VenueSummary } from '@shared/contract/library';
import { FileDropOverlay } from '@renderer/ui/FileDropOverlay';
import { toast } from '@renderer/ui/toasts';
import { UnsavedWork } from '@renderer/features/common/saving/UnsavedWork';
import { rememberPaneFocus } from '@renderer/workspaces/pane-focus';
import { Sheets } from '@renderer/workspaces/Sheets';
import { receiveFiles } from '@renderer/workspaces/sheets-state';
import { ClockDoubt } from './ClockDoubt';
import { ErrorBoundary } from './ErrorBoundary';
import styles from './frame.module.css';
import { goTo, goToPaper } from './navigation';
import type { Screen } from './screen';
import { ScreenContent } from './ScreenContent';
import { TopBar } from './TopBar';
import { useAppCommands } from './use-app-commands';
import { useOfferedFiles } from './use-offered-files';

/** Props of {@link Frame}. */
export interface FrameProps {
  readonly screen: Screen;
  readonly venues: readonly VenueSummary[];
}

/** What stands around every screen: top bar, warnings, sheets, files dropped anywhere. */
export function Frame({ screen, venues }: FrameProps): ReactNode {
  const place = screen.kind === 'venue' ? screen.place : null;
  // At a chair's or organizer's desk a review bundle of another venue is a mistake worth telling.
  const deskVenue = place !== null && place.workspace !== 'reviewer' ? place.venue : null;
  useAppCommands(screen, venues);
  useOfferedFiles(deskVenue);
  useEffect(rememberPaneFocus, []);

  const drop = (files: readonly File[]): void => {
    void offerFiles(files).then((offered) => {
      if (offered.length === 0)
        toast({ title: 'Nothing to open was dropped', text: 'Drop .referee files.', tone: 'warning' });
      receiveFiles(offered, deskVenue);
    });
  };
  const key = place === null ? screen.kind : `${place.venue} ${place.workspace} ${place.paper ?? ''}`;
  return (
    <div className={styles['frame']}>
      <TopBar screen={screen} venues={venues} />
      <UnsavedWork />
      {place !== null && <ClockDoubt place={place} />}
      <div className={styles['content']}>
        <ErrorBoundary what="This screen" resetKey={key}>
          <ScreenContent screen={screen} venues={venues} />
        </ErrorBoundary>
      </div>
      <Sheets
        place={place}
        isSample={venues.some((venue) => venue.venue === place?.venue && venue.isSample)}
        onGo={goTo}
        onOpenPaper={(paper) => {
          if (place !== null) goToPaper(place, paper);
        }}
      />
      <FileDropOverlay
        title="Open bundles"
        text="Let go to check them. Nothing comes in before you have seen what it is."
        onDrop={drop}
      />
    </div>
  );
}
