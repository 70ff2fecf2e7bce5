import { useVirtualizer } from '@tanstack/react-virtual';
import {
  useEffect,
  useEffectEvent,
  useId,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import { cx } from './cx';
import { isFromInside, isInControl, nextIndex } from './roving';
import { SkeletonRows } from './SkeletonRows';
import { sortRows, type TableColumn, type TableSort } from './table-column';
import { TableHeader } from './TableHeader';
import styles from './table.module.css';
import { usePxPerRem } from './use-px-per-rem';

/** Props of {@link Table}. */
export interface TableProps<Row> {
  /** What the rows are: "Papers". */
  readonly label: string;
  readonly rows: readonly Row[];
  readonly columns: readonly TableColumn<Row>[];
  readonly rowKey: (row: Row) => string;
  /** The row in hand, when the owner wants to know or say it; else the table keeps it. */
  readonly activeKey?: string | null | undefined;
  /** The row in hand has changed, by key or pointer. */
  readonly onActiveChange?: ((row: Row) => void) | undefined;
  /** Enter, or a double press. */
  readonly onOpen?: ((row: Row) => void) | undefined;
  readonly initialSort?: TableSort | null;
  readonly onSortChange?: ((sort: TableSort | null) => void) | undefined;
  /** Marks rows chosen for a common act; Space and the boxes call `onCheckedChange`. */
  readonly checkedKeys?: ReadonlySet<string> | undefined;
  readonly onCheckedChange?: ((keys: ReadonlySet<string>) => void) | undefined;
  /** Height of a row in rem (30 px at normal text size unless told). */
  readonly rowHeightRem?: number;
  readonly isLoading?: boolean;
  /** Shown instead of rows: an ErrorState. */
  readonly error?: ReactNode;
  /** Shown when there are no rows: an EmptyState. */
  readonly empty?: ReactNode;
}

const overscan = 12;

/**
 * Rows and columns, for thousands of rows: only those in view are in the document. One stop in the tab order; arrows,
 * Page Up and Down, Home and End move the row in hand, Enter opens it, Space checks it. Headers sort.
 */
export function Table<Row>({
  rows,
  columns,
  rowKey,
  rowHeightRem = 1.875,
  ...props
}: TableProps<Row>): ReactNode {
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [ownActive, setOwnActive] = useState<string | null>(null);
  const [sort, setSort] = useState<TableSort | null>(props.initialSort ?? null);
  const sorted = useMemo(() => sortRows(rows, columns, sort), [rows, columns, sort]);
  const rowPx = Math.round(rowHeightRem * usePxPerRem());
  const virtual = useVirtualizer({
    count: sorted.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowPx,
    getItemKey: (index) => rowKey(sorted[index] as Row),
    overscan,
    scrollPaddingStart: rowPx,
  });
  useEffect(() => {
    virtual.measure();
  }, [virtual, rowPx]);

  const activeKey = props.activeKey === undefined ? ownActive : props.activeKey;
  const activeIndex = activeKey === null ? -1 : sorted.findIndex((row) => rowKey(row) === activeKey);
  const showActive = useEffectEvent(() => {
    if (activeIndex >= 0) virtual.scrollToIndex(activeIndex);
  });
  // Only when another row is in hand: rows that come or go must not move what a person is looking at.
  useEffect(() => showActive(), [activeKey]);

  const { checkedKeys, onCheckedChange } = props;
  const template = [
    ...(checkedKeys ? ['2.25rem'] : []),
    ...columns.map(({ width }) => width ?? 'minmax(6rem, 1fr)'),
  ].join(' ');

  const activate = (index: number): void => {
    const row = sorted[index];
    if (row === undefined) return;
    setOwnActive(rowKey(row));
    if (index !== activeIndex) props.onActiveChange?.(row);
  };
  const toggle = (keys: readonly string[], isOn: boolean): void => {
    const next = new Set(checkedKeys);
    for (const key of keys) {
      if (isOn) next.add(key);
      else next.delete(key);
    }
    onCheckedChange?.(next);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (isFromInside(event)) return;
    const pageRows = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowPx) - 2);
    const next = nextIndex(event, activeIndex, sorted.length, pageRows);
    const active = sorted[activeIndex];
    if (next !== null) activate(next);
    else if (event.key === 'Enter' && active !== undefined) props.onOpen?.(active);
    else if (event.key === ' ' && active !== undefined && checkedKeys)
      toggle([rowKey(active)], !checkedKeys.has(rowKey(active)));
    else return;
    event.preventDefault();
  };

  const rowsInView = virtual.getVirtualItems();
  const instead = props.error ?? (sorted.length === 0 && !props.isLoading ? props.empty : null);
  return (
    <div
      ref={scroller}
      role="grid"
      tabIndex={0}
      className={styles['table']}
      aria-label={props.label}
      aria-rowcount={sorted.length + 1}
      aria-colcount={columns.length + (checkedKeys ? 1 : 0)}
      aria-busy={props.isLoading}
      aria-multiselectable={checkedKeys ? true : undefined}
      aria-activedescendant={
        rowsInView.some(({ index }) => index === activeIndex) ? `${id}-${activeIndex}` : undefined
      }
      onKeyDown={onKeyDown}
    >
      <TableHeader
        columns={columns}
        template={template}
        sort={sort}
        onSort={(next) => {
          setSort(next);
          props.onSortChange?.(next);
        }}
        allChecked={
          checkedKeys && sorted.length > 0
            ? sorted.filter((row) => checkedKeys.has(rowKey(row))).length / sorted.length
            : undefined
        }
        onCheckAll={(isOn) => toggle(sorted.map(rowKey), isOn)}
      />
      {props.isLoading && sorted.length === 0 && (
        <SkeletonRows label={`Loading ${props.label}`} count={8} rowHeightRem={rowHeightRem} />
      )}
      {instead ?? (
        <div role="rowgroup" className={styles['body']} style={{ blockSize: virtual.getTotalSize() }}>
          {rowsInView.map(({ index, start }) => {
            const row = sorted[index] as Row;
            const key = rowKey(row);
            const isChecked = checkedKeys?.has(key) ?? false;
            return (
              // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the grid has the focus and the keys
              <div
                key={key}
                id={`${id}-${index}`}
                role="row"
                aria-rowindex={index + 2}
                aria-selected={checkedKeys ? isChecked : index === activeIndex}
                className={cx(styles['row'], index === activeIndex && styles['active'])}
                style={{
                  gridTemplateColumns: template,
                  blockSize: rowPx,
                  transform: `translateY(${start}px)`,
                }}
                onClick={() => activate(index)}
                onDoubleClick={(event) => !isInControl(event.target) && props.onOpen?.(row)}
              >
                {checkedKeys && (
                  <div role="gridcell" className={styles['cell']}>
                    <input
                      type="checkbox"
                      tabIndex={-1}
                      aria-label="Choose this row"
                      checked={isChecked}
                      onChange={(event) => toggle([key], event.target.checked)}
                    />
                  </div>
                )}
                {columns.map((column) => (
                  <div
                    key={column.id}
                    role="gridcell"
                    className={cx(
                      styles['cell'],
                      styles[column.align ?? 'start'],
                      column.pinnedAt !== undefined && styles['pinned'],
                    )}
                    style={column.pinnedAt === undefined ? undefined : { insetInlineStart: column.pinnedAt }}
                  >
                    {column.cell(row)}
                  </div>
                ))}
              </div>
            );
          })}
        </div>
      )}
    </div>
  );
}
