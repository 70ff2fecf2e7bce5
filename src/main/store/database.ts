import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { migrate, refuseNewer } from './migrate';

declare const readBrand: unique symbol;
declare const writeBrand: unique symbol;

/** A connection that functions may only read through. */
export type ReadDb = Database.Database & { readonly [readBrand]: true };
/** A connection that may also write. Every write happens inside {@link transact}. */
export type WriteDb = ReadDb & { readonly [writeBrand]: true };

/** The database's file name inside a venue's folder. */
export const DATABASE_FILE = 'venue.sqlite';

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
  const db = new Database(join(folder, DATABASE_FILE), { timeout: BUSY_TIMEOUT_MS }) as WriteDb;
  try {
    refuseNewer(db);
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    db.pragma('foreign_keys = ON');
    migrate(db, folder, nowIso);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
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
  return statement(db, sql).all(...values) as Row[];
}

/** The first row of a query, or undefined. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller states what a row is, as for selectAll
export function selectOne<Row>(db: ReadDb, sql: string, ...values: unknown[]): Row | undefined {
  return statement(db, sql).get(...values) as Row | undefined;
}

/** Runs a statement that changes rows and answers how many it changed. */
export function change(db: WriteDb, sql: string, ...values: unknown[]): number {
  return statement(db, sql).run(...values).changes;
}

/** Runs `work` in one transaction: all of it is committed, or none. Takes the write lock at once, so it cannot fail late. */
export function transact<T>(db: WriteDb, work: () => T): T {
  return db.transaction(work).immediate();
}
