import { describe, expect, it } from 'vitest';
import { formFieldSchema, type FormField, type ReviewForm } from '@shared/model/form';
import type { Answer } from '@shared/model/review';
import { answerMismatch, findShortcomings } from '@shared/rules/review-completeness';

const base = { id: 'field', label: 'Field', help: '', isRequired: true, audience: 'authors' };
const field = (rest: object): FormField => formFieldSchema.parse({ ...base, ...rest });

const text = field({ kind: 'text', minWords: 2, maxWords: 4 });
const rating = field({
  kind: 'rating',
  scale: [
    { value: 1, anchor: 'low' },
    { value: 3, anchor: 'high' },
  ],
});
const choice = field({
  kind: 'choice',
  options: [
    { id: 'oral', label: 'Oral' },
    { id: 'poster', label: 'Poster' },
  ],
});
const topics = field({ kind: 'topics' });
const flag = field({ kind: 'flag', detailLabel: 'Why' });
const optional = (one: FormField): FormField => ({ ...one, isRequired: false });

const say = (words: string): Answer => ({ kind: 'text', text: words });
const tag = (topic: string, weight: string): Answer =>
  ({ kind: 'topics', tags: [{ topic, weight, fit: 2 }] }) as unknown as Answer;
const raise = (isRaised: boolean, detail: string): Answer => ({ kind: 'flag', isRaised, detail });

/** Why a form of one field is not complete with an answer, or undefined. */
function reasonFor(one: FormField, answer?: Answer): string | undefined {
  const form: ReviewForm = { version: 1, overallField: one.id, fields: [one] };
  return findShortcomings(form, answer === undefined ? {} : { [one.id]: answer })[0]?.reason;
}

describe('what a review still lacks', () => {
  it.each([text, rating, choice, topics, flag])('is a required $kind without an answer', (one) => {
    expect(reasonFor(one)).toBe('missing');
    expect(reasonFor(optional(one))).toBeUndefined();
  });

  it.each([
    ['  \n', 'missing'],
    ['- ', 'missing'],
    ['one', '1 word, at least 2'],
    ['one two', undefined],
    ['one two three four', undefined],
    ['one two three four five', '5 words, at most 4'],
  ])('is measured in words: %j lacks %j', (words, reason) => {
    expect(reasonFor(text, say(words))).toBe(reason);
  });

  it('holds an optional text to its limits once something is written', () => {
    expect(reasonFor(optional(text), say('one'))).toBe('1 word, at least 2');
    expect(reasonFor(optional(text), say('  '))).toBeUndefined();
  });

  it('is a primary topic where topics are required', () => {
    expect(reasonFor(topics, tag('sbi', 'secondary'))).toBe('no primary topic');
    expect(reasonFor(topics, tag('sbi', 'primary'))).toBeUndefined();
    expect(reasonFor(optional(topics), tag('sbi', 'secondary'))).toBeUndefined();
  });

  it.each([
    [true, '', 'raised without saying why'],
    [true, ' - ', 'raised without saying why'],
    [true, 'human subjects', undefined],
    [false, '', undefined],
  ])('is the reason of a raised flag: %s, %j', (isRaised, detail, reason) => {
    expect(reasonFor(flag, raise(isRaised, detail))).toBe(reason);
    expect(reasonFor(optional(flag), raise(isRaised, detail))).toBe(reason);
  });

  it('is nothing once a rating or choice is made', () => {
    expect(reasonFor(rating, { kind: 'rating', value: 1 })).toBeUndefined();
    expect(reasonFor(choice, { kind: 'choice', option: 'oral' as never })).toBeUndefined();
  });

  it('is listed in the order of the form', () => {
    const fields = [rating, text, flag].map((one, index) => ({
      ...one,
      id: `f${index}`,
      label: `F${index}`,
    }));
    const form = { version: 1, overallField: 'f0', fields } as unknown as ReviewForm;
    expect(findShortcomings(form, {}).map(({ label }) => label)).toEqual(['F0', 'F1', 'F2']);
  });
});

describe('an answer that does not fit', () => {
  const known = new Set(['sbi', 'emulators']);

  it('is one of another kind, for every pair of kinds', () => {
    const answers: readonly Answer[] = [
      say('x'),
      { kind: 'rating', value: 1 },
      { kind: 'choice', option: 'oral' as never },
      tag('sbi', 'primary'),
      raise(false, ''),
    ];
    for (const one of [text, rating, choice, topics, flag]) {
      for (const answer of answers) {
        const fits = answer.kind === one.kind;
        expect(answerMismatch(one, answer, known) === null, `${one.kind} <- ${answer.kind}`).toBe(fits);
      }
    }
  });

  it('is a score between the steps of the scale', () => {
    expect(answerMismatch(rating, { kind: 'rating', value: 2 }, known)).toBe(
      '2 is not on the scale of Field',
    );
  });

  it('is an option that the form does not have', () => {
    const answer: Answer = { kind: 'choice', option: 'keynote' as never };
    expect(answerMismatch(choice, answer, known)).toBe('keynote is not an option of Field');
  });

  it('is a topic of another venue, or a topic tagged twice', () => {
    expect(answerMismatch(topics, tag('biology', 'primary'), known)).toBe(
      'biology is not a topic of this venue',
    );
    const twice = {
      kind: 'topics',
      tags: [
        { topic: 'sbi', weight: 'primary', fit: 1 },
        { topic: 'sbi', weight: 'secondary', fit: 3 },
      ],
    } as unknown as Answer;
    expect(answerMismatch(topics, twice, known)).toBe('a topic is tagged twice');
  });

  it('is not a text that is too short: that is kept and named as incomplete', () => {
    expect(answerMismatch(text, say('one'), known)).toBeNull();
  });
});
