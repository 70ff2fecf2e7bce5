import { useTheme } from './theme';

/** How many pixels one rem is at the present text size, for what must be computed in pixels. */
export function usePxPerRem(): number {
  return useTheme((state) => (16 * state.textSizePercent) / 100);
}
