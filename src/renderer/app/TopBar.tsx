import { Command, Keyboard, Settings } from 'lucide-react';
import type { ReactNode } from 'react';
import type { VenueSummary } from '@shared/contract/library';
import { Badge } from '@renderer/ui/Badge';
import { runCommand } from '@renderer/ui/commands';
import { IconButton } from '@renderer/ui/IconButton';
import { Segmented } from '@renderer/ui/Segmented';
import { setDeskSlot } from '@renderer/workspaces/desk-slot';
import { DeadlineNote } from './DeadlineNote';
import styles from './frame.module.css';
import { goToVenue } from './navigation';
import { workspacesOf, workspaceTitles, type Screen } from './screen';
import { VenueMenu } from './VenueMenu';

/** Props of {@link TopBar}. */
export interface TopBarProps {
  readonly screen: Screen;
  readonly venues: readonly VenueSummary[];
}

/** Which venue and desk this is, the next deadline, and the ways to everything else. */
export function TopBar({ screen, venues }: TopBarProps): ReactNode {
  const place = screen.kind === 'venue' ? screen.place : null;
  const venue = venues.find((one) => one.venue === place?.venue);
  const desks = workspacesOf(venue?.roles ?? []);
  return (
    <header className={styles['bar']}>
      <VenueMenu venues={venues} open={venue ?? null} />
      {venue?.isSample === true && <Badge>Sample</Badge>}
      {place !== null && desks.length > 1 && (
        <Segmented
          label="Desk"
          size="small"
          options={desks.map((desk) => ({ id: desk, label: workspaceTitles[desk] }))}
          value={place.workspace}
          onChange={(desk) => goToVenue(place.venue, desk)}
        />
      )}
      <div ref={setDeskSlot} className={styles['slot']} />
      <div className={styles['end']}>
        {place !== null && <DeadlineNote place={place} />}
        <IconButton
          label="Show all commands"
          icon={Command}
          shortcut="Mod+K"
          onPress={() => runCommand('app.palette')}
        />
        <IconButton
          label="Show keyboard shortcuts"
          icon={Keyboard}
          shortcut="?"
          onPress={() => runCommand('app.keymap')}
        />
        <IconButton
          label="Settings"
          icon={Settings}
          shortcut="Mod+,"
          onPress={() => runCommand('app.settings')}
        />
      </div>
    </header>
  );
}
