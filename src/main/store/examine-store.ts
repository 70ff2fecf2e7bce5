import { closeSync, existsSync, openSync, readSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { VenueId } from '@shared/model/ids';
import { damagedFolder } from './damaged-files';
import { digestOfFile } from './blobs';
import { damagedStore } from './damage';
import { DATABASE_FILE, WAL_FILE } from './database';
import { readSeal } from './seal';

/** What of a database has to be looked through once it is open: what SQLite must mend first cannot be checked before. */
type Examined = 'whole' | 'check-when-open';

const ROLLBACK_FILE = `${DATABASE_FILE}-journal`;

/**
 * Makes sure, before anything is opened for writing, that a venue's database is what was last written to it. After a
 * clean close its bytes must have the digest of the seal; else SQLite looks through all of it, through a connection that
 * cannot write.
 *
 * @param isSuspect a disk failed under it: not even its seal is believed
 * @throws AppError STORE_DAMAGED
 */
export function examineStore(venue: VenueId, folder: string, isSuspect: boolean, nowIso: string): Examined {
  const path = join(folder, DATABASE_FILE);
  if (!existsSync(path)) throw damagedStore(venue, `${DATABASE_FILE} is missing`);
  const seal = isSuspect ? null : readSeal(folder);
  const walBytes = statSync(join(folder, WAL_FILE), { throwIfNoEntry: false })?.size ?? null;
  const hasRollback = existsSync(join(folder, ROLLBACK_FILE));
  if (seal?.state === 'open' && walBytes === null && isInWalMode(path))
    throw damagedStore(venue, `${WAL_FILE}, which holds its newest changes, is missing`);
  // An empty journal: somebody is opening it, or was stopped at that, and the seal holds no more.
  if (seal?.state === 'closed' && walBytes !== 0) {
    if (digestOfFile(path).sha256 === seal.sha256) {
      setJournalsAside(folder, nowIso);
      return 'whole';
    }
    if (!hasRollback) throw damagedStore(venue, `${DATABASE_FILE} has other bytes than when it was closed`);
  }
  if (hasRollback) return 'check-when-open';
  const problem = findProblem(venue, path);
  if (problem !== null) throw damagedStore(venue, problem);
  return 'whole';
}

/** What SQLite finds wrong with a database, or whose it is instead; null when it is whole. Changes no file of it. */
function findProblem(venue: VenueId, path: string): string | null {
  let db: Database.Database | null = null;
  try {
    db = new Database(path, { readonly: true });
    return findProblemIn(venue, db);
  } catch (error) {
    const { code, message } = error as { readonly code?: unknown; readonly message: string };
    if (typeof code === 'string' && /^SQLITE_(?:CORRUPT|NOTADB)/.test(code)) return message;
    throw error;
  } finally {
    db?.close();
  }
}

/** As {@link findProblem}, on a connection. */
export function findProblemIn(venue: VenueId, db: Database.Database): string | null {
  const found = db.pragma('quick_check(1)', { simple: true });
  if (found !== 'ok') return String(found);
  if (db.pragma('user_version', { simple: true }) === 0) return null;
  const other = db
    .prepare(`SELECT json_extract(json, '$.id') FROM venue_revisions ORDER BY revision DESC LIMIT 1`)
    .pluck()
    .get() as string | undefined;
  return other === undefined || other === venue ? null : `it holds the venue ${other}`;
}

/** A sealed file is whole by itself: a journal beside it is another database's, or of no use any more. */
function setJournalsAside(folder: string, nowIso: string): void {
  const strays = [WAL_FILE, ROLLBACK_FILE, `${DATABASE_FILE}-shm`].filter((name) =>
    existsSync(join(folder, name)),
  );
  if (strays.length === 0) return;
  const kept = damagedFolder(folder, nowIso);
  for (const name of strays) renameSync(join(folder, name), join(kept, name));
}

/** The file's header says how it is written: byte 18 is 2 in WAL mode (SQLite file format, 1.3.3). */
function isInWalMode(path: string): boolean {
  const fd = openSync(path, 'r');
  try {
    const header = Buffer.alloc(20);
    return readSync(fd, header, 0, header.length, 0) === header.length && header.readUInt8(18) === 2;
  } finally {
    closeSync(fd);
  }
}

/** As {@link findProblemIn}, with indexes and references: slower. Null when all is well. */
export function findAnyProblem(db: Database.Database): string | null {
  const found = db.pragma('integrity_check(1)', { simple: true });
  if (found !== 'ok') return String(found);
  const [dangling] = db.pragma('foreign_key_check') as { readonly table: string; readonly parent: string }[];
  return dangling === undefined ? null : `a row of ${dangling.table} refers to no row of ${dangling.parent}`;
}
