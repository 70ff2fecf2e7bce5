import { describe, expect, it } from 'vitest';
import { matchesShortcut, shortcutKeys } from '@renderer/ui/shortcut';

const press = (key: string, init: KeyboardEventInit & { altGraph?: boolean } = {}): KeyboardEvent =>
  new KeyboardEvent('keydown', { key, ...init, ...(init.altGraph ? { modifierAltGraph: true } : {}) });

describe('matchesShortcut', () => {
  it('takes Mod for Ctrl, and for the command key on a Mac', () => {
    expect(matchesShortcut(press('k', { ctrlKey: true }), 'Mod+K', false)).toBe(true);
    expect(matchesShortcut(press('k', { metaKey: true }), 'Mod+K', false)).toBe(false);
    expect(matchesShortcut(press('k', { metaKey: true }), 'Mod+K', true)).toBe(true);
    expect(matchesShortcut(press('k', { ctrlKey: true }), 'Mod+K', true)).toBe(false);
  });

  it('wants exactly the modifiers it names', () => {
    expect(matchesShortcut(press('E', { ctrlKey: true, shiftKey: true }), 'Mod+Shift+E', false)).toBe(true);
    expect(matchesShortcut(press('e', { ctrlKey: true }), 'Mod+Shift+E', false)).toBe(false);
    expect(matchesShortcut(press('J', { shiftKey: true }), 'J', false)).toBe(false);
    expect(matchesShortcut(press('ArrowUp', { altKey: true }), 'Alt+ArrowUp', false)).toBe(true);
  });

  it('finds ? and + wherever the keyboard has them', () => {
    expect(matchesShortcut(press('?', { shiftKey: true }), '?', false)).toBe(true);
    expect(matchesShortcut(press('?'), '?', false)).toBe(true);
    expect(matchesShortcut(press('+', { ctrlKey: true, shiftKey: true }), 'Mod++', false)).toBe(true);
  });

  it('goes by the place of the key on a keyboard without Latin letters', () => {
    expect(matchesShortcut(press('л', { ctrlKey: true, code: 'KeyK' }), 'Mod+K', false)).toBe(true);
  });

  it('leaves AltGr characters and composing alone', () => {
    expect(
      matchesShortcut(press('e', { ctrlKey: true, altKey: true, altGraph: true }), 'Mod+Alt+E', false),
    ).toBe(false);
    expect(matchesShortcut(press('k', { ctrlKey: true, isComposing: true }), 'Mod+K', false)).toBe(false);
  });
});

describe('shortcutKeys', () => {
  it('writes keys as the platform does', () => {
    expect(shortcutKeys('Mod+Shift+E', false)).toEqual(['Ctrl', 'Shift', 'E']);
    expect(shortcutKeys('Mod+Shift+E', true)).toEqual(['⌘', '⇧', 'E']);
    expect(shortcutKeys('Mod++', false)).toEqual(['Ctrl', '+']);
    expect(shortcutKeys('Alt+ArrowUp', false)).toEqual(['Alt', '↑']);
  });
});
