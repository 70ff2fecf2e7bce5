import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import Database from 'better-sqlite3';

/** The rows of each table, as JSON, in a fixed order. */
export type Tables = Readonly<Record<string, readonly string[]>>;

/** What is on disk below a folder: as a person who starts the application again would find it. */
export interface Picture {
  /** What each database holds, by the path of its folder. */
  readonly stores: Readonly<Record<string, Tables>>;
  /** The digest of every other file that has its final name. */
  readonly files: Readonly<Record<string, string>>;
  /** Files and folders that are not finished. */
  readonly unfinished: readonly string[];
  /** What must never be, whatever happened: a database that is not whole, a paper that is not what its name says. */
  readonly problems: readonly string[];
}

const UNFINISHED = /^\.referee-unfinished-/;
const DATABASE = 'venue.sqlite';
/** What the store keeps about its own database: not anybody's work, and as old as the last time it was opened. */
const UPKEEP = /^(?:venue\.sqlite-(?:wal|shm|journal)|venue\.(?:seal|lock)|backups|damaged)$/;

/** Looks at everything below a folder without changing any of it: databases are opened as copies. */
export function takePicture(folder: string): Picture {
  const stores: Record<string, Tables> = {};
  const files: Record<string, string> = {};
  const unfinished: string[] = [];
  const problems: string[] = [];
  const visit = (path: string, name: string): void => {
    const entries = readdirSync(path, { withFileTypes: true });
    for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      const child = join(path, entry.name);
      const childName = join(name, entry.name);
      if (UNFINISHED.test(entry.name)) unfinished.push(childName);
      else if (UPKEEP.test(entry.name)) continue;
      else if (entry.isDirectory()) visit(child, childName);
      else if (entry.name === DATABASE) {
        const { tables, found } = readDatabase(path);
        if (tables !== null) stores[name] = tables;
        problems.push(...found.map((one) => `${name}: ${one}`));
      } else {
        const digest = createHash('sha256').update(readFileSync(child)).digest('hex');
        files[childName] = digest;
        if (basename(path) === 'blobs' && digest !== entry.name)
          problems.push(`${childName} holds other bytes`);
      }
    }
  };
  visit(folder, '');
  return { stores, files, unfinished, problems };
}

function readDatabase(folder: string): { readonly tables: Tables | null; readonly found: readonly string[] } {
  const copy = mkdtempSync(join(tmpdir(), 'referee-picture-'));
  try {
    for (const name of [DATABASE, `${DATABASE}-wal`, `${DATABASE}-journal`]) {
      if (existsSync(join(folder, name))) copyFileSync(join(folder, name), join(copy, name));
    }
    const db = new Database(join(copy, DATABASE));
    try {
      const said = db.pragma('integrity_check(3)') as { readonly integrity_check: string }[];
      const broken = db.pragma('foreign_key_check') as readonly object[];
      const found = said.map((row) => row.integrity_check).filter((text) => text !== 'ok');
      return { tables: readTables(db), found: [...found, ...broken.map((row) => JSON.stringify(row))] };
    } finally {
      db.close();
    }
  } catch (error) {
    return { tables: null, found: [String(error)] };
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/**
 * The reports of imports are kept after what they tell of is in, and told once more when an import is tried again: they are no
 * part of what must be whole or not at all.
 */
const REPORTS = 'imports';

function readTables(db: Database.Database): Tables {
  const names = db
    .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> '${REPORTS}' ORDER BY name`)
    .pluck()
    .all() as string[];
  const rowsOf = (name: string): string[] =>
    db
      .prepare(`SELECT * FROM ${name}`)
      .all()
      .map((row) =>
        JSON.stringify(row, (_, value: unknown) => (Buffer.isBuffer(value) ? value.toString('hex') : value)),
      )
      .toSorted();
  return Object.fromEntries(names.map((name) => [name, rowsOf(name)]));
}
