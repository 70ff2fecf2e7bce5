import { FileInput, FlaskConical, Home, Landmark } from 'lucide-react';
import type { ReactNode } from 'react';
import type { VenueSummary } from '@shared/contract/library';
import { runCommand } from '@renderer/ui/commands';
import { MenuButton } from '@renderer/ui/MenuButton';
import { goToVenue, goToWelcome } from './navigation';
import { workspacesOf } from './screen';

/** Props of {@link VenueMenu}. */
export interface VenueMenuProps {
  readonly venues: readonly VenueSummary[];
  /** The venue that is open. */
  readonly open: VenueSummary | null;
}

/** The venues on this computer, and the ways to another one. */
export function VenueMenu({ venues, open }: VenueMenuProps): ReactNode {
  const here = venues.map((venue) => ({
    id: venue.venue,
    title: venue.shortName,
    description: venue.problem?.message ?? `${venue.roles.join(', ')}${venue.isSample ? ', sample' : ''}`,
    isChecked: venue.venue === open?.venue,
    run: () => goToVenue(venue.venue, workspacesOf(venue.roles)[0] ?? 'reviewer'),
  }));
  const others = [
    {
      id: 'app.openBundle',
      title: 'Open a bundle...',
      icon: FileInput,
      shortcut: 'Mod+O',
      run: () => void runCommand('app.openBundle'),
    },
    {
      id: 'app.openSample',
      title: 'Try the sample',
      icon: FlaskConical,
      run: () => void runCommand('app.openSample'),
    },
    {
      id: 'app.setUpVenue',
      title: 'Set up a venue...',
      icon: Landmark,
      run: () => void runCommand('app.setUpVenue'),
    },
    { id: 'welcome', title: 'Start page', icon: Home, run: goToWelcome },
  ];
  return (
    <MenuButton
      label={open?.shortName ?? 'Referee'}
      groups={[
        ...(here.length === 0 ? [] : [{ id: 'here', title: 'On this computer', items: here }]),
        { id: 'others', items: others },
      ]}
    />
  );
}
