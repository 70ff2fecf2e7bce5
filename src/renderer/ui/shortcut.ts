import { isMac } from './platform';

/**
 * A key combination as the registry writes it: modifiers in the order Mod, Ctrl, Alt, Shift, then the key, joined by
 * `+`. `Mod` is Ctrl, or the command key on a Mac. The key is `KeyboardEvent.key`, letters in capitals: `Mod+Shift+E`,
 * `?`, `F6`, `Alt+ArrowUp`, `Mod+=`.
 */
export type Shortcut = string;

interface KeyCombination {
  readonly mod: boolean;
  readonly ctrl: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
  readonly key: string;
}

/** Every key asks for every shortcut: each is taken apart once. */
const parsed = new Map<Shortcut, KeyCombination>();

function parse(shortcut: Shortcut): KeyCombination {
  const known = parsed.get(shortcut);
  if (known !== undefined) return known;
  const combination = takeApart(shortcut);
  parsed.set(shortcut, combination);
  return combination;
}

function takeApart(shortcut: Shortcut): KeyCombination {
  const parts = shortcut === '+' ? ['+'] : shortcut.split('+').map((part) => (part === '' ? '+' : part));
  const key = parts.at(-1) ?? '';
  const has = (name: string): boolean => parts.slice(0, -1).includes(name);
  return { mod: has('Mod'), ctrl: has('Ctrl'), alt: has('Alt'), shift: has('Shift'), key: key.toLowerCase() };
}

const isLetter = (key: string): boolean => /^[a-z]$/i.test(key);

// A Cyrillic or Greek layout gives no Latin letter, and Option on a Mac gives a symbol: there the key's place says which it is.
function keyOf(event: KeyboardEvent): string {
  const place = /^(?:Key|Digit)([A-Z0-9])$/.exec(event.code)?.[1];
  const isForeign = event.key.length === 1 && /\p{L}/u.test(event.key) && !isLetter(event.key);
  if (place !== undefined && (isForeign || event.altKey)) return place.toLowerCase();
  return event.key.toLowerCase();
}

/**
 * Whether a key press is this shortcut. AltGr is never taken for Ctrl+Alt; Shift is ignored for keys that are symbols,
 * since keyboards differ in which of them need it; nothing matches while an input method composes.
 */
export function matchesShortcut(event: KeyboardEvent, shortcut: Shortcut, mac = isMac): boolean {
  if (event.isComposing || event.getModifierState('AltGraph')) return false;
  const wanted = parse(shortcut);
  const wantsCtrl = wanted.ctrl || (wanted.mod && !mac);
  const wantsMeta = wanted.mod && mac;
  if (event.ctrlKey !== wantsCtrl || event.metaKey !== wantsMeta || event.altKey !== wanted.alt) return false;
  if (keyOf(event) !== wanted.key) return false;
  const isSymbol = wanted.key.length === 1 && !/[a-z0-9 ]/.test(wanted.key);
  return isSymbol || event.shiftKey === wanted.shift;
}

const macNames: Readonly<Record<string, string>> = { Mod: '⌘', Ctrl: '⌃', Alt: '⌥', Shift: '⇧' };
const otherNames: Readonly<Record<string, string>> = { Mod: 'Ctrl' };
const keyNames: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  PageUp: 'Page Up',
  PageDown: 'Page Down',
  ' ': 'Space',
};

/** The keys of a shortcut as they are written on this platform's keyboard, in order: `['Ctrl', 'K']` or `['⌘', 'K']`. */
export function shortcutKeys(shortcut: Shortcut, mac = isMac): readonly string[] {
  const { key } = parse(shortcut);
  const modifiers = ['Mod', 'Ctrl', 'Alt', 'Shift'].filter((name) =>
    shortcut.split('+').slice(0, -1).includes(name),
  );
  const written = shortcut.split('+').at(-1) || '+';
  const names = mac ? macNames : otherNames;
  return [
    ...modifiers.map((name) => names[name] ?? name),
    keyNames[written] ?? (isLetter(key) ? key.toUpperCase() : written),
  ];
}
