import { readFileSync } from 'node:fs';
import { AppError } from '@shared/contract/errors';

/**
 * The passphrase in a file: its first line. On the command line a passphrase would stand in the shell's history and in the
 * list of processes.
 *
 * @throws AppError FILE_UNREADABLE
 */
export function readPassphraseFile(path: string): string {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new AppError(
      'FILE_UNREADABLE',
      `The passphrase file ${path} cannot be read.`,
      (error as NodeJS.ErrnoException).code ?? null,
    );
  }
  const [line = ''] = text.replace(/^\uFEFF/, '').split(/\r?\n/, 1);
  if (line === '')
    throw new AppError('FILE_UNREADABLE', `The first line of the passphrase file ${path} is empty.`);
  return line;
}
