import { resolve } from 'node:path';
import { InvalidArgumentError, type Command } from 'commander';
import type {
  OwnSearchAnswer,
  SearchAnswer,
  SearchHit,
  SearchScope,
  UnreadableReason,
} from '@shared/contract/search';
import { withSession, type CliHost } from './context';
import type { Print } from './print';

const TEACHING = `
All words must be on one page. "words in a row", OR between two words, and - before a word (after --) are understood.
Papers that were not read yet are read first; that takes a while once.

Example:
  referee search '"decay rate" prior OR posterior' --store ~/referee`;

const REASONS: Readonly<Record<UnreadableReason, string>> = {
  encrypted: 'asks for a password',
  broken: 'is damaged',
  'too-slow': 'took too long to read',
  'too-large': 'is too large to read',
  missing: 'is not here, or not whole',
};

interface SearchOptions {
  readonly store: string;
  readonly venue?: string;
  readonly limit: number;
  readonly own?: true;
}

/** `search`. */
export function addSearchCommands(program: Command, host: CliHost, print: Print): void {
  program
    .command('search')
    .description('look through the full text, titles and abstracts of all papers of a store')
    .argument('<query...>', 'what to look for')
    .requiredOption('--store <folder>', 'the store')
    .option('--venue <id>', 'the venue, if the store holds several')
    .option('--limit <number>', 'the most places that are listed', readLimit, 50)
    .option('--own', 'look through your own notes and reviews instead')
    .addHelpText('after', TEACHING)
    .action(async (words: readonly string[], options: SearchOptions) => {
      if (options.own === true) {
        const own = await withSession(host, resolve(options.store), async (session) =>
          session.request('search.own', {
            venue: await session.venue(options.venue),
            query: words.join(' '),
            limit: options.limit,
          }),
        );
        print(own, describeOwn(own).join('\n'));
        return;
      }
      const found = await withSession(host, resolve(options.store), async (session) => {
        const venue = await session.venue(options.venue);
        await session.finish('index-papers', await session.request('search.index', { venue }));
        const roles =
          (await session.request('library.list', {})).find((one) => one.venue === venue)?.roles ?? [];
        const papers = roles.some((role) => role !== 'reviewer') ? 'all' : 'mine';
        // Complete words: nobody is still typing.
        const query = `${words.join(' ')} `;
        const answer = await session.request('search.papers', { venue, papers, query, limit: options.limit });
        return { ...answer, scope: await session.request('search.scope', { venue, papers }) };
      });
      print(found, [...describeAnswer(found), ...describeScope(found.scope)].join('\n'));
    });
}

function readLimit(text: string): number {
  const limit = Number(text);
  if (Number.isInteger(limit) && limit >= 1 && limit <= 200) return limit;
  throw new InvalidArgumentError('Give a whole number from 1 to 200.');
}

function describeAnswer({ papers, isCut }: SearchAnswer): readonly string[] {
  if (papers.length === 0) return ['Nothing was found.'];
  const lines = papers.flatMap(({ paper, title, hits }) => [`#${paper} ${title}`, ...hits.map(describeHit)]);
  return isCut ? [...lines, 'There is more: name more words, or a larger --limit.'] : lines;
}

function describeOwn({ hits, isCut }: OwnSearchAnswer): readonly string[] {
  if (hits.length === 0) return ['Nothing was found in your notes and reviews.'];
  const lines = hits.map(({ paper, place, text }) => `#${paper} ${place}: ${text}`);
  return isCut ? [...lines, 'There is more: name more words, or a larger --limit.'] : lines;
}

function describeHit({ page, text }: SearchHit): string {
  return `  ${page === null ? 'about' : `p. ${page}`}  ${text}`;
}

function describeScope({ total, indexed, withoutText, unreadable }: SearchScope): readonly string[] {
  return [
    '',
    `${indexed} of ${total} papers were searched.`,
    ...withoutText.map((paper) => `#${paper} has no text: it is a scan.`),
    ...unreadable.map(({ paper, why }) => `#${paper} ${REASONS[why]}.`),
  ];
}
