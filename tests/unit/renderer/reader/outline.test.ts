import { describe, expect, it } from 'vitest';
import { toOutline } from '@renderer/reader/engine/outline';
import { initiallyExpanded, toOutlineMove, toOutlineRows } from '@renderer/reader/outline-rows';

interface Raw {
  title: string;
  dest: string | null;
  url: string | null;
  items: Raw[];
}
const raw = (title: string, items: Raw[] = [], more: Partial<Raw> = {}): Raw => ({
  title,
  dest: `#${title}`,
  url: null,
  items,
  ...more,
});
const toEntries = (entries: Raw[]) => toOutline(entries as never);

const paper = toEntries([
  raw('Intro'),
  raw('Methods', [raw('Data', [raw('Sources')]), raw('Model')]),
  raw('Results'),
]);
const titles = (expanded: string[]): string[] =>
  toOutlineRows(paper, new Set(expanded)).map((row) => `${row.level} ${row.entry.title}`);

describe('the outline', () => {
  it('shows an entry only under expanded ancestors', () => {
    expect(titles([])).toEqual(['1 Intro', '1 Methods', '1 Results']);
    expect(titles(['1'])).toEqual(['1 Intro', '1 Methods', '2 Data', '2 Model', '1 Results']);
    expect(titles(['1', '1.0'])).toContain('3 Sources');
    expect(titles(['1.0'])).toHaveLength(3);
  });

  it('gives each line its place among its siblings and whether it can open', () => {
    const rows = toOutlineRows(paper, new Set(['1']));
    const model = rows.find((row) => row.entry.title === 'Model');
    expect(model).toMatchObject({ level: 2, parentId: '1', position: 2, siblings: 2, isExpanded: undefined });
    expect(rows.find((row) => row.entry.title === 'Data')?.isExpanded).toBe(false);
  });

  it('opens the first level of a short outline, and nothing of a long one', () => {
    expect([...initiallyExpanded(paper)]).toContain('1');
    const long = toEntries(Array.from({ length: 70 }, (_, index) => raw(`S${index}`, [raw('x')])));
    expect(initiallyExpanded(long).size).toBe(0);
  });

  it('moves as a tree does', () => {
    const rows = toOutlineRows(paper, new Set(['1']));
    expect(toOutlineMove(rows, '0', 'ArrowDown')).toEqual({ kind: 'focus', id: '1' });
    expect(toOutlineMove(rows, '1', 'ArrowRight')).toEqual({ kind: 'focus', id: '1.0' });
    expect(toOutlineMove(rows, '1.0', 'ArrowRight')).toEqual({ kind: 'expand', id: '1.0' });
    expect(toOutlineMove(rows, '1.1', 'ArrowLeft')).toEqual({ kind: 'focus', id: '1' });
    expect(toOutlineMove(rows, '1', 'ArrowLeft')).toEqual({ kind: 'collapse', id: '1' });
    expect(toOutlineMove(rows, '0', 'ArrowUp')).toBeUndefined();
    expect(toOutlineMove(rows, '0', 'End')).toEqual({ kind: 'focus', id: '2' });
    expect(toOutlineMove(rows, '0', 'a')).toBeUndefined();
  });

  it('cleans titles and drops addresses that may not be offered', () => {
    const [entry, script] = toEntries([
      raw(' A\u0000 \n title ', [], { dest: null, url: 'https://example.org/a' }),
      raw('', [], { dest: null, url: 'javascript:alert(1)' }),
    ]);
    expect(entry).toMatchObject({ title: 'A title', url: 'https://example.org/a', destination: undefined });
    expect(script).toMatchObject({ title: 'Untitled', url: undefined });
  });

  it('is bounded, however large or deep the file says it is', () => {
    const wide = toEntries(Array.from({ length: 20_000 }, (_, index) => raw(`S${index}`)));
    expect(wide).toHaveLength(5_000);
    let deep = raw('bottom');
    for (let level = 0; level < 40; level += 1) deep = raw(`L${level}`, [deep]);
    let depth = 0;
    for (let at = toEntries([deep])[0]; at !== undefined; at = at.children[0]) depth += 1;
    expect(depth).toBe(12);
  });
});
