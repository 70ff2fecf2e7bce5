import { app, dialog } from 'electron';
import { AppError } from '@shared/contract/errors';

/** Says why the application cannot start and ends it: a window that never comes explains nothing. */
export function endStart(error: unknown, dataFolder: string): void {
  dialog.showErrorBox('Referee could not start', startSentence(error, dataFolder));
  app.exit(1);
}

/** Why the application could not start, and what to do, for a person. */
export function startSentence(error: unknown, dataFolder: string): string {
  const detail = error instanceof Error ? error.message : String(error);
  if (error instanceof AppError)
    return error.detail === null ? error.message : `${error.message}\n\n${error.detail}`;
  return `Your reviews are in ${dataFolder} and were left as they are. Start Referee again; if that does not help, report this line and the file logs/main.log in that folder:\n\n${detail}`;
}
