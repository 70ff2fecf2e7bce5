import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { randomUUID } from 'node:crypto';
import { dirname, join } from 'node:path';
import { noteDiskFailure } from './disk-failures';

/** Prefix of a file or folder that is not finished; its writer's process id follows, then what makes it unique. */
export const UNFINISHED_PREFIX = '.referee-unfinished-';

/** Readable by this user only: the store's own files, and keys. */
export const PRIVATE_MODE = 0o600;
/** As the user's umask has it: files that are made to be passed on. */
export const SHARED_MODE = 0o666;

/** A name for an unfinished file or folder beside its final name, so that a rename never crosses devices. */
export function unfinishedPath(finalPath: string): string {
  return join(dirname(finalPath), `${UNFINISHED_PREFIX}${process.pid}-${randomUUID()}`);
}

/**
 * Whether a name is that of something unfinished that nobody will finish: its writer has ended. To be asked before this
 * process writes anything: what bears its id is then of an earlier process that had the same.
 */
export function isAbandoned(name: string): boolean {
  if (!name.startsWith(UNFINISHED_PREFIX)) return false;
  const writer = Number(/^\d+(?=-)/.exec(name.slice(UNFINISHED_PREFIX.length))?.[0]);
  return !(writer > 0) || writer === process.pid || !isRunning(writer);
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of somebody else's runs, though it may not be signalled.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * Removes a file, if it is there. Not with `rmSync`: what that throws in newer versions of Node does not say what the
 * system said (a disk that takes no changes, say).
 */
export function removeFile(path: string): void {
  try {
    unlinkSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

/** Removes what could not be finished, as far as that is possible: why it could not be is what a person must hear. */
export function discard(unfinished: string): void {
  try {
    rmSync(unfinished, { recursive: true, force: true });
  } catch {
    // The next start finds it.
  }
}

/** Waits until a folder's entries (a rename, a new file) are on disk. Windows has no such thing and needs none. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const fd = openSync(folder, 'r');
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

/**
 * Writes a file so that its final name is absent or complete whatever happens: unfinished name, fsync, rename, fsync
 * of the folder. `write` gets a file descriptor at position 0. `mode` is for a file that is not there yet.
 */
export function writeDurably<T>(finalPath: string, write: (fd: number) => T, mode = PRIVATE_MODE): T {
  mkdirSync(dirname(finalPath), { recursive: true });
  const { unfinished, answer } = writeUnfinished(finalPath, write, mode);
  finishFiles(dirname(finalPath), [{ unfinished, finalPath }]);
  return answer;
}

/** A file whose bytes are on disk, and which has yet to get its name. */
export interface UnfinishedFile {
  readonly unfinished: string;
  readonly finalPath: string;
}

/**
 * The first half of {@link writeDurably}: the bytes are on disk under an unfinished name beside the final one.
 *
 * @param unfinished that name, where the caller must know it beforehand
 */
export function writeUnfinished<T>(
  finalPath: string,
  write: (fd: number) => T,
  mode = PRIVATE_MODE,
  unfinished = unfinishedPath(finalPath),
): { readonly unfinished: string; readonly answer: T } {
  let fd: number | null = openSync(unfinished, 'wx', mode);
  try {
    const answer = write(fd);
    fsyncSync(fd);
    closeSync(fd);
    fd = null;
    return { unfinished, answer };
  } catch (error) {
    noteDiskFailure(finalPath, error);
    if (fd !== null) closeSync(fd);
    discard(unfinished);
    throw error;
  }
}

/** The second half: files of one folder get their names, and the folder is on disk. */
export function finishFiles(folder: string, files: readonly UnfinishedFile[]): void {
  try {
    for (const { unfinished, finalPath } of files) renameSync(unfinished, finalPath);
    syncFolder(folder);
  } catch (error) {
    noteDiskFailure(folder, error);
    for (const { unfinished } of files) discard(unfinished);
    throw error;
  }
}

/**
 * Writes all of some bytes. One call of the system may take fewer than it was given, as on a disk that is about to be
 * full; what was not taken must not count as written.
 *
 * @param position where in the file; null where the last write ended
 */
export function writeFully(fd: number, bytes: Uint8Array, position: number | null = null): void {
  for (let done = 0; done < bytes.length;) {
    done += writeSync(fd, bytes, done, bytes.length - done, position === null ? null : position + done);
  }
}

/** Writes a small text durably. */
export function writeTextDurably(finalPath: string, text: string, mode = PRIVATE_MODE): void {
  writeDurably(
    finalPath,
    (fd) => {
      writeFully(fd, Buffer.from(text, 'utf8'));
    },
    mode,
  );
}

/** Copies a file durably. */
export function copyDurably(sourcePath: string, finalPath: string): void {
  const source = openSync(sourcePath, 'r');
  try {
    writeDurably(finalPath, (fd) => {
      const buffer = Buffer.allocUnsafe(1 << 20);
      for (let position = 0; ;) {
        const count = readSync(source, buffer, 0, buffer.length, position);
        if (count === 0) return;
        writeFully(fd, buffer.subarray(0, count), position);
        position += count;
      }
    });
  } finally {
    closeSync(source);
  }
}
