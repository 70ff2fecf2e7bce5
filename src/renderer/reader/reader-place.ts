import { DEFAULT_LAYOUT, toRotation } from './engine/layout';
import type { PageLayout, PagePoint } from './engine/layout';

/** How the page itself is coloured, whatever the theme of the window. */
export type PageTheme = 'light' | 'dark' | 'sepia';

/** What stands beside the pages. */
export type ReaderSidebar = 'none' | 'outline';

/** Where and how a paper is being read: plain JSON, kept for each paper, opaque to whoever keeps it. */
export interface ReaderPlace extends PagePoint, PageLayout {
  readonly pageTheme: PageTheme;
  readonly sidebar: ReaderSidebar;
}

/** How a paper opens that was never read. It has no point: that is the top of the first page. */
export const FIRST_PLACE: Omit<ReaderPlace, keyof PagePoint> = {
  ...DEFAULT_LAYOUT,
  pageTheme: 'light',
  sidebar: 'none',
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
  const { page, top, left, scale, rotation } = parts;
  const isPoint = isNumber(page) && Number.isInteger(page) && page >= 1 && isNumber(top) && isNumber(left);
  return {
    point: isPoint ? { page, top, left } : undefined,
    view: {
      scale: isNumber(scale) && scale >= 0.1 && scale <= 25 ? scale : pick(scale, ['page-width', 'page-fit']),
      rotation: isNumber(rotation) ? toRotation(rotation) : 0,
      scrollMode: pick(parts['scrollMode'], ['vertical', 'horizontal', 'wrapped', 'page']),
      spreadMode: pick(parts['spreadMode'], ['none', 'odd', 'even']),
      pageTheme: pick(parts['pageTheme'], ['light', 'dark', 'sepia']),
      sidebar: pick(parts['sidebar'], ['none', 'outline']),
    },
  };
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
