import { resolve } from 'node:path';
import { InvalidArgumentError, type Command } from 'commander';
import type { FormComparison, FormDifference, OfflineFormPreview } from '@shared/contract/offline-form';
import type { PaperNumber, VenueId } from '@shared/model/ids';
import { parsePaper, type StoreOptions } from './arguments';
import { Refused, withSession, type CliHost, type Session } from './context';
import type { Print } from './print';

const SYSTEMS = [
  { command: 'hotcrp', name: 'HotCRP' },
  { command: 'easychair', name: 'EasyChair' },
] as const;

/** What `form read` does with answers that differ. */
type Take = 'empty' | 'theirs' | 'both';

/** `hotcrp form read|start|write` and `easychair form read|start|write`. */
export function addFormCommands(program: Command, host: CliHost, print: Print): void {
  for (const { command, name } of SYSTEMS) {
    const form = program.command(command).description(`work with ${name}`).command('form');
    form.description(`offline review forms of ${name}`);
    addRead(form, name, host, print);
    addStart(form, name, host, print);
    addWrite(form, name, host, print);
  }
}

function addRead(form: Command, name: string, host: CliHost, print: Print): void {
  form
    .command('read')
    .description('what a form asks; with --store, how a filled one differs from your drafts')
    .argument('<file>', `a review form of ${name}`)
    .option('--store <folder>', 'the store whose drafts it is compared with')
    .option('--venue <id>', 'the venue, if the store holds several')
    .option(
      '--take <which>',
      'bring its answers into your drafts: empty (only where you have none), theirs, or both (theirs below yours)',
      parseTake,
    )
    .action(async (file: string, options: Partial<StoreOptions> & { take?: Take }) => {
      const { store, take } = options;
      const path = resolve(file);
      if (store === undefined) {
        const preview = await withSession(host, host.temporaryFolder(), async (session) =>
          requireSystem(name, await session.request('form.inspect', { file: session.file(path, 'read') })),
        );
        print(preview, describeForm(preview));
        return;
      }
      const told = await withSession(host, resolve(store), async (session) => {
        const venue = await session.venue(options.venue);
        const token = session.file(path, 'read');
        requireSystem(name, await session.request('form.inspect', { file: token }));
        const comparison = await session.request('form.compare', { venue, file: token });
        const changed =
          take === undefined ? null : await takeAnswers(session, venue, token, comparison, take);
        return { ...comparison, changed };
      });
      print(told, describeComparison(told, told.changed));
    });
}

function addStart(form: Command, name: string, host: CliHost, print: Print): void {
  form
    .command('start')
    .description('make a venue of your own from a form and the PDFs of its papers')
    .argument('<file>', `a review form of ${name}, of one paper or of many`)
    .requiredOption('--pdfs <path...>', 'the PDFs, named with the papers’ numbers, or a folder of them')
    .requiredOption('--store <folder>', 'the store')
    .option('--as <name>', 'what the venue is to be called, if the form does not say')
    .option('--name <name>', 'your name, if the form does not say')
    .option('--email <address>', 'your e-mail address, if the form does not say')
    .action(
      async (
        file: string,
        options: { pdfs: string[]; store: string; as?: string; name?: string; email?: string },
      ) => {
        const started = await withSession(host, resolve(options.store), async (session) => {
          const token = session.file(resolve(file), 'read');
          const preview = requireSystem(name, await session.request('form.inspect', { file: token }));
          const job = await session.request('form.start', {
            form: token,
            pdfs: options.pdfs.map((pdf) => session.file(resolve(pdf), 'read')),
            shortName: required(options.as ?? preview.venueName, '--as', 'what the venue is called'),
            reviewer: {
              name: required(options.name ?? preview.reviewer?.name, '--name', 'your name'),
              email: required(options.email ?? preview.reviewer?.email, '--email', 'your e-mail address'),
            },
          });
          return session.finish('start-from-form', job);
        });
        const head = started.wasHere ? 'Papers added to' : 'Started';
        const line = `${head} ${started.shortName} (${started.venue}): ${started.papers.join(', ')}`;
        print(started, [line, ...started.notes].join('\n'));
      },
    );
}

