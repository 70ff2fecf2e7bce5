import { resolve } from 'node:path';
import { InvalidArgumentError, type Command } from 'commander';
import type { Draft, Library } from '@shared/contract/library';
import type { FormField } from '@shared/model/form';
import { fieldIdSchema, type FieldId, type PaperNumber } from '@shared/model/ids';
import type { Answer } from '@shared/model/review';
import { answerSchema } from '@shared/model/review';
import { parsePaper, readText, type StoreOptions } from './arguments';
import { addCheckCommand } from './check-commands';
import { addCopyCommands } from './copy-commands';
import { Refused, withSession, type CliHost, type Session } from './context';
import { addHelpCommands, addPaperActCommands } from './paper-act-commands';
import { addChangesCommand, addTimeCommand } from './plan-commands';
import { addHistoryCommands } from './history-commands';
import type { Print } from './print';
import { addScoreCommand } from './score-commands';

/** `review list|show|set|clear|check|history|restore|scores|ready|take-back|decline|conflict|undecline|handover|proposals|credit|changes|time|export`. */
export function addReviewCommands(program: Command, host: CliHost, print: Print): void {
  const review = program.command('review').description('your own reviews');
  addCopyCommands(review, host, print);
  const inStore = (name: string, description: string): Command =>
    review
      .command(name)
      .description(description)
      .requiredOption('--store <folder>', 'the store')
      .option('--venue <id>', 'the venue, if the store holds several');

  inStore('list', 'your papers and where you are with each').action(async (options: StoreOptions) => {
    const library = await withSession(host, resolve(options.store), async (session) =>
      session.request('library.get', { venue: await session.venue(options.venue) }),
    );
    print(library.papers, library.papers.map(describeRow).join('\n'));
  });

  inStore('show', 'one review, as it stands')
    .argument('<paper>', 'the paper’s number', parsePaper)
    .action(async (paper: PaperNumber, options: StoreOptions) => {
      const { draft } = await withSession(host, resolve(options.store), async (session) =>
        session.request('paper.get', { venue: await session.venue(options.venue), paper }),
      );
      print(draft, describeDraft(paper, draft));
    });

  inStore('set', 'answer one field; what was there before is replaced')
    .argument('<paper>', 'the paper’s number', parsePaper)
    .argument('<field>', 'the field’s id, as in: venue show', parseField)
    .argument('[value]', 'a score, an option, yes or no, or topics as sbi:primary:3,emulators:secondary:2')
    .option('--text <text>', 'the text, or the explanation of a yes')
    .option('--file <file>', 'read the text from a file')
    .action(
      async (
        paper: PaperNumber,
        field: FieldId,
        value: string | undefined,
        options: StoreOptions & { text?: string; file?: string },
      ) => {
        const text = options.file === undefined ? options.text : readText(resolve(options.file));
        const draft = await withSession(host, resolve(options.store), async (session) => {
          const venue = await session.venue(options.venue);
          const answer = await toAnswer(session, venue, field, value, text);
          return session.request('review.answer', { venue, paper, field, answer });
        });
        print(draft, describeDraft(paper, draft));
      },
    );

  inStore('clear', 'clear one field')
    .argument('<paper>', 'the paper’s number', parsePaper)
    .argument('<field>', 'the field’s id', parseField)
    .action(async (paper: PaperNumber, field: FieldId, options: StoreOptions) => {
      const draft = await withSession(host, resolve(options.store), async (session) =>
        session.request('review.answer', {
          venue: await session.venue(options.venue),
          paper,
          field,
          answer: null,
        }),
      );
      print(draft, describeDraft(paper, draft));
    });

  addCheckCommand(review, host, print);
  addHistoryCommands(review, host, print);
  addScoreCommand(review, host, print);

  for (const [name, route, description] of [
    ['ready', 'review.markReady', 'mark a review ready'],
    ['take-back', 'review.takeBack', 'take "ready" back'],
  ] as const) {
    inStore(name, description)
      .argument('<paper>', 'the paper’s number', parsePaper)
      .action(async (paper: PaperNumber, options: StoreOptions) => {
        const draft = await withSession(host, resolve(options.store), async (session) =>
          session.request(route, { venue: await session.venue(options.venue), paper }),
        );
        print(draft, describeDraft(paper, draft));
      });
  }

  addPaperActCommands(review, host, print);
  addHelpCommands(review, host, print);
  addChangesCommand(review, host, print);
  addTimeCommand(review, host, print);

  inStore('export', 'write one signed bundle of your reviews')
    .requiredOption('--out <file>', 'the bundle to write')
    .option('--paper <number...>', 'only these papers', parsePapers)
    .option('--include-unready', 'also reviews that are not ready')
    .option('--plain', 'do not encrypt, though the chairs have keys')
    .action(
      async (
        options: StoreOptions & {
          out: string;
          paper?: PaperNumber[];
          includeUnready?: boolean;
          plain?: boolean;
        },
      ) => {
        const receipt = await withSession(host, resolve(options.store), async (session) => {
          const venue = await session.venue(options.venue);
          const { rows } = await session.request('bundle.previewExport', { venue });
          const job = await session.request('bundle.exportReviews', {
            venue,
            papers: options.paper ?? rows.map((row) => row.paper),
            includeUnready: options.includeUnready === true,
            isEncrypted: options.plain !== true,
            file: session.file(resolve(options.out), 'write'),
          });
          return session.finish('export-reviews', job);
        });
        const left =
          receipt.leftOut.length === 0 ? '' : `; left out, not ready: ${receipt.leftOut.join(', ')}`;
        const refused = receipt.refused.length === 0 ? '' : `; not reviewed: ${receipt.refused.join(', ')}`;
        const held = receipt.papers.length === 0 ? 'no reviews' : `reviews of ${receipt.papers.join(', ')}`;
        print(receipt, `${options.out}: ${held}${refused}${left}\nsha256 ${receipt.sha256}`);
      },
    );
}

