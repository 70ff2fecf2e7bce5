import { join } from 'node:path';
import { app } from 'electron';
import log from 'electron-log/node';

/** Starts the log in the data folder. It never holds review text, names or keys: only routes, codes and stacks. */
export function startLog(dataFolder: string): void {
  // Otherwise looked for in the folder that the application was started from, and nothing is logged where it is not there.
  log.transports.file.setAppName(app.getName());
  log.transports.file.resolvePathFn = () => join(dataFolder, 'logs', 'main.log');
  log.transports.file.level = 'info';
  log.transports.console.level = 'warn';
  process.on('uncaughtException', (error) => {
    log.error('uncaught', error.stack);
  });
  process.on('unhandledRejection', (reason) => {
    log.error('unhandled', reason instanceof Error ? reason.stack : String(reason));
  });
  app.on('render-process-gone', (_event, _contents, details) => {
    log.error('window gone', details.reason);
  });
  app.on('child-process-gone', (_event, details) => {
    log.warn('process gone', details.type, details.reason);
  });
}

/** Logs a failure that is not a refusal: a bug. */
export function logFailure(route: string, detail: string): void {
  log.error(route, detail);
}
