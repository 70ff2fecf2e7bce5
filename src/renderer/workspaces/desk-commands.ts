import type { Command } from '@renderer/ui/commands';
import type { DeskMode } from './paper-look';

/** What the commands of an open paper do. */
export interface DeskActs {
  readonly mode: DeskMode;
  readonly setMode: (mode: DeskMode) => void;
  /** What stands beside the page: `review form`, `reviews`. */
  readonly besideName: string;
  readonly toggleBeside: () => void;
}

/** Showing the page, what stands beside it, or both. */
export function deskCommands({ mode, setMode, besideName, toggleBeside }: DeskActs): readonly Command[] {
  const section = 'View';
  return [
    {
      id: 'view.form',
      title: mode === 'page' ? `Show the ${besideName}` : `Hide the ${besideName}`,
      section,
      shortcut: 'Mod+Shift+B',
      allowInText: true,
      run: toggleBeside,
    },
    {
      id: 'view.pageOnly',
      title: mode === 'page' ? `Show page and ${besideName}` : 'Show the page only',
      section,
      shortcut: 'Mod+Alt+P',
      keywords: ['pdf', 'full', 'paper'],
      allowInText: true,
      run: () => setMode(mode === 'page' ? 'both' : 'page'),
    },
    {
      id: 'view.formOnly',
      title: mode === 'form' ? `Show page and ${besideName}` : `Show the ${besideName} only`,
      section,
      shortcut: 'Mod+Alt+F',
      keywords: ['full', 'review'],
      allowInText: true,
      run: () => setMode(mode === 'form' ? 'both' : 'form'),
    },
  ];
}
