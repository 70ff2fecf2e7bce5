import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { DecisionRow } from '@shared/contract/decision';
import { fieldIdSchema, type PaperNumber } from '@shared/model/ids';
import { inStore, parsePaper, type StoreOptions } from './arguments';
import { refusal, withSession, type CliHost } from './context';
import { describeReceipt, type OutOptions } from './judgement-commands';
import type { Print } from './print';

interface SetOptions extends StoreOptions {
  readonly session?: string;
  readonly note?: string;
}

/** `decision list|set|export`. */
export function addDecisionCommands(program: Command, host: CliHost, print: Print): void {
  const decision = program.command('decision').description('the organizers’ decisions');

  inStore(decision, 'list', 'every paper with what chairs recommend and what is decided').action(
    async (options: StoreOptions) => {
      const decisions = await withSession(host, resolve(options.store), async (session) =>
        session.request('decision.list', { venue: await session.venue(options.venue) }),
      );
      print(decisions, decisions.rows.map(describeRow).join('\n'));
    },
  );

  inStore(decision, 'set', 'decide a paper; session and note stay where they are not named')
    .argument('<paper>', 'the paper’s number', parsePaper)
    .argument('<outcome>', 'a kind of decision of the venue, such as poster; none takes it back')
    .option('--session <name>', 'where in the programme')
    .option('--note <text>', 'for the authors, in Markdown')
    .action(async (paper: PaperNumber, outcome: string, options: SetOptions) => {
      const saved = await withSession(host, resolve(options.store), async (session) => {
        const venue = await session.venue(options.venue);
        const { rows } = await session.request('decision.list', { venue });
        const row = rows.find(({ number }) => number === paper);
        if (row === undefined) throw refusal(`There is no paper ${paper} in this venue.`);
        const content = {
          outcome: outcome === 'none' ? null : fieldIdSchema.parse(outcome),
          session: options.session ?? row.mine.session,
          note: options.note ?? row.mine.note,
        };
        return { ...(await session.request('decision.save', { venue, paper, content })), content };
      });
      print(saved, `Paper ${paper}: ${saved.content.outcome ?? 'undecided'}`);
    });

  inStore(decision, 'export', 'write one signed bundle of every decision, for chairs and other organizers')
    .requiredOption('--out <file>', 'the bundle to write')
    .option('--plain', 'do not encrypt, though the readers have keys')
    .action(async (options: OutOptions) => {
      const receipt = await withSession(host, resolve(options.store), async (session) => {
        const job = await session.request('decision.export', {
          venue: await session.venue(options.venue),
          isEncrypted: options.plain !== true,
          file: session.file(resolve(options.out), 'write'),
        });
        return session.finish('export-decisions', job);
      });
      print(receipt, describeReceipt(options.out, 'decisions', receipt));
    });
}

function describeRow({ number, title, mine, recommendations, standing }: DecisionRow): string {
  const said = recommendations.map(({ chairName, outcome }) => `${chairName}: ${outcome}`).join(', ');
  const sent = standing.map(({ organizerName, content }) => `${organizerName}: ${content.outcome ?? 'none'}`);
  const parted = sent.length > 1 ? `  organizers disagree: ${sent.join(', ')}` : '';
  return `${String(number).padStart(5)}  ${(mine.outcome ?? 'undecided').padEnd(10)}  ${title}${said === '' ? '' : `  (${said})`}${parted}`;
}
