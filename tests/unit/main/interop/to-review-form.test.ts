import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { reviewFormSchema } from '@shared/model/form';
import type { Answers } from '@shared/model/review';
import { fromOfflineAnswers, toOfflineAnswers } from '@main/interop/offline-form/answers';
import { offlineFormats, systemOf } from '@main/interop/offline-form/formats';
import { questionsOf, type OfflineQuestion } from '@main/interop/offline-form/offline-form';
import { OWN_SCORE, toReviewForm, type ReviewFormOf } from '@main/interop/offline-form/to-review-form';

function formOf(...names: string[]): ReviewFormOf {
  const text = readFileSync(join('tests', 'fixtures', 'offline-forms', ...names), 'utf8');
  const system = systemOf(text);
  if (system === null) throw new Error('no form');
  const [review] = offlineFormats[system].read(text).reviews;
  return toReviewForm(review === undefined ? [] : questionsOf(review));
}

function question(name: string, choices: OfflineQuestion['choices'] = []): OfflineQuestion {
  return { name, choices, help: '', isRequired: false, isHiddenFromAuthors: false };
}

describe('a form of another system as one of ours', () => {
  it('asks what the HotCRP form asks, with its scales, options and audiences', () => {
    const { form } = formOf('hotcrp', 'sim2science.txt');
    expect(form.fields.map(({ id, kind, isRequired, audience }) => [id, kind, isRequired, audience])).toEqual(
      [
        ['overall-merit', 'rating', true, 'authors'],
        ['best-paper', 'choice', false, 'chairs'],
        ['a-question-whose-name-is-so-long', 'text', false, 'authors'],
        ['comments-for-authors', 'text', false, 'authors'],
        ['comments-for-pc', 'text', false, 'chairs'],
      ],
    );
    expect(form.overallField).toBe('overall-merit');
  });

  it('takes scales below zero, and names in capitals as sentences', () => {
    const { form } = formOf('easychair', 'review-form.txt');
    const overall = form.fields.find(({ id }) => id === form.overallField);
    expect(overall?.kind === 'rating' && overall.scale.map(({ value }) => value)).toEqual([
      -3, -2, -1, 0, 1, 2, 3,
    ]);
    expect(overall?.label).toBe('Overall evaluation');
  });

  it('is one that a venue may have, whatever a form is called or leaves out', () => {
    const letters = ['A', 'B'].map((symbol) => ({ symbol, label: '' }));
    const many = Array.from({ length: 30 }, (_, index) => ({
      symbol: String(index),
      label: 'x'.repeat(300),
    }));
    for (const questions of [
      [question('')],
      [question('constructor'), question('constructor'), question('12 + 3'), question('总体评价')],
      [question('x'.repeat(400)), question('x'.repeat(400))],
      [question('Grade', letters)],
      [question('Many', many)],
    ]) {
      expect(reviewFormSchema.safeParse(toReviewForm(questions).form).error).toBeUndefined();
    }
    expect(toReviewForm([question('Comments')]).form.overallField).toBe(OWN_SCORE);
    expect(toReviewForm([question('Grade', letters)]).form.overallField).toBe('grade');
  });

  it('gives back every kind of answer, and leaves out a score that is not theirs', () => {
    const asked = formOf('hotcrp', 'sim2science.txt');
    const answers = {
      'overall-merit': { kind: 'rating', value: 4 },
      'best-paper': { kind: 'choice', option: 'option-2' },
      'comments-for-authors': { kind: 'text', text: 'Fine.' },
    } as unknown as Answers;
    const theirs = toOfflineAnswers(asked, { ...answers, [OWN_SCORE]: { kind: 'rating', value: 1 } });
    expect([...theirs]).toEqual([
      ['Overall merit', '4'],
      ['Best paper', 'B'],
      ['Comments for authors', 'Fine.'],
    ]);
    expect(fromOfflineAnswers(asked, theirs)).toEqual(answers);
  });

  it('writes links to one’s own notes as pages', () => {
    const asked = toReviewForm([question('Comments')]);
    const text = '> “x” [p. 4](referee:annotation/a-0123456789abcdef)';
    const answers = { comments: { kind: 'text', text } } as unknown as Answers;
    expect(toOfflineAnswers(asked, answers).get('Comments')).toBe('> “x” (p. 4)');
  });

  it('takes a chosen step whose scale was taken out around it', () => {
    const asked = formOf('easychair', 'review-form.txt');
    const read = fromOfflineAnswers(asked, new Map([['OVERALL EVALUATION', '-2 (reject)']]));
    expect(read).toEqual({ 'overall-evaluation': { kind: 'rating', value: -2 } });
  });
});
