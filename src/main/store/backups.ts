import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { AppError } from '@shared/contract/errors';
import { backupIdSchema, type BackupId } from '@shared/contract/backup';
import type { Instant } from '@shared/model/time';
import { digestOfFile } from './blobs';
import { noteDiskFailure } from './disk-failures';
import { syncFolder, unfinishedPath } from './durable-file';
import { fromFileTime, toFileTime } from './file-time';

/** A backup of a venue's database: a whole database of its own, `backups/<time>-v<version>-<digest>.sqlite`. */
export interface BackupFile {
  readonly id: BackupId;
  readonly path: string;
  readonly madeAt: Instant;
  /** Of the schema. */
  readonly version: number;
  /** The first 16 digits of the SHA-256 of the file. */
  readonly digest: string;
  readonly sizeBytes: number;
}

const EXTENSION = '.sqlite';
const DIGEST_DIGITS = 16;
/** The newest ones that are kept. */
const KEPT_NEWEST = 3;
/** Of so many days the last backup is kept. */
const KEPT_DAYS = 7;

/** The backups of a venue's folder, newest first. Nothing of them is read but their names and sizes. */
export function listBackupFiles(folder: string): BackupFile[] {
  const backups = join(folder, 'backups');
  if (!existsSync(backups)) return [];
  return readdirSync(backups)
    .filter((name) => name.endsWith(EXTENSION))
    .flatMap((name) => {
      const id = backupIdSchema.safeParse(name.slice(0, -EXTENSION.length));
      return id.success ? [describe(join(backups, name), id.data)] : [];
    })
    .toSorted((a, b) => (a.id < b.id ? 1 : -1));
}

function describe(path: string, id: BackupId): BackupFile {
  const [time = '', version = '', digest = ''] = id.split('-');
  return {
    id,
    path,
    madeAt: fromFileTime(time),
    version: Number(version.slice(1)),
    digest,
    sizeBytes: statSync(path).size,
  };
}

/**
 * Copies a database as it stands, whole, while others may write to it; checks the copy and puts it in place. A backup is
 * absent or complete and checked under its name. Older ones are removed by the rule of {@link superfluous}.
 *
 * @throws AppError BACKUP_DAMAGED when the copy is not whole; what SQLite says when the database itself is not
 */
export function writeBackup(db: Database.Database, folder: string, nowIso: string): BackupFile {
  const backups = join(folder, 'backups');
  mkdirSync(backups, { recursive: true });
  const unfinished = unfinishedPath(join(backups, 'new'));
  try {
    // Made first, so that it is readable by this user only; VACUUM INTO takes an empty file.
    closeSync(openSync(unfinished, 'wx', 0o600));
    db.prepare('VACUUM INTO ?').run(unfinished);
    const version = Number(db.pragma('user_version', { simple: true }));
    checkCopy(unfinished, version);
    sync(unfinished);
    const digest = digestOfFile(unfinished).sha256.slice(0, DIGEST_DIGITS);
    const id = backupIdSchema.parse(`${toFileTime(nowIso)}-v${version}-${digest}`);
    const path = join(backups, `${id}${EXTENSION}`);
    renameSync(unfinished, path);
    syncFolder(backups);
    for (const old of superfluous(listBackupFiles(folder), id)) rmSync(old.path, { force: true });
    return describe(path, id);
  } catch (error) {
    noteDiskFailure(db.name, error);
    rmSync(unfinished, { force: true });
    throw error;
  }
}

/**
 * Makes sure that a backup has the bytes it was made with and that they are a whole database.
 *
 * @throws AppError BACKUP_DAMAGED
 */
export function verifyBackup(backup: BackupFile): void {
  if (digestOfFile(backup.path).sha256.slice(0, DIGEST_DIGITS) !== backup.digest)
    throw damagedBackup(backup.madeAt, 'its bytes changed after it was made');
  checkCopy(backup.path, backup.version);
}

/**
 * Which backups are kept no longer, of some that are ordered newest first: all but the newest three, the newest of each of
 * the last seven days that have any, and `keep`. Days count where there are backups, so that a clock that was wrong for
 * a day drops nothing. One with the same content as a newer one goes too.
 */
export function superfluous(backups: readonly BackupFile[], keep: BackupId): BackupFile[] {
  const contents = new Set<string>();
  const distinct = backups.filter(({ digest, version }) => {
    const content = `${version} ${digest}`;
    return contents.size < contents.add(content).size;
  });
  const days = new Map<string, BackupId>();
  for (const { id, madeAt } of distinct) {
    const day = madeAt.slice(0, 10);
    if (!days.has(day) && days.size < KEPT_DAYS) days.set(day, id);
  }
  const kept = new Set<BackupId>([
    keep,
    ...days.values(),
    ...distinct.slice(0, KEPT_NEWEST).map(({ id }) => id),
  ]);
  return backups.filter(({ id }) => !kept.has(id));
}

function checkCopy(path: string, version: number): void {
  let db: Database.Database | null = null;
  try {
    db = new Database(path, { readonly: true });
    const found = db.pragma('quick_check(1)', { simple: true });
    if (found !== 'ok') throw damagedBackup(null, String(found));
    const copied = db.pragma('user_version', { simple: true });
    if (copied !== version) throw damagedBackup(null, `version ${String(copied)}, not ${version}`);
  } catch (error) {
    const code = (error as { readonly code?: unknown }).code;
    if (typeof code === 'string' && /^SQLITE_(?:CORRUPT|NOTADB)/.test(code))
      throw damagedBackup(null, (error as Error).message);
    throw error;
  } finally {
    db?.close();
  }
}

function sync(path: string): void {
  const fd = openSync(path, 'r+');
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

function damagedBackup(madeAt: Instant | null, detail: string): AppError {
  const which = madeAt === null ? 'The copy' : `The backup of ${madeAt.slice(0, 16).replace('T', ' ')} UTC`;
  return new AppError('BACKUP_DAMAGED', `${which} is damaged and was not used. Choose an older one.`, detail);
}
