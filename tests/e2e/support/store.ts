import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import Database from 'better-sqlite3';
import type { Annotation } from '@shared/model/annotation';

/** The sample's venue. */
export const SAMPLE_VENUE = 'sim2science-2026-sample';

/** The venue that ships with Referee. */
export const SIM2SCIENCE = 'sim2science-2026';

/** The text of one answer as the disk has it, read past the app; null when there is none. */
export function storedText(dataFolder: string, venue: string, paper: number, field: string): string | null {
  return withDatabase(dataFolder, venue, (db) => {
    const row = db
      .prepare(
        `SELECT answer FROM draft_answers JOIN drafts USING (review) WHERE drafts.paper = ? AND field = ?`,
      )
      .get(paper, field) as { answer: string } | undefined;
    return row === undefined ? null : (JSON.parse(row.answer) as { text: string }).text;
  });
}

/** Every answer of a draft as the disk has it, by field. */
export function storedAnswers(dataFolder: string, venue: string, paper: number): Record<string, unknown> {
  return withDatabase(dataFolder, venue, (db) => {
    const rows = db
      .prepare(`SELECT field, answer FROM draft_answers JOIN drafts USING (review) WHERE drafts.paper = ?`)
      .all(paper) as { field: string; answer: string }[];
    return Object.fromEntries(rows.map(({ field, answer }) => [field, JSON.parse(answer) as unknown]));
  });
}

/** Where a venue's database is. */
export function databasePath(dataFolder: string, venue: string): string {
  return join(dataFolder, 'venues', venue, 'venue.sqlite');
}

/**
 * A digest of everything that a person's data folder says: every row of every table, every other file's bytes. What
 * only says how (journals, logs, the reports of imports, the window's place) is left out.
 */
export function dataDigest(dataFolder: string): string {
  const hash = createHash('sha256');
  for (const path of filesIn(dataFolder)) {
    const name = relative(dataFolder, path);
    if (
      /^logs\/|^window\.json$|^preferences\.json$|-(wal|shm|journal)$|venue\.(lock|seal)$|search\.sqlite|\/backups\//.test(
        name,
      )
    )
      continue;
    hash.update(`\n== ${name}\n`);
    if (!name.endsWith('.sqlite')) hash.update(readFileSync(path));
    else hash.update(tableDump(path));
  }
  return hash.digest('hex');
}

function tableDump(path: string): string {
  const db = new Database(path, { readonly: true });
  try {
    const tables = db
      .prepare(`SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'imports' ORDER BY name`)
      .pluck()
      .all() as string[];
    return tables
      .map(
        (table) => `${table}\n${JSON.stringify(db.prepare(`SELECT * FROM "${table}" ORDER BY 1, 2`).all())}`,
      )
      .join('\n');
  } finally {
    db.close();
  }
}

function withDatabase<T>(dataFolder: string, venue: string, read: (db: Database.Database) => T): T {
  const db = new Database(databasePath(dataFolder, venue), { readonly: true, fileMustExist: true });
  try {
    return read(db);
  } finally {
    db.close();
  }
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
}

/** My annotations on a paper that were not removed, as the disk has them, by id. */
export function storedAnnotations(dataFolder: string, venue: string, paper: number): readonly Annotation[] {
  return withDatabase(dataFolder, venue, (db) =>
    (
      db
        .prepare('SELECT json FROM annotations WHERE paper = ? AND is_removed = 0 ORDER BY id')
        .all(paper) as { json: string }[]
    ).map(({ json }) => JSON.parse(json) as Annotation),
  );
}
