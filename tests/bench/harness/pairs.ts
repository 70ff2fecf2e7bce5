/** One goal of the design as a number that is measured in pairs: ours, and a yardstick's of the same kind, in turn. */
export interface Series {
  /** "g6-cold": the goal, and which of its numbers. */
  readonly id: string;
  readonly title: string;
  readonly unit: 'ms' | 'MiB' | 'score';
  /** Ours divided by the yardstick's may be at most this, at the median of the pairs. Null: told, not judged. */
  readonly limit: number | null;
  readonly pairs: readonly Pair[];
}

/** Two numbers measured one right after the other, so that a busy moment slows down both. */
export interface Pair {
  readonly app: number;
  readonly yardstick: number;
}

/** `over` fails. `noisy`: the yardstick itself spread so much that the machine was measured, and not the app. */
export type Verdict = 'within' | 'over' | 'noisy' | 'told';

/** What became of a series. */
export interface Outcome {
  readonly id: string;
  readonly title: string;
  readonly unit: Series['unit'];
  readonly pairCount: number;
  readonly app: number;
  readonly yardstick: number;
  /** The median of the pairwise ratios. */
  readonly ratio: number;
  readonly ratioLow: number;
  readonly ratioHigh: number;
  /** How far the yardstick's own numbers lie apart: the ninth tenth divided by the first. */
  readonly spread: number;
  readonly limit: number | null;
  readonly verdict: Verdict;
}

/** A yardstick that spreads more than this measured the machine's mood. */
const MOST_SPREAD = 2;

/** The value below which a share of the numbers lies, by nearest rank: `quantile([1, 2, 3], 0.5)` is 2. */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const rank = Math.max(1, Math.ceil(share * sorted.length));
  const value = sorted[rank - 1];
  if (value === undefined) throw new Error('there is no quantile of nothing');
  return value;
}

/** The middle number; of an even count the mean of the middle two. */
export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  if (upper === undefined || lower === undefined) throw new Error('there is no median of nothing');
  return (lower + upper) / 2;
}

/** Judges a series. */
export function judge({ pairs, limit, ...series }: Series): Outcome {
  const yardsticks = pairs.map((pair) => pair.yardstick);
  const ratios = pairs.map((pair) => pair.app / pair.yardstick);
  const ratio = median(ratios);
  const spread = quantile(yardsticks, 0.9) / quantile(yardsticks, 0.1);
  return {
    ...series,
    pairCount: pairs.length,
    app: median(pairs.map((pair) => pair.app)),
    yardstick: median(yardsticks),
    ratio,
    ratioLow: Math.min(...ratios),
    ratioHigh: Math.max(...ratios),
    spread,
    limit,
    verdict: verdictOf(ratio, spread, limit),
  };
}

function verdictOf(ratio: number, spread: number, limit: number | null): Verdict {
  if (limit === null) return 'told';
  if (spread > MOST_SPREAD) return 'noisy';
  return ratio <= limit ? 'within' : 'over';
}

/** Takes turns: the app and the yardstick, pair by pair, the one that goes first changing. */
export async function takeTurns(
  count: number,
  app: (index: number) => Promise<number>,
  yardstick: (index: number) => Promise<number>,
): Promise<readonly Pair[]> {
  const pairs: Pair[] = [];
  for (let index = 0; index < count; index++) {
    if (index % 2 === 0) {
      const ours = await app(index);
      pairs.push({ app: ours, yardstick: await yardstick(index) });
    } else {
      const theirs = await yardstick(index);
      pairs.push({ app: await app(index), yardstick: theirs });
    }
  }
  return pairs;
}
