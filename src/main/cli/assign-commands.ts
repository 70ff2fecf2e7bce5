import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { AssignmentRunDetail, Pair } from '@shared/contract/assignment';
import { paperNumberSchema, type PersonId, type VenueId } from '@shared/model/ids';
import { parsePerson, setUp, type SetUpOptions } from './assignment-commands';
import { addRules, collect, parseCount, settingsFor, type Common, type RuleOptions } from './assign-options';
import { formatScore, toRunDetailText, toRunText } from './assign-words';
import { refusal, withSession, type CliHost, type Session } from './context';
import type { Print } from './print';

interface ImportOptions extends Common, SetUpOptions {
  readonly reviewers?: string;
  readonly bids?: string;
}

/** `assign import|run|list|show|explain|frontier|repair|swap|accept`. */
export function addAssignCommands(program: Command, host: CliHost, print: Print): void {
  const assign = program.command('assign').description('find who reviews what, for organizers');
  const command = (words: string, about: string): Command =>
    assign
      .command(words)
      .description(about)
      .requiredOption('--store <folder>', 'the organizer’s store')
      .option('--venue <id>', 'the venue, when the store holds several');

  command('import', 'take in what reviewers know, want and can take on')
    .option('--reviewers <csv>', 'email,name,institution,topics,expertise,min,max,conflicts')
    .option('--bids <csv>', 'paper,email,bid (yes, maybe, no, conflict)')
    .option('--venue-file <file>', 'the venue file (default: the one that ships with Referee)')
    .option('--papers <csv>', 'number,title,abstract,keywords,topics,authors,pdf')
    .option('--pdfs <folder>', 'the PDFs that the papers table names')
    .option('--organizer <person>', 'you, as "Name <mail>"', parsePerson)
    .addHelpText('after', '\nWith --papers, --pdfs and --organizer the venue is set up first.')
    .action(async (options: ImportOptions, self: Command) => {
      const report = await withSession(host, resolve(options.store), async (session) => {
        const venue = await setUp(session, options, self);
        const file = (path: string | undefined): ReturnType<Session['file']> | null =>
          path === undefined ? null : session.file(resolve(path), 'read');
        const [reviewersTable, bidsTable] = [file(options.reviewers), file(options.bids)];
        if (reviewersTable === null && bidsTable === null) throw refusal('Give --reviewers, --bids or both.');
        const job = await session.request('assignment.importTables', { venue, reviewersTable, bidsTable });
        return session.finish('import-reviewers', job);
      });
      print(
        report,
        `${report.reviewerCount} reviewers (${report.newReviewerCount} new), ${report.bidCount} bids`,
      );
    });

  addRules(command('run', 'find the assignment of the largest total')).action(
    async (options: RuleOptions) => {
      const run = await within(options, async (session, venue) => {
        const settings = await settingsFor(session, venue, options);
        return session.finish(
          'assign-reviewers',
          await session.request('assignment.run', { venue, settings }),
        );
      });
      print(run, toRunText(run));
    },
  );

  command('list', 'tell who has how many papers now, and which assignments are remembered').action(
    async (options: Common) => {
      const desk = await within(options, (session, venue) =>
        session.request('assignment.getDesk', { venue }),
      );
      const lines = [
        ...desk.reviewers.map(({ name, load }) => `${String(load).padStart(3)}  ${name}`),
        ...desk.runs.map(
          ({ id, total, acceptedAt }) =>
            `Assignment ${id}: total ${formatScore(total)}${acceptedAt === null ? '' : `, accepted ${acceptedAt}`}`,
        ),
      ];
      print(desk, lines.join('\n'));
    },
  );

  command('show [run]', 'tell who got what in an assignment (default: the newest)').action(
    async (run: string | undefined, options: Common) => {
      const detail = await within(options, (session, venue) => readRun(session, venue, run));
      print(detail, toRunDetailText(detail, null));
    },
  );

  command('explain <paper>', 'tell why a paper got its reviewers')
    .option('--run <number>', 'the assignment (default: the newest)')
    .action(async (paper: string, options: Common & { readonly run?: string }) => {
      const number = parsePaper(paper);
      const detail = await within(options, (session, venue) => readRun(session, venue, options.run));
      const one = detail.papers.find((other) => other.number === number);
      if (one === undefined) throw refusal(`There is no paper ${paper}.`);
      const broken = detail.broken.filter((rule) => rule.paper === number);
      print({ ...one, broken }, toRunDetailText(detail, number));
    });

  addRules(command('frontier', 'trace the total against the worst paper'))
    .option('--steps <count>', 'how finely', parseCount, 8)
    .action(async (options: RuleOptions & { readonly steps: number }) => {
      const curve = await within(options, async (session, venue) => {
        const settings = await settingsFor(session, venue, options);
        const input = { venue, settings, steps: options.steps };
        return session.finish('trace-fairness', await session.request('assignment.trace', input));
      });
      const lines = curve.points.map(
        ({ run, total, worst }) => `${run}  total ${formatScore(total)}  worst paper ${formatScore(worst)}`,
      );
      const end =
        curve.outOfReach === null
          ? 'Not every rule can be kept: there is no curve.'
          : `No assignment gives every paper ${formatScore(curve.outOfReach)}.`;
      print(curve, [...lines, end].join('\n'));
    });

  addRules(command('repair', 'repair what stands with the fewest changes'))
    .option('--declined <pairs...>', 'who gives what back, each as paper:reviewer', collect, [])
    .option('--gone <reviewers...>', 'who takes nothing any more', collect, [])
    .action(async (options: RuleOptions & { readonly declined: string[]; readonly gone: string[] }) => {
      const run = await within(options, async (session, venue) => {
        const settings = await settingsFor(session, venue, options);
        const { reviewers } = await session.request('assignment.getDesk', { venue });
        const declined = options.declined.map((text) => {
          const [paper = '', ...name] = text.split(':');
          return { paper: parsePaper(paper), person: findPerson(reviewers, name.join(':')) };
        });
        const gone = options.gone.map((name) => findPerson(reviewers, name));
        const input = { venue, settings, declined, gone };
        return session.finish('repair-assignment', await session.request('assignment.repair', input));
      });
      print(run, toRunText(run));
    });

  command(
    'swap <paper> <reviewer> [replacement]',
    'tell who could take a reviewer’s place, or put somebody there',
  )
    .option('--run <number>', 'the assignment (default: the newest)')
    .action(
      async (
        paper: string,
        reviewer: string,
        replacement: string | undefined,
        options: Common & { readonly run?: string },
      ) => {
        await within(options, async (session, venue) => {
          const { id: run, reviewers } = await readRun(session, venue, options.run);
          const pair: Pair = { paper: parsePaper(paper), person: findPerson(reviewers, reviewer) };
          const listing = await session.request('assignment.listReplacements', { venue, run, ...pair });
          const choices = await session.finish('list-replacements', listing);
          if (replacement === undefined) {
            const lines = choices.map(({ name, gain, exchange, broken }) =>
              [
                `${formatScore(gain)}  ${name}`,
                ...(exchange === null ? [] : [`in exchange for paper ${exchange}`]),
                ...broken.map(({ sentence }) => sentence),
              ].join('; '),
            );
            print(choices, lines.join('\n'));
            return;
          }
          const person = findPerson(reviewers, replacement);
          const choice = choices.find((one) => one.person === person);
          if (choice === undefined) throw refusal(`${replacement} cannot review paper ${paper}.`);
          const { remove, add } = choice;
          const change = await session.request('assignment.change', {
            venue,
            run,
            remove: [...remove],
            add: [...add],
          });
          const changed = await session.finish('change-assignment', change);
          print(changed, toRunText(changed));
        });
      },
    );

  command('accept <run>', 'from now on an assignment is what stands')
    .option(
      '--due <day>',
      'when the reviews are due, as 2026-05-13 (default: as before, or as the venue says)',
    )
    .action(async (run: string, options: Common & { readonly due?: string }) => {
      await within(options, async (session, venue) => {
        const due = options.due ?? (await session.request('assignment.getDesk', { venue })).due;
        await session.request('assignment.accept', { venue, run: parseCount(run), due });
      });
      print(
        { run: Number(run) },
        `Assignment ${run} stands. Write the bundles with: referee assignment export`,
      );
    });

  function within<T>(
    { store, venue }: Common,
    use: (session: Session, venue: VenueId) => Promise<T>,
  ): Promise<T> {
    return withSession(host, resolve(store), async (session) => use(session, await session.venue(venue)));
  }
}

