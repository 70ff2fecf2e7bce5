import type { Command } from '@renderer/ui/commands';

/** The key that takes the paper to its own window and back. */
export const OWN_WINDOW_SHORTCUT = 'Mod+Alt+O';

/** Reading the paper in its own window, or beside its form again. */
export function ownWindowCommand(isAway: boolean, run: () => void): Command {
  return {
    id: 'reader.ownWindow',
    title: isAway ? 'Read the paper beside the form again' : 'Read the paper in its own window',
    section: 'Paper',
    shortcut: OWN_WINDOW_SHORTCUT,
    keywords: ['detach', 'second screen', 'monitor', 'attach'],
    allowInText: true,
    run,
  };
}
