import type { Place, Workspace } from '@shared/contract/app';
import type { Command } from '@renderer/ui/commands';
import type { ThemeChoice } from '@renderer/ui/theme';
import { workspaceOrder, workspaceTitles } from './screen';

/** What application-wide commands need to know and do. */
export interface AppActions {
  /** The open venue's place; null on the start page. */
  readonly place: Place | null;
  /** My desks at the open venue. */
  readonly desks: readonly Workspace[];
  readonly openBundle: () => void;
  readonly openSample: () => void;
  readonly exportReviews: () => void;
  readonly setUpVenue: () => void;
  readonly openSettings: () => void;
  readonly goToDesk: (desk: Workspace) => void;
  readonly closePaper: () => void;
  readonly goToWelcome: () => void;
  readonly setTheme: (theme: ThemeChoice) => void;
  readonly toggleTheme: () => void;
  /** 1 for larger, -1 for smaller, 0 for normal. */
  readonly changeTextSize: (direction: 1 | -1 | 0) => void;
  readonly focusNextPane: (direction: 1 | -1) => void;
  readonly focusPane: (pane: 'list' | 'page' | 'form') => void;
}

const themeTitles: Readonly<Record<ThemeChoice, string>> = {
  system: 'Appearance: as the system',
  light: 'Appearance: light',
  dark: 'Appearance: dark',
  contrast: 'Appearance: high contrast',
};

/**
 * Every application-wide act. What belongs to the open paper (the reader, the form, going from paper to paper) is
 * registered by whoever shows it.
 */
export function appCommands(actions: AppActions): readonly Command[] {
  return [...fileCommands(actions), ...goCommands(actions), ...viewCommands(actions)];
}

function fileCommands(actions: AppActions): readonly Command[] {
  return [
    {
      id: 'app.openBundle',
      title: 'Open a bundle...',
      section: 'Bundles',
      shortcut: 'Mod+O',
      keywords: ['import', 'file', 'assignment'],
      allowInText: true,
      run: actions.openBundle,
    },
    {
      id: 'app.exportReviews',
      title: 'Export reviews...',
      section: 'Bundles',
      shortcut: 'Mod+E',
      keywords: ['send', 'save', 'submit'],
      allowInText: true,
      isEnabled: () => actions.place?.workspace === 'reviewer',
      run: actions.exportReviews,
    },
    {
      id: 'app.openSample',
      title: 'Try the sample',
      section: 'Bundles',
      keywords: ['demo', 'example'],
      run: actions.openSample,
    },
    {
      id: 'app.setUpVenue',
      title: 'Set up a venue...',
      section: 'Bundles',
      keywords: ['organizer', 'new', 'create'],
      run: actions.setUpVenue,
    },
  ];
}

function goCommands(actions: AppActions): readonly Command[] {
  const desks = workspaceOrder.map((desk, index): Command => ({
    id: `go.${desk}`,
    title: `Go to the desk: ${workspaceTitles[desk]}`,
    section: 'Go',
    shortcut: `Mod+Alt+${index + 1}`,
    allowInText: true,
    isEnabled: () => actions.desks.includes(desk),
    run: () => actions.goToDesk(desk),
  }));
  const panes = (['list', 'page', 'form'] as const).map((pane, index): Command => ({
    id: `go.pane.${pane}`,
    title: `Go to the ${pane}`,
    section: 'Go',
    shortcut: `Alt+${index + 1}`,
    allowInText: true,
    isEnabled: () => actions.place !== null,
    run: () => actions.focusPane(pane),
  }));
  return [
    {
      id: 'go.library',
      title: 'Go to all papers',
      section: 'Go',
      shortcut: 'Mod+L',
      keywords: ['library', 'table', 'close paper'],
      allowInText: true,
      isEnabled: () => actions.place?.paper != null,
      run: actions.closePaper,
    },
    {
      id: 'go.welcome',
      title: 'Go to the start page',
      section: 'Go',
      keywords: ['venues'],
      run: actions.goToWelcome,
    },
    ...desks,
    {
      id: 'go.nextPane',
      title: 'Go to the next pane',
      section: 'Go',
      shortcut: 'F6',
      allowInText: true,
      run: () => actions.focusNextPane(1),
    },
    {
      id: 'go.previousPane',
      title: 'Go to the previous pane',
      section: 'Go',
      shortcut: 'Shift+F6',
      allowInText: true,
      run: () => actions.focusNextPane(-1),
    },
    ...panes,
  ];
}

function viewCommands(actions: AppActions): readonly Command[] {
  const section = 'Application';
  return [
    {
      id: 'app.settings',
      title: 'Settings',
      section,
      shortcut: 'Mod+,',
      keywords: ['preferences', 'options'],
      allowInText: true,
      run: actions.openSettings,
    },
    {
      id: 'app.about',
      title: 'About Referee',
      section,
      keywords: ['version', 'key', 'fingerprint'],
      run: actions.openSettings,
    },
    {
      id: 'app.theme',
      title: 'Switch light and dark',
      section,
      shortcut: 'Mod+Shift+D',
      run: actions.toggleTheme,
    },
    ...(Object.keys(themeTitles) as ThemeChoice[]).map((theme): Command => ({
      id: `app.theme.${theme}`,
      title: themeTitles[theme],
      section,
      keywords: ['theme', 'colour'],
      run: () => actions.setTheme(theme),
    })),
    textSize(actions, 'larger', 'Larger text', 'Mod+Alt+=', 1),
    textSize(actions, 'smaller', 'Smaller text', 'Mod+Alt+-', -1),
    textSize(actions, 'normal', 'Normal text size', 'Mod+Alt+0', 0),
  ];
}

function textSize(
  actions: AppActions,
  name: string,
  title: string,
  shortcut: string,
  direction: 1 | -1 | 0,
): Command {
  return {
    id: `app.text.${name}`,
    title,
    section: 'Application',
    shortcut,
    keywords: ['zoom', 'font'],
    allowInText: true,
    allowInDialog: true,
    run: () => actions.changeTextSize(direction),
  };
}
