/** Ratings of one paper, summed up. */
export interface ScoreSummary {
  readonly count: number;
  /** Arithmetic mean; null when there are no scores. */
  readonly mean: number | null;
  readonly lowest: number | null;
  readonly highest: number | null;
}

/** The summary of a list of scores. */
export function summarizeScores(scores: readonly number[]): ScoreSummary {
  if (scores.length === 0) return { count: 0, mean: null, lowest: null, highest: null };
  const total = scores.reduce((sum, score) => sum + score, 0);
  return {
    count: scores.length,
    mean: total / scores.length,
    lowest: Math.min(...scores),
    highest: Math.max(...scores),
  };
}
