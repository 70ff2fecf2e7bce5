/** The keys of the reader's commands: for the registry, and for the tooltips of the buttons that do the same. */
export const SHORTCUTS = {
  'reader.find': 'Mod+F',
  'reader.findNext': ['F3', 'Mod+G'],
  'reader.findPrevious': ['Shift+F3', 'Mod+Shift+G'],
  'reader.zoomIn': ['Mod+=', 'Mod++'],
  'reader.zoomOut': 'Mod+-',
  'reader.fitWidth': 'Mod+0',
  'reader.fitPage': 'Mod+9',
  'reader.actualSize': 'Mod+1',
  'reader.nextPage': 'Mod+PageDown',
  'reader.previousPage': 'Mod+PageUp',
  'reader.goToPage': 'Mod+Alt+G',
  'reader.preview': ' ',
  'reader.selectPage': 'Mod+A',
  'reader.back': 'Alt+ArrowLeft',
  'reader.forward': 'Alt+ArrowRight',
  'reader.outline': 'Mod+Shift+O',
  'reader.thumbnails': 'Mod+Alt+T',
  'reader.split': 'Mod+\\',
  'reader.print': 'Mod+P',
  'reader.rotate': 'Mod+Shift+R',
  'reader.rotateBack': 'Mod+Alt+R',
  'reader.onePage': 'Mod+Alt+S',
  'reader.spread': 'Mod+Alt+D',
  'reader.theme': 'Mod+Shift+L',
} as const satisfies Record<string, string | readonly string[]>;

/** The id of a command of the reader. */
export type ReaderCommandId = keyof typeof SHORTCUTS;

/** The key to show for a command: its first. */
export function shortcutOf(id: ReaderCommandId): string {
  const shortcut: string | readonly string[] = SHORTCUTS[id];
  return typeof shortcut === 'string' ? shortcut : (shortcut[0] ?? '');
}
