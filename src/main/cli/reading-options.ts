import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { FileToken } from '@shared/model/ids';
import { Refused, type CliHost, type Session } from './context';

/** The options of commands that read bundles and store nothing. */
export interface ReadingOptions {
  readonly store?: string;
  readonly key?: string;
}

/** Adds them to a command. */
export function addReadingOptions(command: Command): Command {
  return command
    .option(
      '--store <folder>',
      'judge the signer, name people and open encrypted bundles by what this store knows',
    )
    .option('--key <file>', 'open encrypted bundles with the age keys in this file (AGE-SECRET-KEY-1...)');
}

/**
 * The data folder for a command that reads: the store's, which must be there, or one that is never made.
 *
 * @throws Refused FILE_NOT_FOUND
 */
export function readingFolder(host: CliHost, { store }: ReadingOptions): string {
  if (store === undefined) return host.temporaryFolder();
  if (existsSync(resolve(store))) return resolve(store);
  throw new Refused({
    code: 'FILE_NOT_FOUND',
    message: `There is no store in ${store}. Check the folder's name.`,
    detail: null,
  });
}

/** The token of an optional file. */
export function fileOrNull(session: Session, path: string | undefined): FileToken | null {
  return path === undefined ? null : session.file(resolve(path), 'read');
}
