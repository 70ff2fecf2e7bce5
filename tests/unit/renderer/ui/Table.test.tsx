import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState, type ReactNode } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Table } from '@renderer/ui/Table';
import { sortRows, type TableColumn } from '@renderer/ui/table-column';

interface Paper {
  readonly number: number;
  readonly title: string;
  readonly mean: number | null;
}

const papers: readonly Paper[] = Array.from({ length: 2000 }, (_, index) => ({
  number: index + 1,
  title: `Paper ${index + 1}`,
  mean: index % 3 === 0 ? null : (index * 7) % 11,
}));

const columns: readonly TableColumn<Paper>[] = [
  {
    id: 'number',
    title: '#',
    fullTitle: 'Number',
    align: 'end',
    cell: (paper) => paper.number,
    sortValue: (paper) => paper.number,
  },
  { id: 'title', title: 'Title', cell: (paper) => paper.title },
  { id: 'mean', title: 'Mean', cell: (paper) => paper.mean ?? 'none', sortValue: (paper) => paper.mean },
];

const opened = vi.fn();

function Papers({ rows = papers }: { readonly rows?: readonly Paper[] }): ReactNode {
  const [checked, setChecked] = useState<ReadonlySet<string>>(new Set());
  return (
    <Table
      label="Papers"
      rows={rows}
      columns={columns}
      rowKey={(paper) => String(paper.number)}
      onOpen={(paper) => opened(paper.number)}
      checkedKeys={checked}
      onCheckedChange={setChecked}
      empty="No papers yet"
    />
  );
}

const activeRow = (): string | null | undefined => {
  const id = screen.getByRole('grid').getAttribute('aria-activedescendant');
  return id === null
    ? null
    : document.getElementById(id)?.querySelector('[role=gridcell]:nth-child(3)')?.textContent;
};

describe('Table', () => {
  beforeEach(() => {
    // jsdom has no layout: give the scroller a height, and let scrolling move it.
    vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(300);
    vi.spyOn(HTMLElement.prototype, 'offsetWidth', 'get').mockReturnValue(800);
    vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(300);
    vi.spyOn(Element.prototype, 'scrollHeight', 'get').mockReturnValue(60_030);
    Element.prototype.scrollTo = function scrollTo(this: Element, to?: ScrollToOptions | number): void {
      const top = typeof to === 'object' ? (to.top ?? 0) : 0;
      if (top === this.scrollTop) return;
      this.scrollTop = top;
      queueMicrotask(() => this.dispatchEvent(new Event('scroll')));
    };
  });

  afterEach(() => {
    cleanup();
    opened.mockClear();
    vi.restoreAllMocks();
  });

  it('says how many rows there are and keeps only those in view in the document', () => {
    render(<Papers />);
    expect(screen.getByRole('grid', { name: 'Papers' }).getAttribute('aria-rowcount')).toBe('2001');
    const rows = screen.getAllByRole('row');
    expect(rows.length).toBeGreaterThan(8);
    expect(rows.length).toBeLessThan(60);
    expect(rows[1]?.getAttribute('aria-rowindex')).toBe('2');
  });

  it('is one stop in the tab order; arrows move the row in hand and Enter opens it', async () => {
    const user = userEvent.setup();
    render(<Papers />);
    await user.tab();
    expect(document.activeElement).toBe(screen.getByRole('grid'));
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}{ArrowUp}');
    expect(activeRow()).toBe('Paper 2');
    await user.keyboard('{Enter}');
    expect(opened.mock.calls).toEqual([[2]]);
    await user.keyboard('{Home}{ArrowUp}');
    expect(activeRow()).toBe('Paper 1');
  });

  it('goes on by pages', async () => {
    const user = userEvent.setup();
    render(<Papers />);
    await user.tab();
    await user.keyboard('{Home}{PageDown}');
    expect(activeRow()).toBe('Paper 9');
    await user.keyboard('{PageUp}');
    expect(activeRow()).toBe('Paper 1');
  });

  it('checks the row in hand with Space, and all rows from the head', async () => {
    const user = userEvent.setup();
    render(<Papers />);
    await user.tab();
    await user.keyboard('{ArrowDown}{ArrowDown} ');
    expect(
      screen.getAllByRole('row', { selected: true }).map((row) => row.getAttribute('aria-rowindex')),
    ).toEqual(['3']);
    const all = screen.getByRole<HTMLInputElement>('checkbox', { name: 'Choose all rows' });
    expect(all.indeterminate).toBe(true);
    await user.click(all);
    expect(screen.queryAllByRole('row', { selected: false })).toEqual([]);
  });

  it('sorts by its heads: up, down, and back to how the rows came', async () => {
    const user = userEvent.setup();
    render(<Papers rows={papers.slice(0, 6)} />);
    const order = (): readonly (string | null)[] =>
      screen
        .getAllByRole('row')
        .slice(1)
        .map((row) => within(row).getAllByRole('gridcell')[1]?.textContent ?? null);
    const head = screen.getByRole('columnheader', { name: 'Mean' });
    const press = (): Promise<void> => user.click(within(head).getByRole('button'));
    await press();
    expect(head.getAttribute('aria-sort')).toBe('ascending');
    expect(order()).toEqual(['6', '3', '5', '2', '1', '4']);
    await press();
    expect(order()).toEqual(['2', '5', '3', '6', '1', '4']);
    await press();
    expect(head.getAttribute('aria-sort')).toBe('none');
    expect(order()).toEqual(['1', '2', '3', '4', '5', '6']);
  });

  it('goes on when rows disappear from under the row in hand', async () => {
    const user = userEvent.setup();
    const { rerender } = render(<Papers />);
    await user.tab();
    await user.keyboard('{End}');
    expect(activeRow()).toBe('Paper 2000');
    rerender(<Papers rows={papers.slice(0, 6)} />);
    expect(screen.getAllByRole('row')).toHaveLength(7);
    expect(screen.getByRole('grid').getAttribute('aria-activedescendant')).toBeNull();
    await user.keyboard('{ArrowDown}');
    expect(activeRow()).toBe('Paper 1');
  });

  it('shows what stands for no rows', () => {
    render(<Papers rows={[]} />);
    expect(screen.getByText('No papers yet')).toBeTruthy();
  });
});

describe('sortRows', () => {
  it('puts rows without a value last in both directions and keeps the order of equal rows', () => {
    const rows = [
      { number: 1, title: 'b', mean: null },
      { number: 2, title: 'a', mean: 2 },
      { number: 3, title: 'c', mean: 2 },
      { number: 4, title: 'd', mean: 1 },
    ];
    const sorted = (direction: 'ascending' | 'descending'): readonly number[] =>
      sortRows(rows, columns, { columnId: 'mean', direction }).map(({ number }) => number);
    expect(sorted('ascending')).toEqual([4, 2, 3, 1]);
    expect(sorted('descending')).toEqual([2, 3, 4, 1]);
  });
});
