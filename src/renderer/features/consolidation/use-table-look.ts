import { useState } from 'react';
import type { TableSort } from '@renderer/ui/table-column';
import { EVERY_PAPER, type PaperFilter, type TableFace, type TableView } from '@shared/model/table-view';

/** How the table of papers is looked at now, and what changes it. View state only. */
export interface TableLook {
  readonly face: TableFace;
  readonly filter: PaperFilter;
  readonly sort: TableSort | null;
  /** Another number each time that the sort was changed from outside the table, which then begins anew. */
  readonly turn: number;
  readonly setFace: (face: TableFace) => void;
  readonly setFilter: (changes: Partial<PaperFilter>) => void;
  /** The person sorted by a column, or by none. */
  readonly noteSort: (sort: TableSort | null) => void;
  /** Looks at the table as a saved view does. */
  readonly wear: (view: TableView) => void;
  /** All papers, by number. */
  readonly reset: () => void;
}

interface Look {
  readonly face: TableFace;
  readonly filter: PaperFilter;
  readonly sort: TableSort | null;
  readonly turn: number;
}

/** The look of one table, until it goes. */
export function useTableLook(): TableLook {
  const [look, setLook] = useState<Look>({ face: 'overview', filter: EVERY_PAPER, sort: null, turn: 0 });
  return {
    ...look,
    setFace: (face) => setLook((now) => ({ ...now, face, turn: now.turn + 1 })),
    setFilter: (changes) => setLook((now) => ({ ...now, filter: { ...now.filter, ...changes } })),
    noteSort: (sort) => setLook((now) => ({ ...now, sort })),
    wear: ({ face, filter, sort }) => setLook((now) => ({ face, filter, sort, turn: now.turn + 1 })),
    reset: () => setLook((now) => ({ ...now, filter: EVERY_PAPER })),
  };
}
