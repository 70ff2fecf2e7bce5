import { resolve } from 'node:path';
import { InvalidArgumentError, Option, type Command } from 'commander';
import type { RouteInput } from '@shared/contract/routes';
import type { PaperNumber, VenueId } from '@shared/model/ids';
import { inStore, parsePaper, type StoreOptions } from './arguments';
import { withSession, type CliHost, type Session } from './context';
import type { Print } from './print';

interface CopyOptions extends StoreOptions {
  readonly out?: string;
  readonly forAuthors?: boolean;
  readonly pageSize?: 'A4' | 'Letter';
}

/** `review text|pdf`: added to the commands on reviews. */
export function addCopyCommands(review: Command, host: CliHost, print: Print): void {
  copyCommand(review, 'text', 'your reviews as plain text, on standard output or in files')
    .option('--out <path>', 'the file of one review, or the folder of several')
    .action(async (papers: readonly string[], options: CopyOptions) => {
      const { out } = options;
      await withSession(host, resolve(options.store), async (session) => {
        const input = await toInput(session, papers, options);
        if (out === undefined) {
          const copy = await session.request('copy.toText', input);
          print(copy, copy.text.trimEnd());
          return;
        }
        await write(session, { ...input, format: 'text', pageSize: 'A4' }, out, print);
      });
    });

  copyCommand(review, 'pdf', 'your reviews as PDF, typeset with their math')
    .requiredOption('--out <path>', 'the file of one review, or the folder of several')
    .addOption(new Option('--page-size <size>', 'the paper').choices(['A4', 'Letter']).default('A4'))
    .action(async (papers: readonly string[], options: CopyOptions & { out: string }) => {
      await withSession(host, resolve(options.store), async (session) => {
        const input = await toInput(session, papers, options);
        await write(
          session,
          { ...input, format: 'pdf', pageSize: options.pageSize ?? 'A4' },
          options.out,
          print,
        );
      });
    });
}

function copyCommand(review: Command, name: string, description: string): Command {
  return inStore(review, name, description)
    .argument('[papers...]', 'the papers’ numbers; without, all that you have begun')
    .option('--for-authors', 'leave out what only the chairs may read');
}

async function toInput(
  session: Session,
  papers: readonly string[],
  options: CopyOptions,
): Promise<{ venue: VenueId; papers: PaperNumber[]; includesConfidential: boolean }> {
  const venue = await session.venue(options.venue);
  const chosen = papers.length === 0 ? await listBegun(session, venue) : papers.map(parsePaper);
  return { venue, papers: chosen, includesConfidential: options.forAuthors !== true };
}

/** Papers that I wrote something about. @throws InvalidArgumentError when there is none */
export async function listBegun(session: Session, venue: VenueId): Promise<PaperNumber[]> {
  const { papers } = await session.request('library.get', { venue });
  const begun = papers.filter(({ changedAt }) => changedAt !== null).map(({ number }) => number);
  if (begun.length === 0) throw new InvalidArgumentError('You have begun no review here yet.');
  return begun;
}

async function write(
  session: Session,
  input: Omit<RouteInput<'copy.write'>, 'target'>,
  out: string,
  print: Print,
): Promise<void> {
  const path = resolve(out);
  const target = session.file(path, input.papers.length === 1 ? 'write' : 'folder');
  const job = await session.request('copy.write', { ...input, target });
  const written = await session.finish('write-copies', job);
  print(
    { fileNames: written.fileNames, path },
    input.papers.length === 1 ? out : written.fileNames.map((name) => `${out}/${name}`).join('\n'),
  );
}
