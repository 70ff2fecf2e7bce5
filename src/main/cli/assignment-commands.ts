import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { InvalidArgumentError, type Command } from 'commander';
import { withSession, type CliHost, type Session } from './context';
import type { Print } from './print';

/** An organizer's files, from which a venue is set up first. */
export interface SetUpOptions {
  readonly venue?: string;
  readonly venueFile?: string;
  readonly papers?: string;
  readonly pdfs?: string;
  readonly assignments?: string;
  readonly organizer?: { readonly name: string; readonly email: string };
}

interface ExportOptions extends SetUpOptions {
  readonly store: string;
  readonly out: string;
}

/** `assignment export`. */
export function addAssignmentCommands(program: Command, host: CliHost, print: Print): void {
  program
    .command('assignment')
    .description('assignment bundles, for organizers')
    .command('export')
    .description('write one signed assignment bundle per reviewer and chair')
    .requiredOption('--store <folder>', 'the organizer’s store')
    .requiredOption('--out <folder>', 'where the bundles go')
    .option('--venue <id>', 'a venue that is in the store already')
    .option('--venue-file <file>', 'the venue file (default: the one that ships with Referee)')
    .option('--papers <csv>', 'number,title,abstract,keywords,topics,authors,pdf')
    .option('--pdfs <folder>', 'the PDFs that the papers table names')
    .option('--assignments <csv>', 'paper,email,name,role,due')
    .option('--organizer <person>', 'you, as "Name <mail>"', parsePerson)
    .addHelpText('after', '\nWith --papers, --pdfs, --organizer and --assignments the venue is set up first.')
    .action(async (options: ExportOptions, command: Command) => {
      const report = await withSession(host, resolve(options.store), async (session) => {
        const venue = await setUp(session, options, command);
        mkdirSync(resolve(options.out), { recursive: true });
        const job = await session.request('assignment.export', {
          venue,
          folder: session.file(resolve(options.out), 'folder'),
        });
        return session.finish('export-assignments', job);
      });
      print(
        report,
        report.bundles
          .map((one) => `${one.fileName}  ${one.role} ${one.person}: papers ${one.papers.join(', ')}`)
          .join('\n'),
      );
    });
}

/** Sets a venue up from the files that were named; without any, answers the venue that is there. */
export async function setUp(
  session: Session,
  options: SetUpOptions,
  command: Command,
): Promise<ReturnType<Session['venue']>> {
  const { papers, pdfs, assignments, organizer } = options;
  if (papers === undefined && pdfs === undefined && assignments === undefined)
    return session.venue(options.venue);
  if (papers === undefined || pdfs === undefined || organizer === undefined) {
    command.error('to set a venue up, give --papers, --pdfs and --organizer together', {
      exitCode: 2,
    });
  }
  const job = await session.request('venue.create', {
    venueFile: options.venueFile === undefined ? null : session.file(resolve(options.venueFile), 'read'),
    papersTable: session.file(resolve(papers), 'read'),
    pdfFolder: session.file(resolve(pdfs), 'folder'),
    assignmentsTable: assignments === undefined ? null : session.file(resolve(assignments), 'read'),
    organizer,
  });
  return (await session.finish('create-venue', job)).venue;
}

/** A person, as `Name <mail>`. */
export function parsePerson(text: string): { name: string; email: string } {
  const match = /^(.+?)\s*<([^<>\s]+)>$/.exec(text.trim());
  if (match?.[1] === undefined || match[2] === undefined)
    throw new InvalidArgumentError('Write it as "Name <mail>".');
  return { name: match[1], email: match[2] };
}