async function toAnswer(
  session: Session,
  venue: Library['venue']['id'],
  fieldId: FieldId,
  value: string | undefined,
  text: string | undefined,
): Promise<Answer> {
  const { form } = await session.request('venue.get', { venue });
  const field = form.fields.find((candidate) => candidate.id === fieldId);
  if (field === undefined) {
    const ids = form.fields.map((candidate) => candidate.id).join(', ');
    throw new Refused({
      code: 'FIELD_NOT_FOUND',
      message: `The form has no field ${fieldId}. It has: ${ids}.`,
      detail: null,
    });
  }
  const parsed = answerSchema.safeParse(rawAnswer(field, value, text));
  if (parsed.success) return parsed.data;
  throw new Refused({
    code: 'ANSWER_INVALID',
    message: `"${value ?? text ?? ''}" is not an answer to ${field.label}. See: referee review set --help.`,
    detail: parsed.error.issues[0]?.message ?? null,
  });
}

function rawAnswer(field: FormField, value: string | undefined, text: string | undefined): unknown {
  switch (field.kind) {
    case 'text':
      return { kind: 'text', text: text ?? value };
    case 'rating':
      return { kind: 'rating', value: Number(value) };
    case 'choice':
      return { kind: 'choice', option: value };
    case 'flag':
      return { kind: 'flag', isRaised: value === 'yes', detail: text ?? '' };
    case 'topics':
      return {
        kind: 'topics',
        tags: (value ?? '').split(',').map((tag) => {
          const [topic, weight = 'primary', fit = '3'] = tag.trim().split(':');
          return { topic, weight, fit: Number(fit) };
        }),
      };
  }
}

/** One value of an option that takes several: added to those before it. */
function parsePapers(text: string, earlier: readonly PaperNumber[] = []): PaperNumber[] {
  return [...earlier, parsePaper(text)];
}

function parseField(text: string): FieldId {
  const parsed = fieldIdSchema.safeParse(text);
  if (!parsed.success) throw new InvalidArgumentError('A field is named by its id, such as strengths.');
  return parsed.data;
}

function describeRow(row: Library['papers'][number]): string {
  const lacks =
    row.shortcomings.length === 0 || row.status === 'declined' || row.status === 'conflict'
      ? ''
      : `; lacks ${row.shortcomings.map((one) => one.label).join(', ')}`;
  return `${String(row.number).padStart(5)}  ${row.status.padEnd(11)}  ${row.title}${lacks}`;
}

function describeDraft(paper: PaperNumber, draft: Draft): string {
  const answers = Object.entries(draft.answers).map(
    ([field, answer]) => `  ${field}: ${describeAnswer(answer)}`,
  );
  const lacks = draft.shortcomings.map(({ label, reason }) => `  ${label}: ${reason}`);
  return [
    `Paper ${paper}: ${draft.status}`,
    ...answers,
    ...(lacks.length > 0 ? ['Lacks', ...lacks] : []),
  ].join('\n');
}

function describeAnswer(answer: Answer): string {
  switch (answer.kind) {
    case 'text':
      return answer.text;
    case 'rating':
      return String(answer.value);
    case 'choice':
      return answer.option;
    case 'flag':
      return answer.isRaised ? `yes: ${answer.detail}` : 'no';
    case 'topics':
      return answer.tags.map((tag) => `${tag.topic} (${tag.weight}, fit ${tag.fit})`).join(', ');
  }
}
