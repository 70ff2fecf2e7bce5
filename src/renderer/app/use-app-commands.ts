import { useEffect } from 'react';
import { onTopic, toRequestError } from '@renderer/bridge/client';
import { setPreferences } from '@renderer/bridge/preferences';
import type { Preferences } from '@shared/contract/app';
import type { VenueSummary } from '@shared/contract/library';
import { runCommand, useCommands } from '@renderer/ui/commands';
import { textSizesPercent, useTheme } from '@renderer/ui/theme';
import { toast } from '@renderer/ui/toasts';
import { focusNextPane, focusPane } from '@renderer/workspaces/pane-focus';
import { openSheet, pickBundles, tryTheSample } from '@renderer/workspaces/sheets-state';
import { appCommands } from './commands';
import { goToPaper, goToSetUp, goToVenue, goToWelcome } from './navigation';
import { workspacesOf, type Screen } from './screen';

/** Registers the application's commands, and runs those that the native menu chose. */
export function useAppCommands(screen: Screen, venues: readonly VenueSummary[]): void {
  const place = screen.kind === 'venue' ? screen.place : null;
  const roles = venues.find((venue) => venue.venue === place?.venue)?.roles ?? [];
  useCommands(
    appCommands({
      place,
      desks: workspacesOf(roles),
      openBundle: () => pickBundles(place !== null && place.workspace !== 'reviewer' ? place.venue : null),
      openSample: tryTheSample,
      exportReviews: () => openSheet('export'),
      setUpVenue: goToSetUp,
      openSettings: () => openSheet('settings'),
      goToDesk: (desk) => {
        if (place !== null) goToVenue(place.venue, desk);
      },
      closePaper: () => {
        if (place !== null) goToPaper(place, null);
      },
      goToWelcome,
      setTheme: (theme) => prefer({ theme }),
      toggleTheme: () => prefer({ theme: useTheme.getState().theme === 'dark' ? 'light' : 'dark' }),
      changeTextSize: (direction) =>
        prefer({ textSizePercent: nextTextSize(useTheme.getState().textSizePercent, direction) }),
      focusNextPane,
      focusPane,
    }),
  );
  useEffect(() => onTopic('command.chosen', ({ command }) => void runCommand(command)), []);
  useEffect(() => onTopic('venue.asked', ({ venue }) => goToVenue(venue, 'reviewer')), []);
}

/** The next offered text size; 0 is back to normal. */
export function nextTextSize(percent: number, direction: 1 | -1 | 0): number {
  if (direction === 0) return 100;
  const next =
    direction === 1
      ? textSizesPercent.find((offered) => offered > percent)
      : textSizesPercent.findLast((offered) => offered < percent);
  return next ?? percent;
}

function prefer(changes: Partial<Preferences>): void {
  setPreferences(changes).catch((thrown: unknown) => {
    toast({ title: 'The setting was not kept', text: toRequestError(thrown).message, tone: 'warning' });
  });
}
