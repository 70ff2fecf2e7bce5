/** A zoom that follows the size of the pane. */
export type ScalePreset = 'page-width' | 'page-fit';

/** How the pages are laid out: all of it, and the point at the top left, make a place that can be gone back to. */
export interface PageLayout {
  /** A preset, or a factor where 1 is the true size (72 points to the inch). */
  readonly scale: ScalePreset | number;
  /** Clockwise, in degrees, on top of each page's own rotation. */
  readonly rotation: 0 | 90 | 180 | 270;
  readonly scrollMode: 'vertical' | 'horizontal' | 'wrapped' | 'page';
  readonly spreadMode: 'none' | 'odd' | 'even';
}

/** The point of a page that is at the top left of the pane, in PDF points from the page's lower left corner. */
export interface PagePoint {
  /** 1 for the first page. */
  readonly page: number;
  readonly top: number;
  readonly left: number;
}

/** A destination as pdf.js takes it: no page (given beside it), kind, left, top, and null for "keep the zoom". */
export type XyzDestination = readonly [null, { readonly name: 'XYZ' }, number, number, null];

/** The layout a paper opens with. */
export const DEFAULT_LAYOUT: PageLayout = {
  scale: 'page-width',
  rotation: 0,
  scrollMode: 'vertical',
  spreadMode: 'none',
};

const SCROLL_MODES: readonly PageLayout['scrollMode'][] = ['vertical', 'horizontal', 'wrapped', 'page'];
const SPREAD_MODES: readonly PageLayout['spreadMode'][] = ['none', 'odd', 'even'];

/** The number pdf.js uses for a scroll mode. */
export function toScrollModeNumber(mode: PageLayout['scrollMode']): number {
  return SCROLL_MODES.indexOf(mode);
}

/** The number pdf.js uses for a spread mode. */
export function toSpreadModeNumber(mode: PageLayout['spreadMode']): number {
  return SPREAD_MODES.indexOf(mode);
}

/** The scroll mode behind pdf.js's number; continuous when it is none of ours. */
export function toScrollMode(number: number): PageLayout['scrollMode'] {
  return SCROLL_MODES[number] ?? 'vertical';
}

/** The spread mode behind pdf.js's number; none when it is none of ours. */
export function toSpreadMode(number: number): PageLayout['spreadMode'] {
  return SPREAD_MODES[number] ?? 'none';
}

/** Any turn in degrees as one of the four the viewer knows. */
export function toRotation(degrees: number): PageLayout['rotation'] {
  const turn = ((Math.round(degrees / 90) % 4) + 4) % 4;
  return ([0, 90, 180, 270] as const)[turn] ?? 0;
}

/** The scale as the viewer holds it (a preset's name, or a factor in words) as ours. */
export function toScale(value: string | null | undefined, factor: number): PageLayout['scale'] {
  return value === 'page-width' || value === 'page-fit' ? value : factor;
}

/** The destination that brings a point to the top left, keeping the zoom. */
export function toXyzDestination(point: PagePoint): XyzDestination {
  return [null, { name: 'XYZ' }, point.left, point.top, null];
}

/** Whether two points are the same to the eye: one page and within `tolerance` points. */
export function isSamePoint(a: PagePoint, b: PagePoint, tolerance = 2): boolean {
  return a.page === b.page && Math.abs(a.top - b.top) <= tolerance && Math.abs(a.left - b.left) <= tolerance;
}
