import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { ReviewChange } from '@shared/contract/paper-acts';
import type { Venue } from '@shared/model/venue';
import type { FieldId } from '@shared/model/ids';
import { answerText } from '@shared/rules/answer-text';
import { formatDuration } from '@shared/rules/deadlines';
import { makePlan } from '@shared/rules/plan';
import { notifiedSentence, planWords } from '@shared/rules/plan-words';
import { diffWords } from '@shared/rules/word-diff';
import { inStore, type StoreOptions } from './arguments';
import { withSession, type CliHost } from './context';
import type { Print } from './print';

/** `plan`: what is left to review, and how fast it has to go. */
export function addPlanCommand(program: Command, host: CliHost, print: Print): void {
  inStore(program, 'plan', 'what is left to review, and how fast it has to go').action(
    async (options: StoreOptions) => {
      const { library, about } = await withSession(host, resolve(options.store), async (session) => ({
        library: await session.request('library.get', { venue: await session.venue(options.venue) }),
        about: await session.request('app.get', {}),
      }));
      const nowMs = Date.parse(about.now);
      const plan = makePlan(library.papers, nowMs, about.timeZone);
      const { headline, more } = planWords(plan);
      const isDone = plan.state === 'empty' || plan.state === 'finished';
      const notified = isDone ? null : notifiedSentence(library.venue, nowMs);
      const counts = [
        ['not started', plan.notStarted],
        ['drafts', plan.drafts],
        ['ready', plan.ready],
        ['changed since the last export', plan.changed],
        ['exported', plan.exported],
      ] as const;
      const states = counts.flatMap(([word, count]) => (count === 0 ? [] : [`${count} ${word}`]));
      print(
        plan,
        [
          `${headline}.`,
          ...more,
          ...(notified === null ? [] : [notified]),
          ...(states.length === 0 ? [] : [`Papers: ${states.join(', ')}.`]),
        ].join('\n'),
      );
    },
  );
}

/** `review time`: how long I was at each paper, where the window counts it. */
export function addTimeCommand(review: Command, host: CliHost, print: Print): void {
  inStore(review, 'time', 'how long you were at each paper, where you had it counted')
    .option('--forget', 'forget all of it')
    .action(async (options: StoreOptions & { forget?: boolean }) => {
      const times = await withSession(host, resolve(options.store), async (session) => {
        const venue = await session.venue(options.venue);
        if (options.forget === true) await session.request('time.forget', { venue });
        return session.request('time.list', { venue });
      });
      const lines = times.map(
        ({ paper, activeMs }) => `${String(paper).padStart(5)}  ${formatDuration(activeMs)}`,
      );
      print(times, lines.length === 0 ? 'No time was counted.' : lines.join('\n'));
    });
}

/** `review changes`: what reviews say that differs from what was last exported, by word. */
export function addChangesCommand(review: Command, host: CliHost, print: Print): void {
  inStore(review, 'changes', 'what changed in your reviews since you last exported them, by word').action(
    async (options: StoreOptions) => {
      const { changes, venue } = await withSession(host, resolve(options.store), async (session) => {
        const id = await session.venue(options.venue);
        return {
          changes: await session.request('review.changes', { venue: id }),
          venue: await session.request('venue.get', { venue: id }),
        };
      });
      const text = changes.map((change) => describeChange(change, venue)).join('\n\n');
      print(changes, text === '' ? 'No review changed since it was exported.' : text);
    },
  );
}

function describeChange(change: ReviewChange, { form, topics }: Venue): string {
  const { before, now, paper, title, exportedAt } = change;
  const known = form.fields.map(({ id }) => id);
  const ids = [...Object.keys(before.answers), ...Object.keys(now.answers)] as FieldId[];
  const fields = [...new Set([...known, ...ids])].flatMap((id) => {
    const field = form.fields.find((one) => one.id === id);
    const inWords = (answers: ReviewChange['now']['answers']): string => {
      const answer = answers[id];
      return answer === undefined ? '' : answerText(answer, field, topics);
    };
    const [left, right] = [inWords(before.answers), inWords(now.answers)];
    return left === right ? [] : [`  ${field?.label ?? id}: ${marked(left, right)}`];
  });
  return [
    `Paper ${paper}, ${title}: changed since the export of ${exportedAt}`,
    ...fields,
    ...(before.isReady === now.isReady ? [] : [`  ${now.isReady ? 'Now marked ready' : 'No longer ready'}`]),
    ...(change.haveNotesChanged ? ['  Notes on the page changed'] : []),
  ].join('\n');
}

/** A text with `[-what went-]` and `{+what came+}`, as `wdiff` and `git diff --word-diff` mark it. */
function marked(left: string, right: string): string {
  return diffWords(left, right)
    .map(({ kind, text }) => {
      if (kind === 'same') return text;
      return kind === 'removed' ? `[-${text}-]` : `{+${text}+}`;
    })
    .join('');
}
