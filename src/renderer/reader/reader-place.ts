import { DEFAULT_LAYOUT, toRotation } from './engine/layout';
import type { PageLayout, PagePoint } from './engine/layout';
import type { SecondPlace } from './engine/second-view';

/** How the page itself is coloured, whatever the theme of the window. */
export type PageTheme = 'light' | 'sepia' | 'dark' | 'contrast';

/** What stands beside the pages. */
export type ReaderSidebar = 'none' | 'outline' | 'pages' | 'notes';

/** Where and how a paper is being read: plain JSON, kept for each paper, opaque to whoever keeps it. */
export interface ReaderPlace extends PagePoint, PageLayout {
  readonly pageTheme: PageTheme;
  readonly sidebar: ReaderSidebar;
  /** Where the second view is; undefined when there is none. */
  readonly split: SecondPlace | undefined;
}

/** How a paper opens that was never read. It has no point: that is the top of the first page. */
export const FIRST_PLACE: Omit<ReaderPlace, keyof PagePoint> = {
  ...DEFAULT_LAYOUT,
  pageTheme: 'light',
  sidebar: 'none',
  split: undefined,
};

/**
 * A kept place as ours. What was kept may come from another version of the app, or be damaged: each part that is not
 * understood is replaced by its default, and without a whole point the paper opens at its top (undefined).
 */
export function toReaderPlace(kept: unknown): {
  readonly point: PagePoint | undefined;
  readonly view: Omit<ReaderPlace, keyof PagePoint>;
} {
  const parts: Readonly<Record<string, unknown>> =
    typeof kept === 'object' && kept !== null ? { ...kept } : {};
  const { scale, rotation } = parts;
  return {
    point: toPoint(parts),
    view: {
      scale: toKeptScale(scale),
      rotation: isNumber(rotation) ? toRotation(rotation) : 0,
      scrollMode: pick(parts['scrollMode'], ['vertical', 'horizontal', 'wrapped', 'page']),
      spreadMode: pick(parts['spreadMode'], ['none', 'odd', 'even']),
      pageTheme: pick(parts['pageTheme'], ['light', 'sepia', 'dark', 'contrast']),
      sidebar: pick(parts['sidebar'], ['none', 'outline', 'pages', 'notes']),
      split: toSplit(parts['split']),
    },
  };
}

function toPoint({ page, top, left }: Readonly<Record<string, unknown>>): PagePoint | undefined {
  const isPoint = isNumber(page) && Number.isInteger(page) && page >= 1 && isNumber(top) && isNumber(left);
  return isPoint ? { page, top, left } : undefined;
}

function toSplit(kept: unknown): SecondPlace | undefined {
  if (typeof kept !== 'object' || kept === null) return undefined;
  const parts: Readonly<Record<string, unknown>> = { ...kept };
  const point = toPoint(parts);
  return point === undefined ? undefined : { ...point, scale: toKeptScale(parts['scale']) };
}

function toKeptScale(scale: unknown): PageLayout['scale'] {
  return isNumber(scale) && scale >= 0.1 && scale <= 25 ? scale : pick(scale, ['page-width', 'page-fit']);
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

/** The value if it is one of the choices, else the first of them. */
function pick<const Choice extends string>(
  value: unknown,
  choices: readonly [Choice, ...(readonly Choice[])],
): Choice {
  return choices.find((choice) => choice === value) ?? choices[0];
}
