import { resolve } from 'node:path';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { textFormatSchema, type TextFormat } from '@shared/contract/bundle-tools';
import { ageRecipientSchema } from '@shared/model/person';
import { makeFitForTerminal } from '@shared/rules/visible-text';
import { withReader, type CliHost } from './context';
import type { Print } from './print';
import { addReadingOptions, fileOrNull, readingFolder, type ReadingOptions } from './reading-options';

interface ConvertOptions extends ReadingOptions {
  readonly to: TextFormat | 'plain' | 'encrypted';
  readonly out?: string;
  readonly venueFile?: string;
  readonly recipient?: readonly string[];
}

const TEACHING = `
  json        all that the bundle says, and the same in words, for programs
  csv         a table for spreadsheets: the reviews, the assignments or the decisions
  markdown    a document; what reviewers wrote in Markdown stays as it is
  text        a document without marks
  plain       the same bundle, decrypted, byte for byte as it was signed
  encrypted   the same bundle, encrypted to --recipient (age1...); it opens with age -d too

A review bundle names fields, people and papers by number. With --store or --venue-file they go by their names.

Examples:
  referee bundle convert reviews.referee --to markdown --venue-file mine.referee > reviews.md
  referee bundle convert reviews.referee --to csv --store ~/referee --out reviews.csv
  referee bundle convert reviews.referee.age --to plain --store ~/referee --out reviews.referee
  referee bundle convert reviews.referee --to encrypted --recipient age1... --out reviews.referee.age`;

/** `bundle convert`. */
export function addConvertCommand(bundle: Command, host: CliHost, print: Print): void {
  const forms = [...textFormatSchema.options, 'plain', 'encrypted'];
  addReadingOptions(bundle.command('convert'))
    .description('turn a bundle into a document or table, or decrypt or encrypt it')
    .argument('<file>', 'a bundle')
    .addOption(new Option('--to <form>', 'what to make of it').choices(forms).makeOptionMandatory())
    .option('--out <file>', 'where it goes (default for documents and tables: standard output)')
    .option(
      '--venue-file <file>',
      'a venue file or an assignment bundle, for the names of fields, people and papers',
    )
    .option('--recipient <age1...>', 'whom to encrypt it to; may be given several times', parseRecipients)
    .addHelpText('after', TEACHING)
    .action(async (file: string, options: ConvertOptions, command: Command) => {
      const { to, recipient = [] } = options;
      if (to === 'encrypted' && recipient.length === 0)
        command.error('to encrypt, name whom for with --recipient', { exitCode: 2 });
      if (to !== 'encrypted' && recipient.length > 0)
        command.error('--recipient goes with --to encrypted only', { exitCode: 2 });
      if (to !== 'plain' && to !== 'encrypted') {
        await convert(host, print, file, { ...options, to });
        return;
      }
      if (options.out === undefined)
        command.error('a bundle goes to a file: name it with --out', { exitCode: 2 });
      const out = options.out;
      const report = await withReader(host, readingFolder(host, options), async (session) => {
        const job = await session.request('bundle.recode', {
          file: session.file(resolve(file), 'read'),
          keyFile: fileOrNull(session, options.key),
          recipients: [...recipient],
          out: session.file(resolve(out), 'write'),
        });
        return session.finish('recode-bundle', job);
      });
      print(report, `${out}: ${report.sizeBytes} bytes\nsha256 ${report.sha256}`);
    });
}

async function convert(
  host: CliHost,
  print: Print,
  file: string,
  options: ConvertOptions & { readonly to: TextFormat },
): Promise<void> {
  const { out } = options;
  const report = await withReader(host, readingFolder(host, options), async (session) => {
    const job = await session.request('bundle.convert', {
      file: session.file(resolve(file), 'read'),
      keyFile: fileOrNull(session, options.key),
      venueFile: fileOrNull(session, options.venueFile),
      format: options.to,
      out: out === undefined ? null : session.file(resolve(out), 'write'),
    });
    return session.finish('convert-bundle', job);
  });
  // Into a pipe or a file goes what was written, to the last character.
  const text = report.text ?? `${out}: ${report.sizeBytes} bytes\n`;
  print(report, { painted: host.isTerminal ? makeFitForTerminal(text) : text });
}

/** One recipient of an option that takes several: added to those before it. */
function parseRecipients(text: string, earlier: readonly string[] = []): readonly string[] {
  if (!ageRecipientSchema.safeParse(text).success)
    throw new InvalidArgumentError('A recipient is an age key that begins with age1.');
  return [...earlier, text];
}
