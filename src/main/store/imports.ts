import type { ImportOutcome, ImportRow } from '@shared/contract/bundle';
import { change, selectAll, selectOne, type ReadDb, type WriteDb } from './database';

/** How many files of an import ended in each way; ways in which none did are left out. */
export type OutcomeCounts = Readonly<Partial<Record<ImportOutcome, number>>>;

/** An import that is over, without its rows. */
export interface KeptImport {
  readonly id: number;
  /** RFC 3339, UTC. */
  readonly finishedAt: string;
  readonly isStopped: boolean;
  readonly counts: OutcomeCounts;
}

interface Stored {
  readonly id: number;
  readonly finished_at: string;
  readonly is_stopped: number;
  readonly counts: string;
}

/** Keeps the report of an import. */
export function saveImport(
  db: WriteDb,
  { finishedAt, isStopped, counts }: Omit<KeptImport, 'id'>,
  rows: readonly ImportRow[],
): void {
  change(
    db,
    'INSERT INTO imports (finished_at, is_stopped, counts, rows) VALUES (?, ?, ?, ?)',
    finishedAt,
    Number(isStopped),
    JSON.stringify(counts),
    JSON.stringify(rows),
  );
}

/** The imports of a venue, the newest first. */
export function listImports(db: ReadDb): readonly KeptImport[] {
  return selectAll<Stored>(
    db,
    'SELECT id, finished_at, is_stopped, counts FROM imports ORDER BY id DESC',
  ).map(toImport);
}

/** One import with its rows; undefined when there is none of this number. */
export function getImport(
  db: ReadDb,
  id: number,
): (KeptImport & { readonly rows: readonly ImportRow[] }) | undefined {
  const stored = selectOne<Stored & { readonly rows: string }>(db, 'SELECT * FROM imports WHERE id = ?', id);
  return stored && { ...toImport(stored), rows: JSON.parse(stored.rows) as readonly ImportRow[] };
}

function toImport({ id, finished_at, is_stopped, counts }: Stored): KeptImport {
  return {
    id,
    finishedAt: finished_at,
    isStopped: is_stopped === 1,
    counts: JSON.parse(counts) as OutcomeCounts,
  };
}
