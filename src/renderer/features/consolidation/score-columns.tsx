import styles from './consolidation-table.module.css';
import type { PaperColumn } from './paper-column';
import { rangeText, spreadOf } from './paper-rows';

/** The columns about scores, by name. */
export interface ScoreColumns {
  readonly mean: PaperColumn;
  readonly weighted: PaperColumn;
  readonly calibrated: PaperColumn;
  readonly range: PaperColumn;
  readonly deviation: PaperColumn;
}

/**
 * The columns about scores.
 *
 * @param overall what the overall rating is called, in lower case
 */
export function scoreColumns(overall: string): ScoreColumns {
  return {
    mean: figureColumn(
      { id: 'mean', title: 'Mean', fullTitle: `Mean ${overall}` },
      (paper) => paper.overall.mean,
    ),
    weighted: figureColumn(
      {
        id: 'weighted',
        title: 'By conf.',
        fullTitle: `Mean ${overall}, each review counted by its reviewer's confidence`,
      },
      (paper) => paper.weightedMean,
    ),
    calibrated: {
      id: 'calibrated',
      title: 'Calibrated',
      fullTitle: `Calibrated: the ${overall} as the average reviewer would have given it, with the interval that holds it nine times in ten`,
      width: '7.75rem',
      align: 'end',
      cell: ({ calibrated }) =>
        calibrated !== null && (
          <>
            {calibrated.score.toFixed(2)}{' '}
            <span className={styles['interval']}>
              {calibrated.low.toFixed(1)}–{calibrated.high.toFixed(1)}
            </span>
          </>
        ),
      text: ({ calibrated }) =>
        calibrated === null
          ? ''
          : `${calibrated.score.toFixed(2)} (${calibrated.low.toFixed(2)}–${calibrated.high.toFixed(2)})`,
      sortValue: ({ calibrated }) => calibrated?.score ?? null,
    },
    range: {
      id: 'range',
      title: 'Range',
      fullTitle: `Range: lowest to highest ${overall}. Sorts by how far apart they are.`,
      width: '4.25rem',
      align: 'end',
      cell: (paper) => rangeText(paper.overall),
      text: (paper) => rangeText(paper.overall),
      sortValue: (paper) => spreadOf(paper.overall),
    },
    deviation: figureColumn(
      {
        id: 'deviation',
        title: 'Disagree',
        width: '5.25rem',
        fullTitle: `Disagreement: the standard deviation of the ${overall}`,
      },
      (paper) => paper.deviation,
    ),
  };
}

function figureColumn(
  column: Pick<PaperColumn, 'id' | 'title' | 'fullTitle' | 'width'>,
  figureOf: (paper: Parameters<PaperColumn['text']>[0]) => number | null,
): PaperColumn {
  const say = (paper: Parameters<PaperColumn['text']>[0]): string => figureOf(paper)?.toFixed(2) ?? '';
  return { width: '4.5rem', ...column, align: 'end', cell: say, text: say, sortValue: figureOf };
}
