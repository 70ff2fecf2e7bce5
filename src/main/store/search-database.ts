import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { statement } from './database';

declare const searchBrand: unique symbol;

/** A connection to a venue's search index. */
export type SearchDb = Database.Database & { readonly [searchBrand]: true };

/** The index's file name inside a venue's folder. All in it was derived from papers and can be again. */
export const SEARCH_FILE = 'search.sqlite';

/** Raised when the tables below, or how text is read from papers, change: an index of another version is made anew. */
const VERSION = 1;

/**
 * `source` is the SHA-256 of a PDF, or `about <number>` for a paper's title and abstract, whose page is 0. `outcome` says
 * what became of reading it; null while that goes on.
 */
const SCHEMA = `
CREATE TABLE sources (
  source TEXT PRIMARY KEY,
  outcome TEXT,
  attempts INTEGER NOT NULL,
  digest TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE texts (
  id INTEGER PRIMARY KEY,
  source TEXT NOT NULL,
  page INTEGER NOT NULL,
  text TEXT NOT NULL,
  UNIQUE (source, page)
) STRICT;
CREATE VIRTUAL TABLE texts_fts USING fts5 (
  text, content = 'texts', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);
CREATE TRIGGER texts_added AFTER INSERT ON texts BEGIN
  INSERT INTO texts_fts (rowid, text) VALUES (new.id, new.text);
END;
CREATE TRIGGER texts_removed AFTER DELETE ON texts BEGIN
  INSERT INTO texts_fts (texts_fts, rowid, text) VALUES ('delete', old.id, old.text);
END;
`;

/** How long a reader or writer waits for another connection, milliseconds. */
const BUSY_TIMEOUT_MS = 5_000;

const DAMAGED = /^SQLITE_(?:CORRUPT|NOTADB)/;

const open = new Map<string, SearchDb>();

/**
 * Uses the search index of a venue's folder. It is made when it is not there, made anew when it is of another version or
 * damaged: all in it can be read again from the papers. One that turns out damaged in use is made anew, and the use tried
 * once more on the empty one.
 */
export function withSearchIndex<T>(folder: string, use: (db: SearchDb) => T): T {
  try {
    return use(openSearchIndex(folder));
  } catch (error) {
    if (!isDamage(error)) throw error;
    discardSearchIndex(folder);
    return use(openSearchIndex(folder));
  }
}

/** Closes the search indexes of this thread, or that of one folder. */
export function closeSearchIndexes(folder?: string): void {
  for (const [known, db] of open) {
    if (folder !== undefined && known !== folder) continue;
    open.delete(known);
    db.close();
  }
}

/** Runs `work` in one transaction. */
export function transactSearch<T>(db: SearchDb, work: () => T): T {
  return db.transaction(work).immediate();
}

/** Every row of a query on the index. */
export function selectFrom<Row>(db: SearchDb, sql: string, ...values: unknown[]): Row[] {
  return statement(db as never, sql).all(...values) as Row[];
}

/** The rows of a query, one at a time: the rest is not looked for when the caller has enough. */
export function iterateFrom<Row>(db: SearchDb, sql: string, ...values: unknown[]): IterableIterator<Row> {
  return statement(db as never, sql).iterate(...values) as IterableIterator<Row>;
}

/** Runs a statement that changes rows. */
export function changeIn(db: SearchDb, sql: string, ...values: unknown[]): void {
  statement(db as never, sql).run(...values);
}

function openSearchIndex(folder: string): SearchDb {
  const known = open.get(folder);
  // Another thread may have made it anew meanwhile: what is open then has no name any more.
  if (known !== undefined && existsSync(known.name)) return known;
  if (known !== undefined) closeSearchIndexes(folder);
  const db = prepare(folder) ?? prepareAnew(folder);
  open.set(folder, db);
  return db;
}

/** Opens the index, making it when the file is empty; null when it is damaged or of another version. */
function prepare(folder: string): SearchDb | null {
  const db = new Database(join(folder, SEARCH_FILE), { timeout: BUSY_TIMEOUT_MS }) as SearchDb;
  try {
    db.pragma('journal_mode = WAL');
    // A commit that a power cut takes back is read from the papers again.
    db.pragma('synchronous = NORMAL');
    db.pragma('temp_store = MEMORY');
    const isOurs = transactSearch(db, () => {
      const version = db.pragma('user_version', { simple: true });
      if (version === 0) {
        db.exec(SCHEMA);
        db.pragma(`user_version = ${VERSION}`);
      }
      return version === 0 || version === VERSION;
    });
    if (isOurs) return db;
  } catch (error) {
    if (!isDamage(error)) {
      db.close();
      throw error;
    }
  }
  db.close();
  return null;
}

function prepareAnew(folder: string): SearchDb {
  discardSearchIndex(folder);
  const db = prepare(folder);
  if (db === null) throw new Error(`${SEARCH_FILE} could not be made anew`);
  return db;
}

function discardSearchIndex(folder: string): void {
  closeSearchIndexes(folder);
  for (const ending of ['', '-wal', '-shm']) rmSync(join(folder, SEARCH_FILE + ending), { force: true });
}

function isDamage(error: unknown): boolean {
  const code = (error as { readonly code?: unknown } | null)?.code;
  return typeof code === 'string' && DAMAGED.test(code);
}
