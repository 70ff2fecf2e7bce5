/** A score with how much it counts. */
export interface WeightedScore {
  readonly score: number;
  /** At least 0; null when the reviewer did not say, which counts as the mean of those who did. */
  readonly weight: number | null;
}

/** The sample standard deviation of scores (n - 1): how far reviewers disagree. Null for fewer than two. */
export function deviationOf(scores: readonly number[]): number | null {
  if (scores.length < 2) return null;
  const mean = sumOf(scores) / scores.length;
  return Math.sqrt(sumOf(scores.map((score) => (score - mean) ** 2)) / (scores.length - 1));
}

/** The mean of scores by weight. Null without scores, or when nobody gave a weight above 0. */
export function weightedMeanOf(scores: readonly WeightedScore[]): number | null {
  const said = scores.flatMap(({ weight }) => weight ?? []);
  if (said.length === 0) return null;
  const usual = sumOf(said) / said.length;
  const weights = scores.map(({ weight }) => weight ?? usual);
  const total = sumOf(weights);
  if (total === 0) return null;
  return sumOf(scores.map(({ score }, index) => score * (weights[index] ?? 0))) / total;
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
