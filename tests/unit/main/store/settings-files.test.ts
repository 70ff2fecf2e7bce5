import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPreferences, savePreferences } from '@main/store/preferences';
import { readWindowState, saveWindowState } from '@main/store/window-state';
import { tempFolder } from '../../../support/temp';

const DEFAULTS = { theme: 'system', textSizePercent: 100, panes: {}, place: null };

describe('preferences', () => {
  it('keep what was not changed', () => {
    const folder = tempFolder();
    savePreferences(folder, { theme: 'dark' });
    savePreferences(folder, { textSizePercent: 120, theme: undefined });
    expect(readPreferences(folder)).toEqual({ ...DEFAULTS, theme: 'dark', textSizePercent: 120 });
  });

  it.each([
    '',
    'not json',
    '[]',
    '{"theme":"pink"}',
    '{"theme":"dark","extra":1}',
    '{"textSizePercent":1e9}',
    'null',
  ])('count as never set when their file says %j, and can be set again', (text) => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'preferences.json'), text);
    expect(readPreferences(folder)).toEqual(DEFAULTS);
    expect(savePreferences(folder, { theme: 'light' })).toEqual({ ...DEFAULTS, theme: 'light' });
    expect(readPreferences(folder).theme).toBe('light');
  });
});

describe('the window’s place', () => {
  it('is remembered, with or without a position', () => {
    const folder = tempFolder();
    const state = { x: -5, y: 10, width: 1024, height: 700, isMaximized: false };
    saveWindowState(folder, state);
    expect(readWindowState(folder)).toEqual(state);
    saveWindowState(folder, { width: 800, height: 600, isMaximized: true });
    expect(readWindowState(folder)).toEqual({ width: 800, height: 600, isMaximized: true });
  });

  it.each([
    '',
    '{}',
    '{"width":1,"height":1,"isMaximized":false}',
    '{"width":1e9,"height":900,"isMaximized":false}',
  ])('is the usual one when its file says %j', (text) => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'window.json'), text);
    expect(readWindowState(folder)).toEqual({ width: 1440, height: 900, isMaximized: false });
  });
});
