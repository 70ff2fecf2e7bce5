import { resolve } from 'node:path';
import { InvalidArgumentError, type Command } from 'commander';
import type { PaperNumber } from '@shared/model/ids';
import { conflictKindSchema, type ConflictKind, type Refusal } from '@shared/model/response';
import { answerText } from '@shared/rules/answer-text';
import { refusalText } from '@shared/rules/conflict-kinds';
import { inStore, parsePaper, type StoreOptions } from './arguments';
import { refusal, withSession, type CliHost } from './context';
import type { Print } from './print';

/** `review decline|conflict|undecline`: what a reviewer says of being asked to review a paper. */
export function addPaperActCommands(review: Command, host: CliHost, print: Print): void {
  const refuse = async (paper: PaperNumber, statement: Refusal, options: StoreOptions): Promise<void> => {
    const response = await withSession(host, resolve(options.store), async (session) =>
      session.request('paper.refuse', { venue: await session.venue(options.venue), paper, statement }),
    );
    print(response, `Paper ${paper}: ${refusalText(statement)}\nIt goes out with your next export.`);
  };

  inStore(review, 'decline', 'say that you will not review a paper; the next export tells the chairs')
    .argument('<paper>', 'the paper’s number', parsePaper)
    .option('--reason <text>', 'why; chairs and organizers read it', '')
    .action(async (paper: PaperNumber, options: StoreOptions & { reason: string }) =>
      refuse(paper, { kind: 'declined', reason: options.reason }, options),
    );

  inStore(review, 'conflict', 'declare a conflict of interest with a paper; the next export tells the chairs')
    .argument('<paper>', 'the paper’s number', parsePaper)
    .requiredOption('--kind <kind>', `one of ${conflictKindSchema.options.join(', ')}`, parseKind)
    .option('--note <text>', 'more about it; chairs and organizers read it', '')
    .action(async (paper: PaperNumber, options: StoreOptions & { kind: ConflictKind; note: string }) =>
      refuse(paper, { kind: 'conflict', conflict: options.kind, note: options.note }, options),
    );

  inStore(review, 'undecline', 'take back that you declined or declared a conflict')
    .argument('<paper>', 'the paper’s number', parsePaper)
    .action(async (paper: PaperNumber, options: StoreOptions) => {
      const response = await withSession(host, resolve(options.store), async (session) =>
        session.request('paper.takeBack', { venue: await session.venue(options.venue), paper }),
      );
      const told = response === null ? '' : '; your next export tells the chairs';
      print({ paper, response }, `Paper ${paper}: yours to review again${told}`);
    });
}

function parseKind(text: string): ConflictKind {
  const parsed = conflictKindSchema.safeParse(text);
  if (parsed.success) return parsed.data;
  throw new InvalidArgumentError(`The kinds of conflict are ${conflictKindSchema.options.join(', ')}.`);
}

/** `review handover|proposals|credit`: help with a review. */
export function addHelpCommands(review: Command, host: CliHost, print: Print): void {
  inStore(review, 'handover', 'write a bundle with one paper for somebody who helps you with its review')
    .argument('<paper>', 'the paper’s number', parsePaper)
    .requiredOption('--name <name>', 'who helps you')
    .requiredOption('--email <address>', 'their address: tells them apart, nothing is sent to it')
    .requiredOption('--out <file>', 'the bundle to write')
    .action(
      async (paper: PaperNumber, options: StoreOptions & { name: string; email: string; out: string }) => {
        const { receipt, isAllowed } = await withSession(host, resolve(options.store), async (session) => {
          const venue = await session.venue(options.venue);
          const help = await session.request('help.get', { venue, paper });
          const job = await session.request('help.handOver', {
            venue,
            paper,
            name: options.name,
            email: options.email,
            file: session.file(resolve(options.out), 'write'),
          });
          return { receipt: await session.finish('hand-over', job), isAllowed: help.isAllowed };
        });
        const ask =
          isAllowed === null
            ? '\nThe venue does not say whether papers may be shared: ask the chairs first.'
            : '';
        print(receipt, `${options.out}: paper ${paper} for ${options.name}${ask}\nsha256 ${receipt.sha256}`);
      },
    );

  inStore(review, 'proposals', 'what those who help you with a paper sent, beside your own review')
    .argument('<paper>', 'the paper’s number', parsePaper)
    .action(async (paper: PaperNumber, options: StoreOptions) => {
      const { help, form, topics } = await withSession(host, resolve(options.store), async (session) => {
        const id = await session.venue(options.venue);
        const venue = await session.request('venue.get', { venue: id });
        return { ...venue, help: await session.request('help.get', { venue: id, paper }) };
      });
      const lines = help.helpers.flatMap(({ name, email, proposals }) => [
        `${name} <${email}>: ${proposals.length === 0 ? 'nothing yet' : 'sent a review'}`,
        ...proposals.flatMap(({ answers }) =>
          form.fields.flatMap((field) => {
            const answer = answers[field.id];
            return answer === undefined ? [] : [`  ${field.label}: ${answerText(answer, field, topics)}`];
          }),
        ),
      ]);
      print(help, lines.length === 0 ? `You asked nobody for help with paper ${paper}.` : lines.join('\n'));
    });

  inStore(review, 'credit', 'name somebody who helped you in your review, or no longer')
    .argument('<paper>', 'the paper’s number', parsePaper)
    .requiredOption('--email <address>', 'their address, as you gave it when you handed the paper over')
    .option('--remove', 'no longer')
    .action(async (paper: PaperNumber, options: StoreOptions & { email: string; remove?: boolean }) => {
      const isCredited = options.remove !== true;
      const name = await withSession(host, resolve(options.store), async (session) => {
        const venue = await session.venue(options.venue);
        const { helpers } = await session.request('help.get', { venue, paper });
        const helper = helpers.find(({ email }) => email.toLowerCase() === options.email.toLowerCase());
        if (helper === undefined)
          throw refusal(`You asked nobody with the address ${options.email} for help with paper ${paper}.`);
        await session.request('help.credit', { venue, paper, person: helper.person, isCredited });
        return helper.name;
      });
      print(
        { paper, name, isCredited },
        `Paper ${paper}: ${isCredited ? 'credits' : 'no longer credits'} ${name}`,
      );
    });
}
