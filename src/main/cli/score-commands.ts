import { resolve } from 'node:path';
import { InvalidArgumentError, type Command } from 'commander';
import type { OwnReview } from '@shared/contract/own-scores';
import type { RatingField } from '@shared/model/form';
import { fieldIdSchema } from '@shared/model/ids';
import { distributeScores, scoreOf } from '@shared/rules/score-distribution';
import { inStore, type StoreOptions } from './arguments';
import { Refused, withSession, type CliHost } from './context';
import type { Print } from './print';

/** Adds `review scores`. */
export function addScoreCommand(review: Command, host: CliHost, print: Print): void {
  inStore(review, 'scores', 'your own scores side by side: what you gave to which paper, and how often')
    .option('--field <id>', 'one rating only, by its field’s id', parseField)
    .action(async (options: StoreOptions & { field?: string }) => {
      const { reviews, ratings } = await withSession(host, resolve(options.store), async (session) => {
        const venue = await session.venue(options.venue);
        const { form } = await session.request('venue.get', { venue });
        const all = form.fields.filter((field) => field.kind === 'rating');
        const chosen = all.filter(({ id }) => options.field === undefined || id === options.field);
        if (chosen.length === 0) {
          throw new Refused({
            code: 'FIELD_NOT_FOUND',
            message: `The form has no rating ${options.field}. It has: ${all.map(({ id }) => id).join(', ')}.`,
            detail: null,
          });
        }
        return { reviews: await session.request('review.listOwn', { venue }), ratings: chosen };
      });
      const value = ratings.map((field) => ({ field: field.id, steps: distributeScores(field, reviews) }));
      print(value, ratings.map((field) => describe(field, reviews)).join('\n\n'));
    });
}

function parseField(text: string): string {
  const parsed = fieldIdSchema.safeParse(text);
  if (!parsed.success)
    throw new InvalidArgumentError('A rating is named by its field’s id, such as overall.');
  return parsed.data;
}

function describe(field: RatingField, reviews: readonly OwnReview[]): string {
  const titles = new Map(reviews.map(({ paper, title }) => [paper, title]));
  const steps = distributeScores(field, reviews).toReversed();
  const unscored = reviews.filter(({ answers }) => scoreOf(field, answers) === null);
  return [
    field.label,
    ...steps.flatMap(({ value, anchor, papers }) => [
      `${String(value).padStart(4)}  ${anchor}: ${papers.length}`,
      ...papers.map((paper) => `      #${paper} ${titles.get(paper) ?? ''}`),
    ]),
    ...(unscored.length === 0
      ? []
      : [`      not scored: ${unscored.map(({ paper }) => `#${paper}`).join(', ')}`]),
  ].join('\n');
}
