import type { TableColumn } from '@renderer/ui/table-column';

/** A row about one paper. */
interface PaperRow {
  readonly number: number;
  readonly title: string;
}

/** The column of the papers' numbers. */
export function numberColumn<Row extends PaperRow>(): TableColumn<Row> {
  return {
    id: 'number',
    title: '#',
    fullTitle: 'Number',
    width: '3.5rem',
    align: 'end',
    cell: ({ number }) => number,
    sortValue: ({ number }) => number,
  };
}

/** The column of the papers' titles, cut where there is no room and whole in the tooltip; `title` is its heading. */
export function titleColumn<Row extends PaperRow>(title: string, width: string): TableColumn<Row> {
  return {
    id: 'title',
    title,
    width,
    cell: (row) => <span title={row.title}>{row.title}</span>,
    sortValue: (row) => row.title,
  };
}
