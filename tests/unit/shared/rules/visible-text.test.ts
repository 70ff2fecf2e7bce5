import { describe, expect, it } from 'vitest';
import { makeFitForTerminal, makeVisible, toTerminalJson } from '@shared/rules/visible-text';

describe('a name that a stranger chose', () => {
  it.each([
    ['turns the direction of writing', 'review\u202eeereferr.exe', 'review\\u{202e}eereferr.exe'],
    ['isolates a direction', 'a\u2066b\u2069', 'a\\u{2066}b\\u{2069}'],
    ['has no width', 'a\u200bb\u200d\u2060\ufeff', 'a\\u{200b}b\\u{200d}\\u{2060}\\u{feff}'],
    ['clears a terminal', '\u001b[2Ja', '\\u{1b}[2Ja'],
    ['clears a terminal in one byte', '\u009b2Ja', '\\u{9b}2Ja'],
    ['holds NUL, DEL and line ends', 'a\0\u007f\r\n\u2028', 'a\\u{0}\\u{7f}\\u{d}\\u{a}\\u{2028}'],
    ['is half a character', 'a\ud800b', 'a\\u{d800}b'],
    ['holds tags that nobody sees', 'a\u{e0041}', 'a\\u{e0041}'],
    ['looks empty', '\u3164', '\\u{3164}'],
  ])('is written out where it %s', (_what, name, shown) => {
    expect(makeVisible(name)).toBe(shown);
  });

  it.each([
    'Gutachten für Ñandú.referee',
    '査読 – 7.referee',
    'مراجعة.referee',
    'café.referee',
    '😀.referee',
  ])('stays as it is in any language: %s', (name) => {
    expect(makeVisible(name)).toBe(name);
  });

  it('is cut where it is endless', () => {
    expect(makeVisible('x'.repeat(1_000_000))).toBe(`${'x'.repeat(200)}…`);
  });
});

describe('a text for a terminal', () => {
  it('commands nothing and keeps its lines', () => {
    expect(makeFitForTerminal('one\ttwo\nthree\u001b]0;title\u0007\u009b31m\u202e')).toBe(
      'one\ttwo\nthree\\u{1b}]0;title\\u{7}\\u{9b}31m\\u{202e}',
    );
    expect(makeFitForTerminal('👩‍🔬 می‌خواهم, café')).toBe('👩‍🔬 می‌خواهم, café');
  });

  it('as JSON is the same value', () => {
    const value = { name: 'a\u009b2J\u202eb\u001b\n', list: [1, null] };
    expect(toTerminalJson(value).replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202e]/u);
    expect(JSON.parse(toTerminalJson(value))).toEqual(value);
  });
});
