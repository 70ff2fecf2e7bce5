import { lazy, Suspense, type ReactNode } from 'react';
import type { VenueSummary } from '@shared/contract/library';
import { runCommand } from '@renderer/ui/commands';
import { Reviewer } from '@renderer/workspaces/Reviewer';
import { SkeletonRows } from '@renderer/ui/SkeletonRows';
import { Start } from '@renderer/workspaces/Start';
import { goToPaper, goToVenue, goToWelcome } from './navigation';
import { workspacesOf, type Screen } from './screen';

// A reviewer, who most people are, waits for no code of the other desks.
const Chair = lazy(async () => ({ default: (await import('@renderer/workspaces/Chair')).Chair }));
const Organizer = lazy(async () => ({ default: (await import('@renderer/workspaces/Organizer')).Organizer }));
const SetUp = lazy(async () => ({ default: (await import('@renderer/workspaces/SetUp')).SetUp }));

/** Props of {@link ScreenContent}. */
export interface ScreenContentProps {
  readonly screen: Screen;
  readonly venues: readonly VenueSummary[];
}

/** The screen itself, below the top bar. */
export function ScreenContent(props: ScreenContentProps): ReactNode {
  return (
    <Suspense fallback={<SkeletonRows label="Opening" count={8} rowHeightRem={2} />}>
      <Desk {...props} />
    </Suspense>
  );
}

function Desk({ screen, venues }: ScreenContentProps): ReactNode {
  if (screen.kind === 'welcome') {
    return (
      <Start
        venues={venues}
        onOpenVenue={(id) => {
          const [workspace] = workspacesOf(venues.find((venue) => venue.venue === id)?.roles ?? []);
          goToVenue(id, workspace ?? 'reviewer');
        }}
        onOpenBundle={() => runCommand('app.openBundle')}
        onOpenSample={() => runCommand('app.openSample')}
        onSetUpVenue={() => runCommand('app.setUpVenue')}
        onStartFromForm={() => runCommand('form.start')}
      />
    );
  }
  if (screen.kind === 'set-up') {
    return <SetUp onCreated={(venue) => goToVenue(venue, 'organizer')} onCancel={goToWelcome} />;
  }
  const { place } = screen;
  const desk = {
    venue: place.venue,
    paper: place.paper,
    onOpenPaper: (paper: typeof place.paper) => goToPaper(place, paper),
  };
  switch (place.workspace) {
    case 'reviewer':
      return <Reviewer key={place.venue} {...desk} />;
    case 'chair':
      return <Chair key={place.venue} {...desk} />;
    case 'organizer':
      return <Organizer key={place.venue} {...desk} />;
  }
}
