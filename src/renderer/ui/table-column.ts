import type { ReactNode } from 'react';

/** What a column sorts by; null (nothing there) always comes last. */
export type SortValue = string | number | null;

/** One column of a Table. */
export interface TableColumn<Row> {
  readonly id: string;
  readonly title: string;
  /** What the title stands for, when it is an abbreviation; spoken, and shown on hover. */
  readonly fullTitle?: string | undefined;
  readonly cell: (row: Row) => ReactNode;
  /** A CSS grid track: `'4rem'`, `'minmax(10rem, 1fr)'` (`minmax(6rem, 1fr)` unless told). */
  readonly width?: string | undefined;
  /** Numbers end at the end of their column, in figures of one width. */
  readonly align?: 'start' | 'center' | 'end' | undefined;
  /** Keeps the column in sight while the others scroll: how far from the start edge, a CSS length. */
  readonly pinnedAt?: string | undefined;
  /** Makes the column sortable by its header. */
  readonly sortValue?: ((row: Row) => SortValue) | undefined;
}

/** Which column a table is sorted by. */
export interface TableSort {
  readonly columnId: string;
  readonly direction: 'ascending' | 'descending';
}

const words = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

function compare(a: SortValue, b: SortValue, sign: 1 | -1): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  if (typeof a === 'number' && typeof b === 'number') return sign * (a - b);
  return sign * words.compare(String(a), String(b));
}

/** The rows in the order of a sort; equal rows keep theirs, rows without a value come last either way. */
export function sortRows<Row>(
  rows: readonly Row[],
  columns: readonly TableColumn<Row>[],
  sort: TableSort | null,
): readonly Row[] {
  const value = columns.find((column) => column.id === sort?.columnId)?.sortValue;
  if (!sort || !value) return rows;
  const sign = sort.direction === 'ascending' ? 1 : -1;
  return rows
    .map((row) => ({ row, key: value(row) }))
    .toSorted((a, b) => compare(a.key, b.key, sign))
    .map(({ row }) => row);
}
