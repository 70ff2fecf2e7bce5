import type { PaperRow } from '@shared/contract/consolidation';
import type { CalibratedPaper } from '@shared/rules/calibration/calibrate';
import { sortRows, type TableColumn, type TableSort } from '@renderer/ui/table-column';

/** A paper with its calibrated score; null where there is none. */
export interface ShownPaper extends PaperRow {
  readonly calibrated: CalibratedPaper | null;
}

/** A column of the table of papers, which can also be copied. */
export interface PaperColumn extends TableColumn<ShownPaper> {
  /** Its cell as plain text. */
  readonly text: (paper: ShownPaper) => string;
}

/** The rows as they stand, for other programs: lines of cells between tabs, the columns' titles first. */
export function toCopiedText(
  rows: readonly ShownPaper[],
  columns: readonly PaperColumn[],
  sort: TableSort | null,
): string {
  const lines = sortRows(rows, columns, sort).map((row) => columns.map(({ text }) => text(row)));
  return [columns.map(({ title }) => title), ...lines]
    .map((cells) => cells.map((cell) => cell.replaceAll(/\s+/g, ' ')).join('\t'))
    .join('\n');
}
