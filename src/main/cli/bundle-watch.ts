import { resolve } from 'node:path';
import { InvalidArgumentError, type Command } from 'commander';
import { withSession, type CliHost } from './context';
import type { Print } from './print';
import { toLine, type WatchEvent } from './watch-lines';
import { watchFolder } from './watch-loop';

interface WatchOptions {
  readonly store: string;
  readonly venue?: string;
  readonly once?: boolean;
  readonly interval: number;
  readonly export?: boolean;
  readonly json?: boolean;
}

const DEFAULT_SECONDS = 10;

const TEACHING = `
For a folder that people share with Nextcloud, Syncthing, a stick or a network drive: sending a bundle is then putting it
there. New bundles in the folder, and in folders directly inside it, are imported when they have arrived whole: a file must
keep its size and time between two looks. Files on their way (.syncthing.*.tmp, *.part, .*.~hash, *.crdownload and the like)
are waited for; a sync tool's conflict copies are named and left to you. Files are never moved, changed or deleted. What was
seen is remembered in the store: the same file costs nothing again.

With --export your ready reviews are written there too, whenever they say something new. They are made elsewhere and appear
under their name complete or not at all; until then the file has a hidden name that sync tools do not send.

One line an event; with --json one JSON object a line. Ctrl+C ends it between two bundles.

Examples:
  referee bundle watch ~/Nextcloud/reviews --store ~/referee
  referee bundle watch ~/Sync/reviews --store ~/referee --export
  referee bundle watch /media/stick --store ~/referee --once

Exit status: 0 all came in, or ended by Ctrl+C, 1 a bundle was refused or held (with --once), 2 wrong usage.`;

/** `bundle watch`. */
export function addWatchCommand(bundle: Command, host: CliHost, print: Print): void {
  bundle
    .command('watch')
    .description('import what a shared folder receives, and export into it')
    .argument('<folder>', 'the folder')
    .requiredOption('--store <folder>', 'the store')
    .option('--venue <id>', 'only bundles of this venue')
    .option('--export', 'write my ready reviews into the folder when they say something new')
    .option('--once', 'end when what is there has been dealt with')
    .option('--interval <seconds>', 'between two looks', parseSeconds, DEFAULT_SECONDS)
    .addHelpText('after', TEACHING)
    .action(async (folder: string, options: WatchOptions, command: Command) => {
      const isJson = command.optsWithGlobals<WatchOptions>().json === true;
      const tell = (event: WatchEvent): void => {
        host.out(`${isJson ? JSON.stringify(event) : toLine(event)}\n`);
      };
      const isOnce = options.once === true;
      if (!isOnce) tell({ file: null, event: 'watching', sentence: folder, code: null });
      const isWell = await withSession(host, resolve(options.store), (session) =>
        watchFolder(session, {
          folder: session.file(resolve(folder), 'folder'),
          venue: options.venue,
          isExporting: options.export === true,
          isOnce,
          intervalMs: options.interval * 1000,
          stop: host.stopSignal(),
          tell,
        }),
      );
      if (!isOnce) tell({ file: null, event: 'ended', sentence: folder, code: null });
      else if (!isWell) print.fail();
    });
}

function parseSeconds(text: string): number {
  const seconds = Number(text);
  if (!(seconds >= 1 && seconds <= 86_400)) throw new InvalidArgumentError('Seconds, from 1 to 86400.');
  return seconds;
}
