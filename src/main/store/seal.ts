import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256Schema, type Sha256 } from '@shared/model/ids';
import { discard, removeFile, syncFolder, unfinishedPath } from './durable-file';

/** The seal's file name inside a venue's folder. */
export const SEAL_FILE = 'venue.seal';

/**
 * What is known of a database that this process has not opened. `closed`: nobody has it open, and these are its bytes.
 * `open`: somebody has, or ended without closing it; its journal lies beside it. Null: nothing is known.
 */
export type Seal = { readonly state: 'open' } | { readonly state: 'closed'; readonly sha256: Sha256 } | null;

const LINE = /^(?<said>open|closed (?<sha256>[0-9a-f]{64})) (?<check>[0-9a-f]{8})\n$/;

/** The seal of a venue's folder. One that is damaged itself says nothing. */
export function readSeal(folder: string): Seal {
  const groups = LINE.exec(readLine(join(folder, SEAL_FILE)))?.groups;
  const said = groups?.['said'];
  if (said === undefined || checkOf(said) !== groups?.['check']) return null;
  const sha256 = sha256Schema.safeParse(groups['sha256']);
  return sha256.success ? { state: 'closed', sha256: sha256.data } : { state: 'open' };
}

/** What the file holds; nothing when there is none. */
function readLine(path: string): string {
  try {
    return readFileSync(path, 'latin1');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}

/** Says that a database is open. To be told when its journal is there and before anything is written. */
export function markOpen(folder: string): void {
  if (readSeal(folder)?.state !== 'open') write(folder, 'open');
}

/** Says what a database's bytes are. To be told while nobody else can open it. */
export function markClosed(folder: string, sha256: Sha256): void {
  write(folder, `closed ${sha256}`);
}

/** Says nothing more of a database; on disk when this returns. */
export function removeSeal(folder: string): void {
  const path = join(folder, SEAL_FILE);
  if (!existsSync(path)) return;
  removeFile(path);
  syncFolder(folder);
}

/** Not synced: a seal that a power loss takes, or empties, says nothing, and then the database is looked through. */
function write(folder: string, said: string): void {
  const path = join(folder, SEAL_FILE);
  const unfinished = unfinishedPath(path);
  try {
    writeFileSync(unfinished, `${said} ${checkOf(said)}\n`, { mode: 0o600 });
    renameSync(unfinished, path);
  } catch (error) {
    discard(unfinished);
    throw error;
  }
}

/** The first eight digits of the SHA-256 of what the seal says: a flipped bit in it must not accuse the database. */
function checkOf(said: string): string {
  return createHash('sha256').update(said).digest('hex').slice(0, 8);
}
