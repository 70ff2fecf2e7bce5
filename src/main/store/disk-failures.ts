import { sep } from 'node:path';

/** What SQLite and the system say when a disk failed, or gave back other bytes than it took. */
const DISK_FAILURE = /^(?:SQLITE_(?:IOERR|CORRUPT|NOTADB)|EIO$)/;

/** Whether an error says that the disk failed: the connection or file that it came from is to be used no more. */
export function isDiskFailure(error: unknown): boolean {
  const code = (error as { readonly code?: unknown } | null)?.code;
  return typeof code === 'string' && DISK_FAILURE.test(code);
}

/** Files of this thread under which the disk failed and that nobody has asked about yet. */
const failed = new Set<string>();

/** Remembers that the disk failed under a file, when that is what an error says; any other error is not remembered. */
export function noteDiskFailure(path: string, error: unknown): void {
  if (isDiskFailure(error)) failed.add(path);
}

/** Takes what was remembered of files below a folder, so that it is told once. */
export function takeDiskFailures(folder: string): string[] {
  const taken = [...failed].filter((path) => path.startsWith(`${folder}${sep}`));
  for (const path of taken) failed.delete(path);
  return taken;
}
