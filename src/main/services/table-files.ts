import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { AppError } from '@shared/contract/errors';
import type { TableReading } from '../interop/read-table';

/** The rows of a table. Refused: FILE_UNREADABLE; TABLE_INVALID with every problem, a line each, in the detail. */
export function readTableFile<Entry>(
  path: string,
  read: (text: string) => TableReading<Entry>,
): readonly Entry[] {
  const text = readText(path);
  if (text === null) throw tableError(path, ['it is not UTF-8: save it as "CSV UTF-8"']);
  const { entries, problems } = read(text);
  if (problems.length > 0) throw tableError(path, problems);
  if (entries.length === 0) throw tableError(path, ['it has no rows']);
  return entries;
}

/** A file's text without a byte-order mark; null when it is not UTF-8, in which names would be read wrong. */
export function readText(path: string): string | null {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    throw new AppError(
      'FILE_UNREADABLE',
      `${basename(path)} cannot be read. Check the file and try again.`,
      (error as NodeJS.ErrnoException).code ?? null,
    );
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** A table that cannot be used, and every problem of it. */
export function tableError(path: string, problems: readonly string[]): AppError {
  const more = problems.length > 1 ? `, and ${problems.length - 1} more` : '';
  return new AppError(
    'TABLE_INVALID',
    `${basename(path)} cannot be used: ${problems[0]}${more}. Correct it and choose it again; nothing was written.`,
    problems.join('\n'),
  );
}