async function readRun(
  session: Session,
  venue: VenueId,
  named: string | undefined,
): Promise<AssignmentRunDetail> {
  if (named !== undefined) return requestRun(session, venue, parseCount(named));
  const { runs } = await session.request('assignment.getDesk', { venue });
  const [newest] = runs;
  if (newest === undefined) throw refusal('No assignment was looked for yet. Begin with: referee assign run');
  return requestRun(session, venue, newest.id);
}

function requestRun(session: Session, venue: VenueId, run: number): Promise<AssignmentRunDetail> {
  return session.request('assignment.getRun', { venue, run });
}

/** A reviewer by name or id. */
function findPerson(
  reviewers: readonly { readonly person: PersonId; readonly name: string }[],
  named: string,
): PersonId {
  const found = reviewers.filter(({ person, name }) => person === named || name === named);
  const [only] = found;
  if (only === undefined)
    throw refusal(`${named} is not a reviewer. Give the name as it stands in the list.`);
  if (found.length > 1) {
    throw refusal(
      `${named} is the name of ${found.length} reviewers: give the id (${found.map(({ person }) => person).join(', ')}).`,
    );
  }
  return only.person;
}

function parsePaper(text: string): Pair['paper'] {
  const number = paperNumberSchema.safeParse(/^[0-9]+$/.test(text) ? Number(text) : Number.NaN);
  if (!number.success) throw refusal(`${text} is not a paper number.`);
  return number.data;
}
