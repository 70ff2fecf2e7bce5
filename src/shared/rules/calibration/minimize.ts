/** A place in the plane. */
export type Point = readonly [number, number];

/** Where a function of two variables is least, and how it bends there. */
export interface Minimum {
  readonly at: Point;
  /** Second derivatives: d²/dx², d²/dxdy, d²/dy². */
  readonly curvature: readonly [number, number, number];
}

const COARSE_STEPS = 60;
const COARSE_SIZE = 1e-2;
const NEWTON_STEPS = 12;
/** Central differences this wide are exact to about 1e-8 for a function known to 1e-13. */
const WIDTH = 1e-4;

/**
 * The least value of a smooth function of two variables: Nelder & Mead's simplex (1965) until it is small, then Newton's
 * steps on central differences. Places where the function is infinite are never chosen.
 *
 * @example minimize((x, y) => (x - 1) ** 2 + y ** 2, [3, 2]).at // [1, 0]
 */
export function minimize(value: (x: number, y: number) => number, start: Point): Minimum {
  let place = descend(value, start);
  let bend = differentiate(value, place);
  for (let step = 0; step < NEWTON_STEPS; step += 1) {
    const move = newtonStep(bend);
    if (move === null) break;
    const next: Point = [place[0] + move[0], place[1] + move[1]];
    const size = Math.hypot(...move);
    // At the end the differences between values are noise: a step that small is taken for its direction alone.
    if (size > 1e-6 && value(...next) > bend.value) break;
    place = next;
    bend = differentiate(value, place);
    if (size < 1e-9) break;
  }
  return { at: place, curvature: [bend.xx, bend.xy, bend.yy] };
}

interface Bend {
  readonly value: number;
  readonly x: number;
  readonly y: number;
  readonly xx: number;
  readonly xy: number;
  readonly yy: number;
}

function differentiate(f: (x: number, y: number) => number, [x, y]: Point): Bend {
  const h = WIDTH;
  // Second derivatives divide by the width squared: they need a wider one.
  const k = 10 * WIDTH;
  const value = f(x, y);
  return {
    value,
    x: (f(x + h, y) - f(x - h, y)) / (2 * h),
    y: (f(x, y + h) - f(x, y - h)) / (2 * h),
    xx: (f(x + k, y) - 2 * value + f(x - k, y)) / k ** 2,
    yy: (f(x, y + k) - 2 * value + f(x, y - k)) / k ** 2,
    xy: (f(x + k, y + k) - f(x + k, y - k) - f(x - k, y + k) + f(x - k, y - k)) / (4 * k ** 2),
  };
}

function newtonStep({ x, y, xx, xy, yy }: Bend): Point | null {
  const determinant = xx * yy - xy * xy;
  if (!(xx > 0) || !(determinant > 0)) return null;
  return [(xy * y - yy * x) / determinant, (xy * x - xx * y) / determinant];
}

interface Corner {
  readonly at: Point;
  readonly value: number;
}

function descend(f: (x: number, y: number) => number, [x, y]: Point): Point {
  const corner = (at: Point): Corner => ({ at, value: f(...at) });
  let simplex = [corner([x, y]), corner([x + 0.5, y]), corner([x, y + 0.5])].toSorted(byValue);
  for (let step = 0; step < COARSE_STEPS; step += 1) {
    const [best, middle, worst] = simplex as [Corner, Corner, Corner];
    if (Math.hypot(worst.at[0] - best.at[0], worst.at[1] - best.at[1]) < COARSE_SIZE) break;
    const centre: Point = [(best.at[0] + middle.at[0]) / 2, (best.at[1] + middle.at[1]) / 2];
    const along = (factor: number): Corner =>
      corner([
        centre[0] + factor * (worst.at[0] - centre[0]),
        centre[1] + factor * (worst.at[1] - centre[1]),
      ]);
    const mirrored = along(-1);
    const halfway = ({ at }: Corner): Corner => corner([(at[0] + best.at[0]) / 2, (at[1] + best.at[1]) / 2]);
    if (mirrored.value < best.value) {
      const further = along(-2);
      simplex = [best, middle, further.value < mirrored.value ? further : mirrored];
    } else if (mirrored.value < middle.value) {
      simplex = [best, middle, mirrored];
    } else {
      const nearer = along(mirrored.value < worst.value ? -0.5 : 0.5);
      simplex =
        nearer.value < Math.min(worst.value, mirrored.value)
          ? [best, middle, nearer]
          : [best, halfway(middle), halfway(worst)];
    }
    simplex = simplex.toSorted(byValue);
  }
  return (simplex[0] as Corner).at;
}

function byValue(a: Corner, b: Corner): number {
  return a.value - b.value;
}
