import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { app } from 'electron';

/** The files among command-line arguments: what is not a switch and exists as a file, as absolute paths. */
export function filesOf(args: readonly string[], folder: string): string[] {
  return args
    .filter((arg) => !arg.startsWith('-'))
    .map((arg) => resolve(folder, arg))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile() === true);
}

/** Hears of files that the system asks to open: a double click on macOS, a second start elsewhere. */
export function onFilesAsked(listener: (paths: readonly string[]) => void): void {
  app.on('open-file', (event, path) => {
    event.preventDefault();
    listener([path]);
  });
  app.on('second-instance', (_event, args, folder) => {
    listener(filesOf(args.slice(1), folder));
  });
}
