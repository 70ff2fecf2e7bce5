import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import type { Venue } from '@shared/model/venue';
import { formatAnnouncedDate, formatDeadline, isDayDate, toDeadline } from '@shared/rules/deadlines';
import { quiet } from '../services/deps';
import { BUILT_IN_VENUE, readVenueFile } from '../services/create-venue';
import { buildTable, exportTable } from '../services/export-table';
import { buildSample } from '../services/sample';
import { AppError } from '@shared/contract/errors';
import { Refused, withSession, type CliHost } from './context';
import type { Print } from './print';

/** `venue show`, `table`, `sample build`. */
export function addVenueCommands(program: Command, host: CliHost, print: Print): void {
  program
    .command('venue')
    .description('the venue: dates, topics, review form')
    .command('show')
    .description('show the venue of a store, or the one that ships with Referee')
    .option('--store <folder>', 'the store')
    .option('--venue <id>', 'the venue, if the store holds several')
    .action(async (options: { store?: string; venue?: string }) => {
      const folder = options.store === undefined ? host.temporaryFolder() : resolve(options.store);
      const [venue, nowMs, zone] = await withSession(host, folder, async (session) => {
        const { services } = session.application;
        const shown =
          options.store === undefined
            ? readVenueFile(join(services.resourcesFolder, 'venues', BUILT_IN_VENUE))
            : await session.request('venue.get', { venue: await session.venue(options.venue) });
        return [shown, services.clock.nowMs(), services.clock.timeZone] as const;
      });
      print(venue, describeVenue(venue, nowMs, zone));
    });

  program
    .command('table')
    .description('the reviews of a venue as CSV: one row a review, and one for each that is missing')
    .requiredOption('--store <folder>', 'the store of a chair or organizer')
    .option('--venue <id>', 'the venue, if the store holds several')
    .option('--csv', 'CSV on standard output (the default)')
    .option('--out <file>', 'write it to a file instead')
    .action(async (options: { store: string; venue?: string; out?: string }) => {
      await withSession(host, resolve(options.store), async (session) => {
        const venue = await session.venue(options.venue);
        const { services } = session.application;
        await refusing(() => {
          if (options.out === undefined) {
            const table = buildTable(services, { venue });
            print(table, table.csv.trimEnd());
            return;
          }
          const rowCount = exportTable(services, { venue, path: resolve(options.out) });
          print({ rowCount, file: options.out }, `${options.out}: ${rowCount} rows`);
        });
      });
    });

  program
    .command('sample')
    .description('the sample venue that ships with Referee')
    .command('build')
    .description(
      'set the sample venue up and write its assignment bundles; the organizer’s store is OUT/organizer',
    )
    .requiredOption('--out <folder>', 'an empty or new folder')
    .action(async (options: { out: string }) => {
      const folder = resolve(options.out);
      const bundles = await withSession(host, host.temporaryFolder(), (session) =>
        refusing(() => buildSample(session.application.services, folder, quiet)),
      );
      print(
        bundles,
        bundles
          .map(
            ({ fileName, person, role, papers }) => `${fileName}  ${role} ${person}: ${papers.length} papers`,
          )
          .join('\n'),
      );
    });
}

/** Services called without the router refuse with AppErrors. */
async function refusing<T>(use: () => T | Promise<T>): Promise<T> {
  try {
    return await use();
  } catch (error) {
    if (error instanceof AppError)
      throw new Refused({ code: error.code, message: error.message, detail: error.detail });
    throw error;
  }
}

function describeVenue(venue: Venue, nowMs: number, zone: string): string {
  const dates = venue.dates.map(({ title, date }) => {
    const when = isDayDate(date) ? formatDeadline(toDeadline(date, nowMs, zone)) : formatAnnouncedDate(date);
    return `  ${title}: ${when}`;
  });
  return [
    venue.name,
    `${venue.place}; ${venue.contact}; ${venue.policy.blind}-blind`,
    'Dates',
    ...dates,
    'Topics',
    ...venue.topics.map(({ id, title }) => `  ${id}: ${title}`),
    `Review form, version ${venue.form.version}`,
    ...venue.form.fields.map(
      (field) => `  ${field.id} (${field.kind}${field.isRequired ? ', required' : ''}): ${field.label}`,
    ),
  ].join('\n');
}
