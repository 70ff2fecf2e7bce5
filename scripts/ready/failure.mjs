import { dirname } from 'node:path';

/** An expected failure: one sentence for a person, and the exact command that mends it or shows more. */
export class Failure extends Error {
  /**
   * @param {string} sentence what failed, and why if known
   * @param {string} [command] what to run
   */
  constructor(sentence, command) {
    super(sentence);
    this.name = 'Failure';
    this.command = command;
  }
}

/** An error as two lines: the sentence, then the command. A bug (any other error) keeps its stack. */
export function describeFailure(error) {
  const failure = toFailure(error);
  if (!failure) return error instanceof Error ? (error.stack ?? error.message) : String(error);
  return failure.command ? `${failure.message}\nRun: ${failure.command}` : failure.message;
}

/** What the system refuses (a full disk, a folder that may not be written) is expected too. */
function toFailure(error) {
  if (error instanceof Failure) return error;
  if (typeof error?.code !== 'string' || typeof error.syscall !== 'string') return undefined;
  const where = error.dest ?? error.path;
  const folder = where ? `'${dirname(where)}'` : '.';
  if (error.code === 'ENOSPC' || error.code === 'EDQUOT') {
    return new Failure(`The disk is full${where ? ` (writing ${where})` : ''}.`, `df -h ${folder}`);
  }
  if (['EACCES', 'EPERM', 'EROFS'].includes(error.code)) {
    return new Failure(`${where ?? 'A file'} cannot be written (${error.code}).`, `ls -ld ${folder}`);
  }
  return new Failure(`The system refused: ${error.message}.`, `ls -ld ${folder}`);
}
