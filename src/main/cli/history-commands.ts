import { resolve } from 'node:path';
import { InvalidArgumentError, type Command } from 'commander';
import type { AnswerVersion, ReviewMoment } from '@shared/contract/field-history';
import { fieldIdSchema, type FieldId, type PaperNumber } from '@shared/model/ids';
import type { Answer } from '@shared/model/review';
import { answerText } from '@shared/rules/answer-text';
import { inStore, parsePaper, type StoreOptions } from './arguments';
import { withSession, type CliHost } from './context';
import type { Print } from './print';

const TEACHING = `
Every version that stood is kept: what was typed up to a pause, what was marked ready, what was exported. Restoring one
keeps what stands now as a version too.

Examples:
  referee review history 12 summary --store ~/referee
  referee review history 12 summary --show 41 --store ~/referee
  referee review restore 12 summary 41 --store ~/referee`;

const MOMENTS: Readonly<Record<ReviewMoment['kind'], string>> = {
  ready: 'marked ready',
  'taken-back': 'taken back',
  exported: 'exported',
};

/** Adds `review history` and `review restore`. */
export function addHistoryCommands(review: Command, host: CliHost, print: Print): void {
  inStore(review, 'history', 'the versions of one answer, newest first')
    .argument('<paper>', 'the paper’s number', parsePaper)
    .argument('<field>', 'the field’s id, as in: venue show', parseField)
    .option('--show <version>', 'the answer of one version, by its number in the list', parseVersion)
    .addHelpText('after', TEACHING)
    .action(async (paper: PaperNumber, field: FieldId, options: StoreOptions & { show?: number }) => {
      await withSession(host, resolve(options.store), async (session) => {
        const venue = await session.venue(options.venue);
        if (options.show === undefined) {
          const versions = await session.request('review.listVersions', { venue, paper, field });
          print(versions, versions.map(describeVersion).join('\n'));
          return;
        }
        const { form, topics } = await session.request('venue.get', { venue });
        const answer = await session.request('review.readVersion', {
          venue,
          paper,
          field,
          version: options.show,
        });
        const known = form.fields.find(({ id }) => id === field);
        print(answer, answer === null ? '' : answerText(answer, known, topics));
      });
    });

  inStore(review, 'restore', 'make an answer what it was in a version; what stands now is kept')
    .argument('<paper>', 'the paper’s number', parsePaper)
    .argument('<field>', 'the field’s id', parseField)
    .argument('<version>', 'the version’s number, as in: review history', parseVersion)
    .action(async (paper: PaperNumber, field: FieldId, version: number, options: StoreOptions) => {
      const draft = await withSession(host, resolve(options.store), async (session) =>
        session.request('review.restoreVersion', {
          venue: await session.venue(options.venue),
          paper,
          field,
          version,
        }),
      );
      const answer: Answer | undefined = draft.answers[field];
      print(
        draft,
        `Paper ${paper}, ${field}: version ${version} is back${answer === undefined ? ', without an answer' : ''}.`,
      );
    });
}

function parseField(text: string): FieldId {
  const parsed = fieldIdSchema.safeParse(text);
  if (!parsed.success) throw new InvalidArgumentError('A field is named by its id, such as strengths.');
  return parsed.data;
}

function parseVersion(text: string): number {
  const version = Number(text);
  if (Number.isSafeInteger(version) && version > 0) return version;
  throw new InvalidArgumentError('A version is named by its number, as in: review history.');
}

function describeVersion(
  { id, changedAt, wordCount, isCleared, moments }: AnswerVersion,
  index: number,
): string {
  const size = isCleared ? 'no answer' : wordCount === null ? '' : `${wordCount} words`;
  const notes = moments.map(({ kind, at }) => `${MOMENTS[kind]} ${at}`);
  return [
    String(id).padStart(6),
    changedAt,
    size.padEnd(12),
    [...(index === 0 ? ['stands now'] : []), ...notes].join(', '),
  ]
    .join('  ')
    .trimEnd();
}
