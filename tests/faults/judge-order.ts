import { basename, dirname } from 'node:path';
import type { Call } from './strace';

/** A seal that was lost says nothing, and one that is torn says so itself: it need not be on disk. */
const SEAL = 'venue.seal';

/**
 * What a pulled plug could undo, read off the calls of a run that nothing disturbed: a file or folder must be on disk
 * before it gets its name, and its name before the command goes on. A kill cannot show this: the system keeps what a
 * dead process wrote.
 */
export function judgeOrder(calls: readonly Call[]): string[] {
  return calls.flatMap((call, at) =>
    call.name === 'rename' && basename(call.path) !== SEAL ? judgeRename(calls, at) : [],
  );
}

function judgeRename(calls: readonly Call[], at: number): string[] {
  const { path } = calls[at] as Call;
  const isUnfinishedBeside = (call: Call): boolean =>
    dirname(call.path) === dirname(path) && basename(call.path) === '.referee-unfinished-*';
  const isWrite = ({ name }: Call): boolean => name === 'write' || name === 'pwrite64';
  const written = calls.slice(0, at).findLastIndex((call) => isWrite(call) && isUnfinishedBeside(call));
  const found: string[] = [];
  const isSynced = calls.slice(written, at).some((call) => call.name === 'fsync' && isUnfinishedBeside(call));
  if (written >= 0 && !isSynced) found.push(`${path} gets its name before its bytes are on disk`);
  const later = calls.slice(at + 1);
  const next = later.findIndex((call) => isWrite(call));
  const until = next < 0 ? later : later.slice(0, next);
  if (!until.some((call) => call.name === 'fsync' && call.path === dirname(path)))
    found.push(`${path} has a name that is not on disk before the command goes on`);
  return found;
}
