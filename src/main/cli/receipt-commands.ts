import { resolve } from 'node:path';
import { Option, type Command } from 'commander';
import type { ReceiptCheck, ReceiptSigner } from '@shared/contract/receipt';
import { formatSpoken } from '@shared/rules/spoken-fingerprint';
import { inStore, parsePaper, type StoreOptions } from './arguments';
import { withSession, type CliHost } from './context';
import { listBegun } from './copy-commands';
import type { Print } from './print';

const SIGNERS: Readonly<Record<ReceiptSigner, string>> = {
  mine: 'your own key',
  known: 'the key that this store knows as this reviewer’s',
  another: 'a key that this store knows as another person’s: do not trust the name',
  revoked: 'a key that was revoked: do not trust it',
  unknown: 'not known here: compare the key with the reviewer, by a way you trust',
};

/** `receipt make|verify`. */
export function addReceiptCommands(program: Command, host: CliHost, print: Print): void {
  const receipt = program
    .command('receipt')
    .description('proof that reviews were made, without what they say');

  inStore(receipt, 'make', 'write a signed receipt of your reviews')
    .argument('[papers...]', 'the papers’ numbers; without, all that you have begun')
    .requiredOption('--out <file>', 'the receipt to write')
    .option('--titles', 'name the papers’ titles')
    .addOption(
      new Option('--readable <format>', 'write the same for people, beside it').choices(['text', 'pdf']),
    )
    .addOption(new Option('--page-size <size>', 'the paper').choices(['A4', 'Letter']).default('A4'))
    .action(
      async (
        papers: readonly string[],
        options: StoreOptions & {
          out: string;
          titles?: boolean;
          readable?: 'text' | 'pdf';
          pageSize: 'A4' | 'Letter';
        },
      ) => {
        const written = await withSession(host, resolve(options.store), async (session) => {
          const venue = await session.venue(options.venue);
          const job = await session.request('receipt.make', {
            venue,
            papers: papers.length === 0 ? await listBegun(session, venue) : papers.map(parsePaper),
            hasTitles: options.titles === true,
            readable: options.readable ?? 'none',
            pageSize: options.pageSize,
            file: session.file(resolve(options.out), 'write'),
          });
          return session.finish('make-receipt', job);
        });
        const beside = written.readableName === null ? '' : `\nfor people: ${written.readableName}`;
        print(
          written,
          `${options.out}: receipt for ${written.papers.join(', ')}${beside}\nkey ${formatSpoken(written.fingerprint)}`,
        );
      },
    );

  receipt
    .command('verify')
    .description('check a receipt; exit status 1 when it is not valid')
    .argument('<file>', 'the receipt')
    .option('--store <folder>', 'a store that may know the reviewer’s key and the reviews')
    .action(async (file: string, options: { store?: string }) => {
      const folder = options.store === undefined ? host.temporaryFolder() : resolve(options.store);
      const check = await withSession(host, folder, async (session) =>
        session.request('receipt.verify', { file: session.file(resolve(file), 'read') }),
      );
      print(check, describe(check), check.isValid);
    });
}

function describe(check: ReceiptCheck): string {
  if (!check.isValid) return `${check.fileName} is not valid. ${check.reason}`;
  const { statement, signer, matching } = check;
  const reviews = statement.reviews.map(({ paper, title, state, writtenAt, revision }) => {
    const here = matching.includes(paper) ? '  (this very review is in the store)' : '';
    return `  #${paper}${title === null ? '' : ` ${title}`}: ${state}, written ${writtenAt}${here}\n    revision ${revision}`;
  });
  return [
    `${check.fileName} is valid`,
    `${statement.reviewer.name} reviewed for ${statement.venue.name}; issued ${statement.issuedAt}`,
    ...reviews,
    `key ${formatSpoken(statement.reviewer.fingerprint)}`,
    `    ${SIGNERS[signer]}`,
  ].join('\n');
}
