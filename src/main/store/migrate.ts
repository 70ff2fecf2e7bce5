import type Database from 'better-sqlite3';
import { AppError } from '@shared/contract/errors';
import { writeBackup } from './backups';
import type { Migration } from './migration';
import { migrations } from './migrations';

/** The newest version this application knows. */
export const NEWEST_VERSION = migrations.at(-1)?.version ?? 0;

/**
 * Refuses a database that a newer application wrote. To be asked before anything is set on it, so that it stays as it
 * is. Refused: STORE_NEWER.
 */
export function refuseNewer(db: Database.Database): void {
  const version = versionOf(db);
  if (version <= NEWEST_VERSION) return;
  throw new AppError(
    'STORE_NEWER',
    'This venue was last opened with a newer Referee. Install the newest version to open it; nothing was changed.',
    `database version ${version}, this application knows ${NEWEST_VERSION}`,
  );
}

/**
 * Brings a database to the newest version, each step in its own transaction. A backup is made first unless it is new.
 */
export function migrate(
  db: Database.Database,
  folder: string,
  nowIso: string,
  steps: readonly Migration[] = migrations,
): void {
  const version = versionOf(db);
  const pending = steps.filter((migration) => migration.version > version);
  if (version > 0 && pending.length > 0) writeBackup(db, folder, nowIso);
  runSteps(db, pending);
}

/** Brings a copy in memory to the newest version, without a backup: what it is a copy of stays as it is. */
export function migrateCopy(copy: Database.Database): void {
  const version = versionOf(copy);
  runSteps(
    copy,
    migrations.filter((migration) => migration.version > version),
  );
}

/** Whether a database is of an older version than this application's. */
export function isOlder(db: Database.Database): boolean {
  return versionOf(db) < NEWEST_VERSION;
}

function runSteps(db: Database.Database, steps: readonly Migration[]): void {
  for (const migration of steps) {
    db.transaction(() => {
      db.exec(migration.sql);
      db.pragma(`user_version = ${migration.version}`);
    }).immediate();
  }
}

function versionOf(db: Database.Database): number {
  return db.pragma('user_version', { simple: true }) as number;
}
