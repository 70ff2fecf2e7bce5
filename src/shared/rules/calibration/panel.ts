import type { PaperNumber, PersonId } from '../../model/ids';

/** One reviewer's overall rating of one paper. */
export interface Score {
  readonly paper: PaperNumber;
  readonly reviewer: PersonId;
  readonly value: number;
}

/** What one paper got: positions in {@link Panel.reviewers}, and the scores in the same order. */
export interface PanelPaper {
  readonly paper: PaperNumber;
  readonly by: readonly number[];
  readonly values: readonly number[];
}

/** Scores by paper: the shape that the model is fitted to. Each reviewer scores a paper at most once. */
export interface Panel {
  readonly papers: readonly PanelPaper[];
  readonly reviewers: readonly PersonId[];
  readonly scoreCount: number;
}

/** The panel of a list of scores, papers by number and reviewers by id, so that the order of the list changes nothing. */
export function toPanel(scores: readonly Score[]): Panel {
  const reviewers = [...new Set(scores.map(({ reviewer }) => reviewer))].toSorted();
  const positions = new Map(reviewers.map((reviewer, index) => [reviewer, index]));
  const byPaper = new Map<PaperNumber, { position: number; value: number }[]>();
  for (const { paper, reviewer, value } of scores) {
    const entry = { position: positions.get(reviewer) ?? 0, value };
    const known = byPaper.get(paper);
    if (known === undefined) byPaper.set(paper, [entry]);
    else known.push(entry);
  }
  const papers = [...byPaper]
    .toSorted(([a], [b]) => a - b)
    .map(([paper, entries]) => {
      const sorted = entries.toSorted((a, b) => a.position - b.position);
      return {
        paper,
        by: sorted.map(({ position }) => position),
        values: sorted.map(({ value }) => value),
      };
    });
  return { papers, reviewers, scoreCount: scores.length };
}
