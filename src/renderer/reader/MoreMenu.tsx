import { Ellipsis } from 'lucide-react';
import type { ReactNode } from 'react';
import { findCommand, isCommandEnabled, runCommand } from '@renderer/ui/commands';
import { MenuButton } from '@renderer/ui/MenuButton';
import type { MenuAction, MenuGroup } from '@renderer/ui/menu-item';
import { shortcutOf } from './reader-shortcuts';
import type { ReaderCommandId } from './reader-shortcuts';
import { selectIsOpen, useReader } from './reader-store';

const GROUPS: readonly {
  readonly id: string;
  readonly commands: readonly (readonly [ReaderCommandId, string])[];
}[] = [
  {
    id: 'go',
    commands: [
      ['reader.back', 'Back'],
      ['reader.forward', 'Forward'],
      ['reader.previousPage', 'Previous page'],
      ['reader.nextPage', 'Next page'],
    ],
  },
  {
    id: 'zoom',
    commands: [
      ['reader.zoomIn', 'Zoom in'],
      ['reader.zoomOut', 'Zoom out'],
    ],
  },
  {
    id: 'paper',
    commands: [
      ['reader.thumbnails', 'Pages in small'],
      ['reader.split', 'Second view'],
      ['reader.selectPage', 'Select the text of this page'],
      ['reader.print', 'Print…'],
    ],
  },
];

const toAction = ([id, title]: readonly [ReaderCommandId, string]): MenuAction => {
  const command = findCommand(id);
  return {
    id,
    title,
    shortcut: shortcutOf(id),
    isDisabled: command === undefined || !isCommandEnabled(command),
    run: () => void runCommand(id),
  };
};

/** What the toolbar has no room for, in a narrow window most of it. */
export function MoreMenu(): ReactNode {
  const isOpen = useReader(selectIsOpen);
  // What can be done depends on these.
  useReader((state) => `${state.canGoBack} ${state.canGoForward} ${state.hasText}`);
  const groups: readonly MenuGroup[] = GROUPS.map(({ id, commands }) => ({
    id,
    items: commands.map(toAction),
  }));
  return <MenuButton label="More" icon={Ellipsis} isDisabled={!isOpen} groups={groups} />;
}
