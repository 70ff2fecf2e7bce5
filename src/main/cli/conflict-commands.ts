import { resolve } from 'node:path';
import { InvalidArgumentError, type Command } from 'commander';
import { sha256Schema, type PaperNumber, type Sha256 } from '@shared/model/ids';
import { inStore, parsePaper, type StoreOptions } from './arguments';
import { refusal, withSession, type CliHost } from './context';
import type { Print } from './print';

/** `conflict list|settle|versions|take`. */
export function addConflictCommands(program: Command, host: CliHost, print: Print): void {
  const conflict = program.command('conflict').description('reviews whose versions part from each other');

  inStore(conflict, 'list', 'for chairs: reviews with more than one version, settled or not').action(
    async (options: StoreOptions) => {
      const found = await withSession(host, resolve(options.store), async (session) => {
        const venue = await session.venue(options.venue);
        const { papers } = await session.request('consolidation.get', { venue });
        const views = [];
        for (const { number } of papers)
          views.push(await session.request('consolidation.getPaper', { venue, paper: number }));
        return views.flatMap(({ paper, reviews }) =>
          reviews
            .filter(({ versions, settled }) => versions.length > 1 || settled !== null)
            .map(({ reviewerName, review, versions, settled }) => ({
              paper: paper.number,
              review,
              reviewerName,
              versions: versions.map(({ hash, writtenAt }) => ({ hash, writtenAt })),
              settledBy: settled?.byName ?? null,
              setAside: settled?.setAside.map(({ hash, writtenAt }) => ({ hash, writtenAt })) ?? [],
            })),
        );
      });
      print(
        found,
        found
          .map(({ paper, reviewerName, versions, settledBy, setAside }) =>
            [
              `Paper ${paper}, ${reviewerName}: ${settledBy === null ? 'open' : `settled by ${settledBy}`}`,
              ...versions.map(({ hash, writtenAt }) => `  ${hash}  written ${writtenAt}`),
              ...setAside.map(({ hash, writtenAt }) => `  ${hash}  written ${writtenAt}, set aside`),
            ].join('\n'),
          )
          .join('\n'),
      );
    },
  );

  inStore(conflict, 'settle', 'for chairs: say which version of a review stands')
    .argument('<paper>', 'the paper’s number', parsePaper)
    .argument('<version>', 'the version that stands, as in: conflict list', parseHash)
    .action(async (paper: PaperNumber, keep: Sha256, options: StoreOptions) => {
      await withSession(host, resolve(options.store), async (session) => {
        const venue = await session.venue(options.venue);
        const { reviews } = await session.request('consolidation.getPaper', { venue, paper });
        const review = reviews.find(({ versions, settled }) =>
          [...versions, ...(settled?.setAside ?? [])].some(({ hash }) => hash === keep),
        );
        if (review === undefined)
          throw refusal(`Paper ${paper} has no version ${keep}. See: referee conflict list.`);
        return session.request('review.settle', { venue, paper, review: review.review, keep });
      });
      print({ paper, keep }, `Paper ${paper}: ${keep} stands`);
    });

  inStore(conflict, 'versions', 'for reviewers: what another computer of yours wrote differently')
    .argument('<paper>', 'the paper’s number', parsePaper)
    .action(async (paper: PaperNumber, options: StoreOptions) => {
      const { otherVersions } = await withSession(host, resolve(options.store), async (session) =>
        session.request('paper.get', { venue: await session.venue(options.venue), paper }),
      );
      print(
        otherVersions,
        otherVersions
          .map(({ hash, writtenAt, isReady }) => `${hash}  written ${writtenAt}${isReady ? ', ready' : ''}`)
          .join('\n'),
      );
    });

  inStore(conflict, 'take', 'for reviewers: settle a version, keeping your draft or taking that version')
    .argument('<paper>', 'the paper’s number', parsePaper)
    .argument('<version>', 'the version, as in: conflict versions', parseHash)
    .argument('<which>', 'mine or theirs', parseWhich)
    .action(async (paper: PaperNumber, version: Sha256, take: 'mine' | 'theirs', options: StoreOptions) => {
      const draft = await withSession(host, resolve(options.store), async (session) =>
        session.request('review.takeVersion', {
          venue: await session.venue(options.venue),
          paper,
          version,
          take,
        }),
      );
      print(
        draft,
        `Paper ${paper}: ${take === 'mine' ? 'your draft stays' : 'the other version is your draft now'}`,
      );
    });
}

function parseHash(text: string): Sha256 {
  const parsed = sha256Schema.safeParse(text);
  if (!parsed.success) throw new InvalidArgumentError('A version is named by its 64 hex digits.');
  return parsed.data;
}

function parseWhich(text: string): 'mine' | 'theirs' {
  if (text !== 'mine' && text !== 'theirs') throw new InvalidArgumentError('Say mine or theirs.');
  return text;
}
