import { rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { writeBackup } from '@main/store/backups';
import { closeDatabase, openDatabase, type WriteDb } from '@main/store/database';
import type { BenchContext } from './harness/context';
import { takeTurns, type Series } from './harness/pairs';

/** What the yardstick was measured with in the design: a store of this size. */
const STORE_BYTES = 208_000_000;
const ROW_BYTES = 1500;

/**
 * G28: a backup of a store of 208 MB (copied, looked through, hashed, synced, put in place), against `VACUUM INTO` and
 * `quick_check` of the copy in the same process.
 */
export async function measureBackup({ folder, pairCount }: BenchContext): Promise<readonly Series[]> {
  const store = join(folder, 'venue');
  const db = openDatabase(store, at(0));
  fill(db);
  const copy = join(folder, 'copy.sqlite');
  try {
    const pairs = await takeTurns(
      pairCount,
      async (index) => {
        rmSync(join(store, 'backups'), { recursive: true, force: true });
        return timed(() => writeBackup(db, store, at(index)));
      },
      async () => {
        rmSync(copy, { force: true });
        return timed(() => vacuumInto(db, copy));
      },
    );
    return [
      {
        id: 'G28',
        title: 'backup of 208 MB; VACUUM INTO and quick_check',
        unit: 'ms',
        limit: 1.5,
        pairs,
      },
    ];
  } finally {
    closeDatabase(db);
  }
}

function at(minute: number): string {
  return new Date(Date.parse('2026-05-10T08:00:00Z') + minute * 60_000).toISOString();
}

function timed(work: () => unknown): number {
  const startedAt = performance.now();
  work();
  return performance.now() - startedAt;
}

/** Rows like those of received reviews, with text that differs from row to row. */
function fill(db: WriteDb): void {
  const insert = db.prepare('INSERT INTO facts VALUES (?, ?)');
  const words = 'The authors fit a surrogate to the simulator and use it where the data are. '.repeat(25);
  db.transaction(() => {
    for (let row = 0; row * ROW_BYTES < STORE_BYTES; row += 1) {
      const start = (row * 31) % 400;
      insert.run(`bench-${String(row).padStart(8, '0')}`, words.slice(start, start + ROW_BYTES - 40));
    }
  })();
}

function vacuumInto(db: Database.Database, path: string): void {
  db.prepare('VACUUM INTO ?').run(path);
  const copy = new Database(path, { readonly: true });
  const found = copy.pragma('quick_check(1)', { simple: true });
  copy.close();
  if (found !== 'ok') throw new Error(`the copy is not whole: ${String(found)}`);
}
