import { join, resolve } from 'node:path';
import { compose, type Application } from './compose';
import { readPassphraseFile } from './cli/passphrase-file';
import { buildProgram } from './cli/program';
import { inThisThread } from './jobs/executor';
import { createPrintingProcess } from './jobs/printing-process';
import { setClock } from './set-clock';
import { sweepUnfinished } from './store/stores';
import openerPath from './services/ahead/opener-thread?modulePath';
import pageReaderPath from './text/page-reader-thread?modulePath';
import packageFile from '../../package.json' with { type: 'json' };

/** The folder of files that ship with the application, beside `out/`. */
const resourcesFolder = resolve(import.meta.dirname, '../../resources');

/** Electron's executable: this process, where it is Electron itself, else what the starting script found; null without. */
function electronProgram(): string | null {
  return process.versions['electron'] === undefined
    ? (process.env['REFEREE_ELECTRON'] ?? null)
    : process.execPath;
}

/** The application on a data folder, without a window. */
function openApplication(dataFolder: string, passphraseFile?: string): Application {
  sweepUnfinished(dataFolder);
  return composeOn(dataFolder, passphraseFile, false);
}

function composeOn(dataFolder: string, passphraseFile: string | undefined, isReadOnly: boolean): Application {
  return compose({
    dataFolder,
    isReadOnly,
    resourcesFolder,
    version: packageFile.version,
    runtime: `Node ${process.versions.node}`,
    clock: setClock(process.env['REFEREE_CLOCK']),
    keychain: async () => null,
    passphrase: () => {
      const path = passphraseFile ?? process.env['REFEREE_PASSPHRASE_FILE'];
      return path === undefined ? null : readPassphraseFile(resolve(path));
    },
    picker: null,
    printer: createPrintingProcess({
      electron: electronProgram(),
      flags: (process.env['REFEREE_ELECTRON_FLAGS'] ?? '').split(' ').filter((flag) => flag !== ''),
      appFolder: resolve(import.meta.dirname, '../..'),
    }),
    pageReaderPath,
    openerPath,
    executor: inThisThread,
    publish: () => undefined,
    onFailure: (_route, detail) => {
      process.stderr.write(`${detail}\n`);
    },
  });
}

const program = buildProgram({
  openApplication,
  openReader: (dataFolder) => composeOn(dataFolder, undefined, true),
  temporaryFolder: () => join(resolve(process.env['TMPDIR'] ?? '/tmp'), `referee-cli-${process.pid}`),
  isTerminal: process.stdout.isTTY,
  stopSignal: () => {
    const stop = new AbortController();
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        stop.abort();
      });
    }
    return stop.signal;
  },
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
});

process.exitCode = await program(process.argv.slice(2));
