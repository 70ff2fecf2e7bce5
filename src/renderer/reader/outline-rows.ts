import type { OutlineEntry } from './engine/outline';

/** One visible line of the outline. */
export interface OutlineRow {
  readonly entry: OutlineEntry;
  /** 1 at the top. */
  readonly level: number;
  readonly parentId: string | undefined;
  /** Undefined when there is nothing under it. */
  readonly isExpanded: boolean | undefined;
  /** Its place among its siblings, from 1, and how many they are. */
  readonly position: number;
  readonly siblings: number;
}

/** The lines to show, in order: every entry whose ancestors are all expanded. */
export function toOutlineRows(
  entries: readonly OutlineEntry[],
  expandedIds: ReadonlySet<string>,
): readonly OutlineRow[] {
  const rows: OutlineRow[] = [];
  const add = (siblings: readonly OutlineEntry[], level: number, parentId: string | undefined): void => {
    for (const [index, entry] of siblings.entries()) {
      const hasChildren = entry.children.length > 0;
      const isExpanded = hasChildren ? expandedIds.has(entry.id) : undefined;
      rows.push({ entry, level, parentId, isExpanded, position: index + 1, siblings: siblings.length });
      if (isExpanded) add(entry.children, level + 1, entry.id);
    }
  };
  add(entries, 1, undefined);
  return rows;
}

const SHORT_OUTLINE = 60;

/** What is expanded at first: the top level, unless that makes the list long; a lone top entry always. */
export function initiallyExpanded(entries: readonly OutlineEntry[]): ReadonlySet<string> {
  const second = entries.reduce((sum, entry) => sum + entry.children.length, 0);
  const isShort = entries.length === 1 || entries.length + second <= SHORT_OUTLINE;
  return new Set(isShort ? entries.map((entry) => entry.id) : []);
}

/** Where a key leads in the outline: to another line, to an entry opened or closed, or nowhere (undefined). */
export type OutlineMove =
  | { readonly kind: 'focus'; readonly id: string }
  | { readonly kind: 'expand' | 'collapse'; readonly id: string };

/** The move a key makes from a line, as in the tree pattern of the ARIA authoring practices. */
export function toOutlineMove(
  rows: readonly OutlineRow[],
  fromId: string | undefined,
  key: string,
): OutlineMove | undefined {
  const index = rows.findIndex((row) => row.entry.id === fromId);
  const row = rows[index];
  const focus = (target: OutlineRow | undefined): OutlineMove | undefined =>
    target === undefined ? undefined : { kind: 'focus', id: target.entry.id };
  if (key === 'Home') return focus(rows[0]);
  if (key === 'End') return focus(rows.at(-1));
  if (row === undefined) return undefined;
  const { id } = row.entry;
  if (key === 'ArrowDown') return focus(rows[index + 1]);
  if (key === 'ArrowUp') return focus(rows[index - 1]);
  if (key === 'ArrowRight')
    return row.isExpanded === false
      ? { kind: 'expand', id }
      : row.isExpanded
        ? focus(rows[index + 1])
        : undefined;
  if (key !== 'ArrowLeft') return undefined;
  if (row.isExpanded) return { kind: 'collapse', id };
  return row.parentId === undefined ? undefined : { kind: 'focus', id: row.parentId };
}
