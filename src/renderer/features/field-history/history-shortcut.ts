/** Opens the history of the field in hand. */
export const HISTORY_SHORTCUT = 'Mod+Shift+Y';
