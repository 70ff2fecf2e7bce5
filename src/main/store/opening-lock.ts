import { join } from 'node:path';
import Database from 'better-sqlite3';

/** The file that stands for opening and closing a venue's database. It holds nothing. */
export const OPENING_LOCK_FILE = 'venue.lock';

/** How long to wait for another that opens or closes the same database, milliseconds: it may read all of it. */
const WAIT_MS = 60_000;

/** Folders whose lock this thread holds. */
const held = new Set<string>();

/**
 * Opens, closes or examines a venue's database while no other thread or process does: in between, its journal, mode and seal
 * do not belong together, and a whole database would look damaged. The lock is SQLite's own on a file beside the database, so
 * that it ends with whoever holds it, however that ends. May be nested.
 *
 * On a disk that cannot be written to there is no lock, as there is nothing to change.
 */
export function withOpeningLock<T>(folder: string, work: () => T): T {
  if (held.has(folder)) return work();
  const lock = takeLock(folder);
  if (lock === null) return work();
  held.add(folder);
  try {
    return work();
  } finally {
    held.delete(folder);
    lock.close();
  }
}

function takeLock(folder: string): Database.Database | null {
  let lock: Database.Database | undefined;
  try {
    lock = new Database(join(folder, OPENING_LOCK_FILE), { timeout: WAIT_MS });
    // Nothing is ever written: neither a page nor a journal.
    lock.pragma('journal_mode = MEMORY');
    lock.exec('BEGIN EXCLUSIVE');
    return lock;
  } catch (error) {
    lock?.close();
    const code = String((error as { readonly code?: unknown }).code);
    if (code.startsWith('SQLITE_BUSY')) throw error;
    return null;
  }
}
