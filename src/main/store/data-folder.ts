import { accessSync, constants, mkdirSync, statSync } from 'node:fs';
import { AppError } from '@shared/contract/errors';

/**
 * Makes sure that a data folder is there and can be written to, before anything is opened in it.
 *
 * @throws AppError FILE_UNWRITABLE naming the folder and what to do
 */
export function requireDataFolder(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === false) {
    throw new AppError(
      'FILE_UNWRITABLE',
      `Referee keeps your reviews in the folder ${folder}, and a file is in its place. Move that file away and start Referee again.`,
    );
  }
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new AppError(
      'FILE_UNWRITABLE',
      `Referee keeps your reviews in the folder ${folder}, which cannot be written to. Give your account the right to write there and start Referee again.`,
      error instanceof Error ? error.message : String(error),
    );
  }
}