function addWrite(form: Command, name: string, host: CliHost, print: Print): void {
  form
    .command('write')
    .description(`fill the forms with your reviews, in the words of ${name}; on standard output or in a file`)
    .argument('[papers...]', 'the papers’ numbers; without, all')
    .requiredOption('--store <folder>', 'the store')
    .option('--venue <id>', 'the venue, if the store holds several')
    .option('--out <file>', 'the file to write')
    .action(async (papers: readonly string[], options: StoreOptions & { out?: string }) => {
      await withSession(host, resolve(options.store), async (session) => {
        const venue = await session.venue(options.venue);
        const forms = await session.request('form.ofVenue', { venue });
        if (forms === null || forms.systemName !== name) {
          throw new Refused({
            code: 'FORM_NOT_FOUND',
            message: `This venue was not started from a form of ${name}.`,
            detail: null,
          });
        }
        const chosen: readonly PaperNumber[] = papers.length === 0 ? forms.papers : papers.map(parsePaper);
        const input = { venue, papers: [...chosen] };
        if (options.out === undefined) {
          const filled = await session.request('form.toText', input);
          for (const note of warnings(filled)) host.err(`${note}\n`);
          print(filled, { painted: filled.text });
          return;
        }
        const path = resolve(options.out);
        const written = await session.request('form.write', { ...input, file: session.file(path, 'write') });
        print(
          { ...written, path },
          [`${options.out}: reviews of ${written.papers.join(', ')}`, ...warnings(written)].join('\n'),
        );
      });
    });
}

async function takeAnswers(
  session: Session,
  venue: VenueId,
  file: ReturnType<Session['file']>,
  { digest, differences }: FormComparison,
  take: Take,
): Promise<number> {
  const choices = differences.flatMap((one) => {
    if (one.theirs === null || (take === 'empty' && one.mine !== null)) return [];
    const how = take === 'both' && one.mine !== null && one.isText ? ('both' as const) : ('theirs' as const);
    // Of two scores only one can stand: yours, unless theirs were asked for.
    if (take === 'both' && one.mine !== null && !one.isText) return [];
    return [{ paper: one.paper, field: one.field, take: how }];
  });
  if (choices.length === 0) return 0;
  return (await session.request('form.take', { venue, file, digest, choices })).changed;
}

function requireSystem(name: string, preview: OfflineFormPreview): OfflineFormPreview {
  if (preview.systemName === name) return preview;
  throw new Refused({
    code: 'FORM_INVALID',
    message: `${preview.fileName} is a form of ${preview.systemName}. Use the command of that system.`,
    detail: null,
  });
}

function required(value: string | null | undefined, option: string, what: string): string {
  if (value !== null && value !== undefined) return value;
  throw new Refused({
    code: 'FORM_INVALID',
    message: `The form does not say ${what}: say it with ${option}.`,
    detail: null,
  });
}

function parseTake(text: string): Take {
  if (text === 'empty' || text === 'theirs' || text === 'both') return text;
  throw new InvalidArgumentError('Take empty, theirs or both.');
}

function warnings({
  unready,
  notes,
}: {
  readonly unready: readonly number[];
  readonly notes: readonly string[];
}): readonly string[] {
  return [...(unready.length === 0 ? [] : [`Not marked ready: ${unready.join(', ')}`]), ...notes];
}

function describeForm(preview: OfflineFormPreview): string {
  const { reviewer, papers, questions, notes } = preview;
  const who =
    reviewer === null
      ? []
      : [`  for ${reviewer.name}${reviewer.email === null ? '' : ` <${reviewer.email}>`}`];
  return [
    `${preview.systemName} review form${preview.venueName === null ? '' : ` of ${preview.venueName}`}`,
    ...who,
    ...(papers.length === 0
      ? ['  a blank form']
      : papers.map(({ number, title }) => `  ${number}  ${title ?? ''}`)),
    'Asks',
    ...questions.map(
      ({ label, kind, forChairs }) => `  ${label} (${kind}${forChairs ? ', not for authors' : ''})`,
    ),
    ...(notes.length === 0 ? [] : ['Not understood', ...notes.map((note) => `  ${note}`)]),
  ].join('\n');
}

function describeComparison(comparison: FormComparison, changed: number | null): string {
  const { differences, notes } = comparison;
  const head =
    differences.length === 0 ? 'Says what your drafts say.' : `${differences.length} answers differ`;
  return [
    head,
    ...differences.map(describeDifference),
    ...notes,
    ...(changed === null ? [] : [`${changed} answers taken into your drafts`]),
  ].join('\n');
}

function describeDifference({ paper, label, mine, theirs }: FormDifference): string {
  return `  ${paper}  ${label}\n    yours: ${mine === null ? '(none)' : toOneLine(mine)}\n    file:  ${theirs === null ? '(none)' : toOneLine(theirs)}`;
}

function toOneLine(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length > 100 ? `${line.slice(0, 99)}…` : line;
}
