import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

type Rgb = readonly [number, number, number];
type Tokens = ReadonlyMap<string, { readonly light: string; readonly dark: string }>;

const css = readFileSync('src/renderer/ui/tokens.css', 'utf8');

function block(selector: string): Tokens {
  const start = css.indexOf(`${selector} {`);
  const body = css.slice(start, css.indexOf('\n}', start));
  const found = body.matchAll(/(--color-[\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g);
  return new Map(
    [...found].map(([, name, light, dark]) => [name ?? '', { light: light ?? '', dark: dark ?? '' }]),
  );
}

const base = block(':root');
const contrast = new Map([...base, ...block(":root[data-theme='contrast']")]);
const looks = [
  { look: 'light', tokens: base, scheme: 'light' },
  { look: 'dark', tokens: base, scheme: 'dark' },
  { look: 'contrast on light', tokens: contrast, scheme: 'light' },
  { look: 'contrast on dark', tokens: contrast, scheme: 'dark' },
] as const;

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)) as unknown as Rgb;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** WCAG 2.2, "contrast ratio". */
function ratio(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

const surfaces = ['bg', 'bg-sunken', 'bg-raised', 'bg-hover', 'bg-selected'];
const statuses = ['info', 'success', 'warning', 'danger', 'changed'];
const pairs: readonly { text: string; on: readonly string[]; atLeast: number }[] = [
  { text: 'text', on: [...surfaces, 'bg-pressed', ...statuses.map((status) => `${status}-bg`)], atLeast: 7 },
  { text: 'text-muted', on: ['bg', 'bg-sunken', 'bg-raised', 'bg-hover'], atLeast: 7 },
  { text: 'text-muted', on: ['bg-selected', 'bg-pressed'], atLeast: 4.5 },
  { text: 'text-faint', on: surfaces, atLeast: 4.5 },
  { text: 'link', on: surfaces, atLeast: 4.5 },
  { text: 'on-accent', on: ['accent', 'accent-hover'], atLeast: 4.5 },
  { text: 'on-danger', on: ['danger-fill', 'danger-fill-hover'], atLeast: 4.5 },
  ...statuses.map((status) => ({ text: status, on: [...surfaces, `${status}-bg`], atLeast: 4.5 })),
  // WCAG 1.4.11: what shows a control and its focus
  { text: 'border-control', on: surfaces, atLeast: 3 },
  { text: 'focus', on: surfaces, atLeast: 3 },
  { text: 'accent', on: ['bg', 'bg-sunken'], atLeast: 3 },
];

describe.each(looks)('the $look look', ({ tokens, scheme }) => {
  const colour = (name: string): string => {
    const value = tokens.get(`--color-${name}`)?.[scheme];
    if (value === undefined)
      throw new Error(`tokens.css has no --color-${name} as light-dark(#rrggbb, #rrggbb)`);
    return value;
  };

  it.each(pairs)('sets $text on $on with a contrast of at least $atLeast', ({ text, on, atLeast }) => {
    const short = on
      .map((surface) => ({ surface, contrast: ratio(colour(text), colour(surface)) }))
      .filter(({ contrast: measured }) => measured < atLeast);
    expect(short).toEqual([]);
  });
});

describe('high contrast', () => {
  it.each(['light', 'dark'] as const)('gives every word at least 7 to 1 on %s', (scheme) => {
    const words = ['text', 'text-muted', 'text-faint', 'link', ...statuses];
    const colour = (name: string): string => contrast.get(`--color-${name}`)?.[scheme] ?? '#808080';
    const short = words.filter((word) => ratio(colour(word), colour('bg')) < 7);
    expect(short).toEqual([]);
  });
});
