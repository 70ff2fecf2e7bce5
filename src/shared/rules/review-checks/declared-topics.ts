import type { CheckedReview } from './checked-review';
import type { TopicsFinding } from './finding';

/** Topics that the authors declared and that a review with topics says nothing of. Topics that the venue dropped do not count. */
export function findUnconfirmedTopics({ venue, paper, answers }: CheckedReview): readonly TopicsFinding[] {
  const field = venue.form.fields.find(({ kind }) => kind === 'topics');
  const answer = field === undefined ? undefined : answers[field.id];
  if (field === undefined || answer?.kind !== 'topics') return [];
  const tagged = new Set(answer.tags.map(({ topic }) => topic));
  const open = venue.topics.filter(({ id }) => paper.topics.includes(id) && !tagged.has(id));
  if (open.length === 0) return [];
  const names = open.map(({ shortTitle }) => shortTitle).join(', ');
  return [
    {
      check: 'declared-topics',
      field: field.id,
      severity: 'note',
      span: null,
      sentence: `${field.label}: the authors declared ${names}, which you did not choose. Leave it so if it does not fit.`,
      basis: [...open.map(({ id }) => id), '', ...tagged].join(' '),
    },
  ];
}
