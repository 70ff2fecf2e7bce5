import { copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { AppError } from '@shared/contract/errors';
import { migrations } from './migrations';

/** One step of the database's schema. `version` is what `PRAGMA user_version` reads after it. */
export interface Migration {
  readonly version: number;
  readonly sql: string;
}

/** The newest version this application knows. */
export const NEWEST_VERSION = migrations.at(-1)?.version ?? 0;

/**
 * Brings a database to the newest version, each step in its own transaction. A copy of the file is made first unless it
 * is new. A database that is newer than the application is refused and left alone.
 */
export function migrate(db: Database.Database, folder: string, nowIso: string): void {
  const version = db.pragma('user_version', { simple: true }) as number;
  if (version > NEWEST_VERSION) {
    throw new AppError(
      'STORE_NEWER',
      'This venue was last opened with a newer Referee. Install the newest version to open it; nothing was changed.',
      `database version ${version}, this application knows ${NEWEST_VERSION}`,
    );
  }
  const pending = migrations.filter((migration) => migration.version > version);
  if (version > 0 && pending.length > 0) backUp(db, folder, version, nowIso);
  for (const migration of pending) {
    db.transaction(() => {
      db.exec(migration.sql);
      db.pragma(`user_version = ${migration.version}`);
    }).immediate();
  }
}

/** The WAL is folded into the file first, so the copy is complete by itself. */
function backUp(db: Database.Database, folder: string, version: number, nowIso: string): void {
  db.pragma('wal_checkpoint(TRUNCATE)');
  const copy = join(folder, `venue-v${version}-${nowIso.slice(0, 10)}.backup.sqlite`);
  if (!existsSync(copy)) copyFileSync(db.name, copy);
}
