import { toPlainCitations } from '@shared/anchor/citation';
import { MAX_ANSWER_LENGTH } from '@shared/model/answer-length';
import type { FormField } from '@shared/model/form';
import type { FieldId } from '@shared/model/ids';
import type { Answer, Answers } from '@shared/model/review';
import type { OfflineAnswers, OfflineQuestion } from './offline-form';
import { optionOf, ratingOf, type ReviewFormOf } from './to-review-form';

/** A review's answers as a form of another system takes them; links to one's own notes become `(p. 4)`. */
export function toOfflineAnswers({ form, questions }: ReviewFormOf, answers: Answers): OfflineAnswers {
  return new Map(
    form.fields.flatMap(({ id }) => {
      const question = questions.get(id);
      const answer = answers[id];
      const value = question === undefined || answer === undefined ? null : valueOf(question, answer);
      return question === undefined || value === null ? [] : [[question.name, value] as const];
    }),
  );
}

/** What a form of another system says, by field. */
export function fromOfflineAnswers({ form, questions }: ReviewFormOf, values: OfflineAnswers): Answers {
  const found = form.fields.flatMap((field): readonly (readonly [FieldId, Answer])[] => {
    const question = questions.get(field.id);
    const value = question === undefined ? undefined : values.get(question.name);
    const answer = question === undefined || value === undefined ? null : answerOf(field, question, value);
    return answer === null ? [] : [[field.id, answer]];
  });
  return Object.fromEntries(found);
}

/** Questions whose text is longer than an answer here can be; what is over is cut. */
export function listOverlong(values: OfflineAnswers): readonly string[] {
  return [...values].flatMap(([name, value]) => (value.length > MAX_ANSWER_LENGTH ? [name] : []));
}

function valueOf({ choices }: OfflineQuestion, answer: Answer): string | null {
  const chosen = choices.find((_choice, index) =>
    answer.kind === 'rating'
      ? ratingOf(choices, index) === answer.value
      : answer.kind === 'choice' && optionOf(index) === answer.option,
  );
  if (chosen !== undefined) return chosen.symbol ?? chosen.label;
  return answer.kind === 'text' ? toPlainCitations(answer.text) : null;
}

function answerOf(field: FormField, { choices }: OfflineQuestion, value: string): Answer | null {
  // Of a scale whose other steps were taken out, as EasyChair allows, a reader sees a text such as `2 (accept)`.
  const number = /^\s*\+?(-?\d{1,3})\b/.exec(value)?.[1];
  const exact = choices.findIndex(({ symbol, label }) => (symbol ?? label) === value);
  const index = exact === -1 ? choices.findIndex(({ symbol }) => symbol === number) : exact;
  if (field.kind === 'rating')
    return index === -1 ? null : { kind: 'rating', value: ratingOf(choices, index) };
  if (field.kind === 'choice') return index === -1 ? null : { kind: 'choice', option: optionOf(index) };
  return { kind: 'text', text: value.slice(0, MAX_ANSWER_LENGTH) };
}
