import { closeSync, existsSync, mkdirSync, openSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { bytesOfFile, digestOf } from './blobs';
import { noteDiskFailure } from './disk-failures';
import { migrate, refuseNewer } from './migrate';
import { withOpeningLock } from './opening-lock';
import { markClosed, markOpen, readSeal, removeSeal } from './seal';

declare const readBrand: unique symbol;
declare const writeBrand: unique symbol;

/** A connection that functions may only read through. */
export type ReadDb = Database.Database & { readonly [readBrand]: true };
/** A connection that may also write. Every write happens inside {@link transact}. */
export type WriteDb = ReadDb & { readonly [writeBrand]: true };

/** The database's file name inside a venue's folder. */
export const DATABASE_FILE = 'venue.sqlite';
/** The journal beside a database that is open, or was not closed: committed pages that are not in the file yet. */
export const WAL_FILE = `${DATABASE_FILE}-wal`;

/** How long a writer waits for another connection's transaction, milliseconds. Imports keep theirs short. */
const BUSY_TIMEOUT_MS = 10_000;

const statements = new WeakMap<Database.Database, Map<string, Database.Statement>>();

/**
 * Opens (or creates) the database of a venue's folder and brings it to the newest version.
 *
 * WAL with `synchronous=FULL`: a commit that returned survives a pulled plug; with NORMAL it would not.
 *
 * Refused: STORE_NEWER when a newer application wrote it.
 */
export function openDatabase(folder: string, nowIso: string): WriteDb {
  mkdirSync(folder, { recursive: true });
  return withOpeningLock(folder, () => openLocked(folder, nowIso));
}

function openLocked(folder: string, nowIso: string): WriteDb {
  const db = new Database(join(folder, DATABASE_FILE), { timeout: BUSY_TIMEOUT_MS }) as WriteDb;
  let isUntouched = true;
  try {
    refuseNewer(db);
    isUntouched = false;
    // The header is about to change, and the journal is not there yet: stopped in between, nothing must be known.
    if (readSeal(folder)?.state === 'closed') removeSeal(folder);
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    db.pragma('foreign_keys = ON');
    // What a nested transaction would need to be undone goes to memory, not to a file for each.
    db.pragma('temp_store = MEMORY');
    // The first look makes the journal, which must be there before the seal says that it is.
    db.pragma('schema_version');
    markOpen(folder);
    migrate(db, folder, nowIso);
    return db;
  } catch (error) {
    if (isUntouched) db.close();
    else abandonDatabase(db);
    throw error;
  }
}

/**
 * Closes a connection. The last one to a database folds the journal into the file, goes back to a rollback journal, so
 * that the file is whole by itself and can be read on a disk that cannot be written to, and seals it with its digest.
 */
export function closeDatabase(db: WriteDb): void {
  if (!db.open) return;
  const folder = dirname(db.name);
  try {
    withOpeningLock(folder, () => closeLocked(db, folder));
  } catch {
    // The lock was not to be had: it is closed without a word on what its file holds.
    abandonDatabase(db);
  }
}

function closeLocked(db: WriteDb, folder: string): void {
  let fd: number | null = null;
  try {
    db.pragma('busy_timeout = 0');
    removeSeal(folder);
    if (isAlone(db)) {
      fd = openSync(db.name, 'r');
      markClosed(folder, digestOf(bytesOfFile(fd)).sha256);
    } else {
      markOpen(folder);
    }
    db.close();
  } catch {
    // Without a seal the file is looked through when it is opened next: nothing is lost by that.
    abandonDatabase(db);
  } finally {
    // Not before: closing any handle of a file gives up every lock that this process has on it (POSIX).
    if (fd !== null) closeSync(fd);
  }
  forgetOpen(folder);
}

/** Closes a connection whose disk has failed, without a word on what its file holds. That it fails too changes nothing. */
export function abandonDatabase(db: WriteDb): void {
  try {
    removeSeal(dirname(db.name));
  } catch {
    // The folder may be gone, or its disk.
  }
  try {
    db.close();
  } catch {
    // The file is checked before it is used again.
  }
}

/** Takes the database for this connection alone until it closes; false when another has it open. */
function isAlone(db: WriteDb): boolean {
  try {
    if (db.pragma('journal_mode = DELETE', { simple: true }) !== 'delete') return false;
    db.exec('BEGIN EXCLUSIVE');
    return true;
  } catch (error) {
    if (String((error as { readonly code?: unknown }).code).startsWith('SQLITE_BUSY')) return false;
    throw error;
  }
}

/** Two that closed at once each thought the other would seal: a seal that says "open" would miss a journal. */
function forgetOpen(folder: string): void {
  if (!existsSync(folder) || existsSync(join(folder, WAL_FILE))) return;
  if (readSeal(folder)?.state === 'open') removeSeal(folder);
}

/** A prepared statement, compiled once per connection. */
export function statement(db: ReadDb, sql: string): Database.Statement {
  let known = statements.get(db);
  if (known === undefined) {
    known = new Map();
    statements.set(db, known);
  }
  let prepared = known.get(sql);
  if (prepared === undefined) {
    prepared = db.prepare(sql);
    known.set(sql, prepared);
  }
  return prepared;
}

/** Every row of a query. `Row` is what its columns are: the caller states it, the noun's file turns it into a model. */
export function selectAll<Row>(db: ReadDb, sql: string, ...values: unknown[]): Row[] {
  return noted(db, () => statement(db, sql).all(...values) as Row[]);
}

/** The first row of a query, or undefined. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller states what a row is, as for selectAll
export function selectOne<Row>(db: ReadDb, sql: string, ...values: unknown[]): Row | undefined {
  return noted(db, () => statement(db, sql).get(...values) as Row | undefined);
}

/** Runs a statement that changes rows and answers how many it changed. */
export function change(db: WriteDb, sql: string, ...values: unknown[]): number {
  return noted(db, () => statement(db, sql).run(...values).changes);
}

/** Runs `work` in one transaction: all of it is committed, or none. Takes the write lock at once, so it cannot fail late. */
export function transact<T>(db: WriteDb, work: () => T): T {
  return noted(db, () => db.transaction(work).immediate());
}

/** When the database of a folder was last written to, by the file system's clock: milliseconds since 1970. */
export function changedAtMs(folder: string): number {
  const times = [DATABASE_FILE, WAL_FILE].map(
    (name) => statSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs ?? 0,
  );
  return Math.max(...times);
}

/** Whoever catches the error further up, a disk that failed is remembered. */
function noted<T>(db: ReadDb, use: () => T): T {
  try {
    return use();
  } catch (error) {
    noteDiskFailure(db.name, error);
    throw error;
  }
}
