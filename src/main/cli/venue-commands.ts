import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Venue } from '@shared/model/venue';
import { formatAnnouncedDate, formatDeadline, isDayDate, toDeadline } from '@shared/rules/deadlines';
import { withSession, type CliHost } from './context';
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
      const { venue, app } = await withSession(host, folder, async (session) => ({
        venue:
          options.store === undefined
            ? await session.request('venue.getBuiltIn', {})
            : await session.request('venue.get', { venue: await session.venue(options.venue) }),
        app: await session.request('app.get', {}),
      }));
      print(venue, describeVenue(venue, Date.parse(app.now), app.timeZone));
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
        if (options.out === undefined) {
          const table = await session.request('consolidation.getTable', { venue });
          print(table, table.csv.trimEnd());
          return;
        }
        const file = session.file(resolve(options.out), 'write');
        const written = await session.request('consolidation.exportTable', { venue, file });
        print(written, `${options.out}: ${written.rowCount} rows`);
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
      const { bundles } = await withSession(host, host.temporaryFolder(), async (session) => {
        const job = await session.request('sample.build', {
          folder: session.file(resolve(options.out), 'folder'),
        });
        return session.finish('build-sample', job);
      });
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
