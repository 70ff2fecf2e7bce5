import { resolve } from 'node:path';
import type { Command } from 'commander';
import { Refused, withReader, type CliHost } from './context';
import { paintDifference } from './difference-text';
import type { Print } from './print';
import { addReadingOptions, fileOrNull, readingFolder, type ReadingOptions } from './reading-options';

/** As diff(1) has it: 0 the same, 1 different, 2 trouble. */
const TROUBLE = 2;

const TEACHING = `
Papers, people, assignments, the form and reviews are compared field by field, texts word by word: [-removed-]{+added+}.
When a bundle was made, how often and by which program does not count; nor does its encryption.

Examples:
  referee bundle diff reviews-old.referee reviews.referee
  referee bundle diff mine.referee mine-new.referee --json

Exit status: 0 both say the same, 1 they differ, 2 wrong usage, or a bundle cannot be used (the reason is on standard error).`;

/** `bundle diff`. */
export function addDiffCommand(bundle: Command, host: CliHost, print: Print): void {
  addReadingOptions(bundle.command('diff'))
    .description('say what changed from one bundle to another; writes nothing')
    .argument('<before>', 'a bundle')
    .argument('<after>', 'another bundle of the venue')
    .option(
      '--venue-file <file>',
      'a venue file or an assignment bundle, for the names of fields, people and papers',
    )
    .addHelpText('after', TEACHING)
    .action(async (before: string, after: string, options: ReadingOptions & { venueFile?: string }) => {
      try {
        const difference = await withReader(host, readingFolder(host, options), async (session) => {
          const job = await session.request('bundle.diff', {
            before: session.file(resolve(before), 'read'),
            after: session.file(resolve(after), 'read'),
            keyFile: fileOrNull(session, options.key),
            venueFile: fileOrNull(session, options.venueFile),
          });
          return session.finish('diff-bundles', job);
        });
        print(difference, paintDifference(difference, host.isTerminal), difference.sections.length === 0);
      } catch (error) {
        throw error instanceof Refused ? new Refused(error.report, TROUBLE) : error;
      }
    });
}
