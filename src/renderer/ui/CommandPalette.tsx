import type { ReactNode } from 'react';
import { inForce, searchCommands } from './command-search';
import { isCommandEnabled, runCommand, shortcutsOf, useCommandList } from './commands';
import { QuickPick } from './QuickPick';

/** Props of {@link CommandPalette}. */
export interface CommandPaletteProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Every command that can be done now, found by typing a part of its name. */
export function CommandPalette({ isOpen, onClose }: CommandPaletteProps): ReactNode {
  const { commands, recentIds } = useCommandList();
  return (
    <QuickPick
      isOpen={isOpen}
      onClose={onClose}
      label="Commands"
      queryLabel="Command"
      placeholder="What do you want to do?"
      nothing="No command matches"
      find={(query) =>
        searchCommands(
          inForce(commands).filter((command) => !command.isHiddenInPalette && isCommandEnabled(command)),
          query,
          recentIds,
        ).map((command) => ({
          id: command.id,
          title: command.title,
          section: command.section,
          shortcut: shortcutsOf(command)[0],
        }))
      }
      onChoose={runCommand}
    />
  );
}
