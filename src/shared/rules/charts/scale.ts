/** A straight line from values to pixels. */
export type Scale = (value: number) => number;

/** The scale that puts `from[0]` at `to[0]` and `from[1]` at `to[1]`. An empty range puts everything in the middle. */
export function linearScale(from: readonly [number, number], to: readonly [number, number]): Scale {
  const width = from[1] - from[0];
  return (value) =>
    width === 0 ? (to[0] + to[1]) / 2 : to[0] + ((value - from[0]) / width) * (to[1] - to[0]);
}

/**
 * Round values over a range, about as many as asked for: steps of 1, 2 or 5 times a power of ten.
 *
 * @example findTicks(0, 9, 4) // [0, 5]
 */
export function findTicks(low: number, high: number, count: number): readonly number[] {
  if (!(high > low)) return [low];
  const rough = (high - low) / Math.max(1, count);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5].find((factor) => factor * power >= rough) ?? 10) * power;
  const first = Math.ceil(low / step);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toFixed(10)));
}

/** A text that fits a number of characters, its end cut off where it does not. */
export function shorten(text: string, length: number): string {
  const characters = Array.from(text);
  return characters.length <= length ? text : `${characters.slice(0, length - 1).join('')}…`;
}
