import { ArrowDown, ArrowUp } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from './cx';
import type { TableColumn, TableSort } from './table-column';
import styles from './table.module.css';

/** Props of {@link TableHeader}. */
export interface TableHeaderProps<Row> {
  readonly columns: readonly TableColumn<Row>[];
  /** The tracks of the grid, shared with the rows. */
  readonly template: string;
  readonly sort: TableSort | null;
  readonly onSort: (sort: TableSort | null) => void;
  /** Share of the rows that are checked, 0 to 1; undefined when rows cannot be checked. */
  readonly allChecked: number | undefined;
  readonly onCheckAll: (isOn: boolean) => void;
}

// Up, down, and back to the order the rows came in.
function nextSort(columnId: string, sort: TableSort | null): TableSort | null {
  if (sort?.columnId !== columnId) return { columnId, direction: 'ascending' };
  return sort.direction === 'ascending' ? { columnId, direction: 'descending' } : null;
}

/** The head of a Table: it stays in view, and its cells sort. */
export function TableHeader<Row>({
  columns,
  template,
  sort,
  onSort,
  ...props
}: TableHeaderProps<Row>): ReactNode {
  const { allChecked } = props;
  return (
    <div role="rowgroup" className={styles['head']}>
      <div
        role="row"
        aria-rowindex={1}
        className={styles['headRow']}
        style={{ gridTemplateColumns: template }}
      >
        {allChecked !== undefined && (
          <div role="columnheader" className={styles['cell']}>
            <input
              type="checkbox"
              aria-label="Choose all rows"
              checked={allChecked === 1}
              ref={(box) => {
                if (box) box.indeterminate = allChecked > 0 && allChecked < 1;
              }}
              onChange={(event) => props.onCheckAll(event.target.checked)}
            />
          </div>
        )}
        {columns.map((column) => {
          const direction = sort?.columnId === column.id ? sort.direction : undefined;
          const Arrow = direction === 'descending' ? ArrowDown : ArrowUp;
          return (
            <div
              key={column.id}
              role="columnheader"
              className={cx(
                styles['cell'],
                styles[column.align ?? 'start'],
                column.pinnedAt !== undefined && styles['pinned'],
              )}
              style={column.pinnedAt === undefined ? undefined : { insetInlineStart: column.pinnedAt }}
              aria-sort={column.sortValue ? (direction ?? 'none') : undefined}
              title={column.fullTitle}
            >
              {column.sortValue ? (
                <button
                  type="button"
                  className={styles['sort']}
                  aria-label={column.fullTitle}
                  onClick={() => onSort(nextSort(column.id, sort))}
                >
                  <span>{column.title}</span>
                  {direction && <Arrow aria-hidden />}
                </button>
              ) : (
                <span className={styles['title']} aria-label={column.fullTitle}>
                  {column.title}
                </span>
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}
