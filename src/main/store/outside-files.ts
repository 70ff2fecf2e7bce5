import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, isAbsolute, join } from 'node:path';
import { AppError } from '@shared/contract/errors';
import { finishFiles, SHARED_MODE, unfinishedPath, writeUnfinished } from './durable-file';

/** A note is a path; what is longer is none. */
const MAX_NOTE_BYTES = 8192;

/**
 * Does something with an unfinished file or folder outside the data folder. Meanwhile a note in the data folder, of the
 * same name, says where it is: should the process end before it is done, the next start finds it and removes both.
 *
 * @param notesFolder the data folder; null for a command that writes nothing there
 */
export function withNote<T>(notesFolder: string | null, unfinished: string, use: () => T): T {
  if (notesFolder === null) return use();
  const note = join(notesFolder, basename(unfinished));
  // In the data folder itself it is found anyway.
  if (note === unfinished) return use();
  try {
    // A command without a store makes no data folder.
    if (existsSync(notesFolder)) writeFileSync(note, unfinished, { flag: 'wx', mode: 0o600 });
  } catch {
    // A data folder that is full or cannot be written to keeps nobody from taking their work elsewhere.
  }
  try {
    return use();
  } finally {
    rmSync(note, { force: true });
  }
}

/**
 * As {@link writeDurably}, for a file outside the data folder that is made to be passed on.
 *
 * @throws AppError FILE_UNWRITABLE when the file is gone as soon as it is written; else what the system says
 */
export function writeOutside<T>(
  notesFolder: string | null,
  finalPath: string,
  write: (fd: number) => T,
  mode = SHARED_MODE,
): T {
  mkdirSync(dirname(finalPath), { recursive: true });
  const unfinished = unfinishedPath(finalPath);
  return withNote(notesFolder, unfinished, () => {
    const { answer } = writeUnfinished(finalPath, write, mode, unfinished);
    finishFiles(dirname(finalPath), [{ unfinished, finalPath }]);
    // A stick that was pulled out meanwhile leaves an empty folder, in which all went well.
    if (!existsSync(finalPath)) throw gone(finalPath);
    return answer;
  });
}

function gone(finalPath: string): AppError {
  return new AppError(
    'FILE_UNWRITABLE',
    `${finalPath} is not there any more: its disk was taken away while it was written. Choose another place, or export it again.`,
  );
}

/**
 * Removes what an abandoned note of the data folder is about, if it is one. Answers whether the note is done with: not
 * while the disk that it is about, say a stick, is not there.
 */
export function sweepNoted(notePath: string): boolean {
  const unfinished = readNote(notePath);
  if (unfinished === null) return true;
  if (!existsSync(dirname(unfinished))) return false;
  try {
    rmSync(unfinished, { recursive: true, force: true });
    return true;
  } catch {
    // A disk that takes no changes now may take them later.
    return false;
  }
}

/** What a note says; null for anything else: only what bears the note's own name is ever removed. */
function readNote(notePath: string): string | null {
  const stat = statSync(notePath, { throwIfNoEntry: false });
  if (stat === undefined || !stat.isFile() || stat.size > MAX_NOTE_BYTES) return null;
  const said = readFileSync(notePath, 'utf8');
  return isAbsolute(said) && basename(said) === basename(notePath) ? said : null;
}
