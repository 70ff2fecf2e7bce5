import { randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readdirSync, readSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isToolsFolder } from '@shared/rules/sync-names';
import { SHARED_MODE, syncFolder, writeFully } from './durable-file';
import type { FileStamp } from './watched-files';

/**
 * How a file begins and ends that is being put into a folder that others share. It hides, Syncthing never sends what
 * begins so, and Nextcloud and ownCloud send neither hidden files nor parts: no other computer sees it before it is whole.
 */
const ARRIVING_PREFIX = '.syncthing.referee-';
const ARRIVING_SUFFIX = '.part';

/** What an interrupted run left is removed when it is as old as this: a day. A younger one may be somebody's at work. */
const ABANDONED_AFTER_MS = 86_400_000;

/** A file of a shared folder: its path inside, with `/`, and its stamp. */
export interface SharedFile {
  readonly name: string;
  readonly stamp: FileStamp;
}

/**
 * The files of a folder and of the folders in it, one level deep, by name. Links are not followed; what vanishes
 * meanwhile is left out.
 *
 * @throws the system's error when the folder itself cannot be read
 */
export function listSharedFiles(folder: string): readonly SharedFile[] {
  const names: string[] = [];
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isFile()) names.push(entry.name);
    if (entry.isDirectory() && !isToolsFolder(entry.name))
      names.push(...filesIn(join(folder, entry.name)).map((name) => `${entry.name}/${name}`));
  }
  return names.toSorted().flatMap((name) => {
    const stamp = stampOf(join(folder, name));
    return stamp === null ? [] : [{ name, stamp }];
  });
}

function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
      entry.isFile() ? [entry.name] : [],
    );
  } catch {
    // Gone, or not ours to read: the folder around it is looked at all the same.
    return [];
  }
}

/** The stamp of a file; null when it is not there. */
export function stampOf(path: string): FileStamp | null {
  try {
    const found = statSync(path, { throwIfNoEntry: false });
    return found === undefined ? null : { sizeBytes: found.size, mtimeMs: found.mtimeMs };
  } catch {
    return null;
  }
}

/** Whether two stamps are of the same state of a file. */
export function isSameStamp(one: FileStamp, other: FileStamp): boolean {
  return one.sizeBytes === other.sizeBytes && one.mtimeMs === other.mtimeMs;
}

/**
 * Copies a file into a shared folder so that its name there is absent, what it was, or complete, for this computer and
 * for all that share the folder. Removes what earlier runs left unfinished.
 */
export function placeInSharedFolder(sourcePath: string, finalPath: string, nowMs: number): void {
  const folder = dirname(finalPath);
  sweepArriving(folder, nowMs);
  const arriving = join(folder, `${ARRIVING_PREFIX}${randomUUID()}${ARRIVING_SUFFIX}`);
  const source = openSync(sourcePath, 'r');
  let target: number | null = null;
  try {
    target = openSync(arriving, 'wx', SHARED_MODE);
    copyAll(source, target);
    fsyncSync(target);
    closeSync(target);
    target = null;
    renameSync(arriving, finalPath);
    syncFolder(folder);
  } catch (error) {
    if (target !== null) closeSync(target);
    rmSync(arriving, { force: true });
    throw error;
  } finally {
    closeSync(source);
  }
}

function copyAll(source: number, target: number): void {
  const buffer = Buffer.allocUnsafe(1 << 20);
  for (let count = readSync(source, buffer); count > 0; count = readSync(source, buffer)) {
    writeFully(target, buffer.subarray(0, count));
  }
}

function sweepArriving(folder: string, nowMs: number): void {
  for (const name of readdirSync(folder)) {
    if (!name.startsWith(ARRIVING_PREFIX) || !name.endsWith(ARRIVING_SUFFIX)) continue;
    const stamp = stampOf(join(folder, name));
    if (stamp !== null && nowMs - stamp.mtimeMs > ABANDONED_AFTER_MS)
      rmSync(join(folder, name), { force: true });
  }
}
