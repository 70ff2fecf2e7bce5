import { join } from 'node:path';
import { app } from 'electron';
import { compose } from './compose';
import { inOwnThread } from './jobs/executor';
import workerPath from './jobs/worker?modulePath';
import openerPath from './services/ahead/opener-thread?modulePath';
import pageReaderPath from './text/page-reader-thread?modulePath';
import { findKeychain } from './shell/keychain';
import { registerIpc } from './shell/ipc';
import { logFailure, startLog } from './shell/log';
import { buildMenu } from './shell/menu';
import { notify } from './shell/notify';
import { filesOf, onFilesAsked } from './shell/open-files';
import { createPrinter } from './shell/printer';
import { quitWhole } from './shell/quitting';
import { runPrintProcess } from './shell/print-process';
import { createPicker } from './shell/picker';
import { registerScheme, serveApp } from './shell/protocol';
import { hardenApp, hardenSession } from './shell/security';
import { runtimeName } from './shell/runtime-name';
import { endStart } from './shell/start-failure';
import { publish } from './shell/own-windows';
import { createReaderWindow } from './shell/reader-window';
import { focusWindow, openWindow } from './shell/window';
import { setClock } from './set-clock';
import { PRINT_SWITCH } from './services/page-printer';
import { requireDataFolder } from './store/data-folder';
import { sweepUnfinished } from './store/stores';

const dataFolder = join(app.getPath('userData'), 'data');
const rendererFolder = join(import.meta.dirname, '../renderer');

const folderProblem = problemOf(() => {
  requireDataFolder(dataFolder);
});
if (app.commandLine.hasSwitch(PRINT_SWITCH)) {
  runPrintProcess(rendererFolder);
} else if (folderProblem !== null) {
  // Asked before the lock: that one is refused in such a folder too, as if another window were open.
  void app.whenReady().then(() => {
    endStart(folderProblem, dataFolder);
  });
} else if (app.requestSingleInstanceLock()) {
  registerScheme();
  hardenApp();
  startLog(dataFolder);
  start();
} else {
  app.quit();
}

function problemOf(check: () => void): Error | null {
  try {
    check();
    return null;
  } catch (error) {
    return error as Error;
  }
}

/** Everything after `ready` hangs on a promise: this module must not wait for `ready` at its top level. */
function start(): void {
  const early = filesOf(process.argv.slice(1), process.cwd());
  let offer = (paths: readonly string[]): void => {
    early.push(...paths);
  };
  onFilesAsked((paths) => {
    offer(paths);
    focusWindow();
  });

  const open = (): void => {
    sweepUnfinished(dataFolder);
    const resourcesFolder = join(app.getAppPath(), 'resources');
    const application = compose({
      dataFolder,
      resourcesFolder,
      version: app.getVersion(),
      runtime: runtimeName(),
      clock: setClock(process.env['REFEREE_CLOCK']),
      keychain: findKeychain,
      passphrase: () => null,
      picker: createPicker(),
      printer: createPrinter(rendererFolder),
      readerWindow: createReaderWindow(dataFolder),
      pageReaderPath,
      openerPath,
      remind: ({ venue, title, text }) => {
        notify({
          title,
          text,
          onPress: () => {
            openWindow(dataFolder);
            publish('venue.asked', { venue });
          },
        });
      },
      executor: (deps) => inOwnThread({ workerPath, dataFolder, deps }),
      publish,
      onFailure: logFailure,
    });
    hardenSession();
    serveApp(rendererFolder, application.services.stores);
    registerIpc(application.router, application.tokens);
    application.backups.watch();
    application.searchIndexes.watch();
    application.reminders.watch();
    buildMenu();
    openWindow(dataFolder);
    // The window takes a while before it asks; the stores are open by then.
    setImmediate(() => void application.router('library.list', {}));
    offer = (paths) => {
      application.tokens.offer(paths);
      publish('files.offered', {});
    };
    offer(early);
    app.on('activate', () => {
      openWindow(dataFolder);
    });
    quitWhole(application.close);
  };
  void app
    .whenReady()
    .then(open)
    .catch((error: unknown) => {
      logFailure('start', error instanceof Error ? (error.stack ?? error.message) : String(error));
      endStart(error, dataFolder);
    });

  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
}
