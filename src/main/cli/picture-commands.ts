import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import type { OwingReviewer } from '@shared/contract/owed';
import type { Calibration } from '@shared/rules/calibration/calibrate';
import { inStore, type StoreOptions } from './arguments';
import { withReader, withSession, type CliHost } from './context';
import type { Print } from './print';

interface TableOptions extends StoreOptions {
  readonly reviews?: boolean;
  readonly out?: string;
}

interface LettersOptions extends StoreOptions {
  readonly out: string;
  readonly to?: readonly string[];
}

/** `consolidation table|calibrate|charts|missing|reminders`. */
export function addPictureCommands(program: Command, host: CliHost, print: Print): void {
  const consolidation =
    program.commands.find((command) => command.name() === 'consolidation') ??
    program.command('consolidation');

  inStore(consolidation, 'table', 'papers as CSV: what came in, means, calibrated scores, topics, flags')
    .option('--reviews', 'a row for each review instead')
    .option('--out <file>', 'write it there instead of showing it')
    .action(async (options: TableOptions) => {
      const table = await withSession(host, resolve(options.store), async (session) => {
        const venue = await session.venue(options.venue);
        if (options.out === undefined)
          return options.reviews === true
            ? session.request('consolidation.getTable', { venue })
            : session.request('consolidation.getPapersTable', { venue, papers: null });
        const file = session.file(resolve(options.out), 'write');
        return options.reviews === true
          ? session.request('consolidation.exportTable', { venue, file })
          : session.request('consolidation.exportPapers', { venue, papers: null, file });
      });
      print(table, 'csv' in table ? table.csv.trimEnd() : `${options.out}: ${table.rowCount} rows`);
    });

  inStore(consolidation, 'calibrate', 'scores as the average reviewer would have given them').action(
    async (options: StoreOptions) => {
      const { calibration, names } = await withReader(host, resolve(options.store), async (session) => {
        const venue = await session.venue(options.venue);
        const { papers } = await session.request('consolidation.get', { venue });
        return {
          calibration: await session.request('consolidation.calibrate', { venue }),
          names: new Map<string, string>(
            papers.flatMap(({ reviews }) =>
              reviews.map(({ reviewer, reviewerName }) => [reviewer, reviewerName]),
            ),
          ),
        };
      });
      print(calibration, describeCalibration(calibration, names), calibration.kind === 'fitted');
    },
  );

  inStore(consolidation, 'charts', 'write the charts as SVG files')
    .requiredOption('--out <folder>', 'where to write them')
    .action(async (options: StoreOptions & { readonly out: string }) => {
      const folder = resolve(options.out);
      const written = await withSession(host, resolve(options.store), async (session) => {
        const venue = await session.venue(options.venue);
        const charts = await session.request('chart.list', { venue });
        mkdirSync(folder, { recursive: true });
        for (const { id } of charts) {
          const file = session.file(join(folder, `${id}.svg`), 'write');
          await session.request('chart.saveSvg', { venue, chart: id, file });
        }
        return charts.map(({ id, summary }) => ({ fileName: `${id}.svg`, summary }));
      });
      print(
        written,
        written.map(({ fileName, summary }) => `${join(options.out, fileName)}: ${summary}`).join('\n'),
      );
    });

  inStore(consolidation, 'missing', 'who owes which reviews').action(async (options: StoreOptions) => {
    const owing = await withReader(host, resolve(options.store), async (session) =>
      session.request('owed.list', { venue: await session.venue(options.venue) }),
    );
    print(owing, owing.length === 0 ? 'No review is missing.' : owing.map(describeOwing).join('\n'));
  });

  inStore(consolidation, 'reminders', 'write a letter to each who owes reviews as .eml; nothing is sent')
    .requiredOption('--out <folder>', 'where to write them')
    .option('--to <name...>', 'only to these people, by name or address')
    .action(async (options: LettersOptions) => {
      const folder = resolve(options.out);
      const written = await withSession(host, resolve(options.store), async (session) => {
        const venue = await session.venue(options.venue);
        const owing = await session.request('owed.list', { venue });
        const people = owing.filter(
          ({ name, email }) =>
            options.to === undefined || [name, email].some((one) => options.to?.includes(one)),
        );
        if (people.length === 0) return { fileNames: [] };
        mkdirSync(folder, { recursive: true });
        return session.request('owed.writeLetters', {
          venue,
          people: people.map(({ person }) => person),
          folder: session.file(folder, 'folder'),
        });
      });
      const { fileNames } = written;
      print(
        written,
        fileNames.length === 0
          ? 'Nobody of these owes a review.'
          : fileNames.map((name) => join(options.out, name)).join('\n'),
      );
    });
}

function describeOwing({ name, email, reviews }: OwingReviewer): string {
  const papers = reviews.map(
    ({ paper, state, due, isOverdue }) =>
      `  paper ${paper}: ${state}${due === null ? '' : `, due ${due}`}${isOverdue ? ', overdue' : ''}`,
  );
  return [`${name} <${email}>`, ...papers].join('\n');
}

function describeCalibration(calibration: Calibration, names: ReadonlyMap<string, string>): string {
  if (calibration.kind === 'refused') return `Not calibrated. ${calibration.reason}`;
  const { spread, papers, reviewers, apart } = calibration;
  return [
    `Standard deviations: papers ${figure(spread.paper)}, reviewers ${figure(spread.reviewer)}, the rest ${figure(spread.noise)}`,
    '',
    'paper  score  90 % interval',
    ...papers.map(
      ({ paper, score, low, high }) =>
        `${String(paper).padStart(5)}  ${figure(score).padStart(5)}  ${figure(low)} to ${figure(high)}`,
    ),
    '',
    'offset  90 % interval   reviewer',
    ...reviewers
      .toSorted((a, b) => a.offset - b.offset)
      .map(
        ({ reviewer, offset, low, high }) =>
          `${figure(offset).padStart(6)}  ${`${figure(low)} to ${figure(high)}`.padEnd(14)}  ${names.get(reviewer) ?? reviewer}`,
      ),
    ...(apart.length === 0
      ? []
      : ['', `Not calibrated, as they share no reviewer with the others: ${apart.join(', ')}`]),
  ].join('\n');
}

function figure(value: number): string {
  return value.toFixed(2);
}
