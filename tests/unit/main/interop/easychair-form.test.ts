import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillEasychairReview } from '@main/interop/easychair-form/fill-form';
import { readEasychairForm } from '@main/interop/easychair-form/read-form';
import {
  answersOf,
  OfflineFormError,
  questionsOf,
  reviewText,
  type OfflineReview,
} from '@main/interop/offline-form/offline-form';

const FORM = readFileSync(join('tests', 'fixtures', 'offline-forms', 'easychair', 'review-form.txt'), 'utf8');

function read(text: string): OfflineReview {
  const [review] = readEasychairForm(text).reviews;
  if (review === undefined) throw new Error('no review');
  return review;
}

function fill(review: OfflineReview, answers: Readonly<Record<string, string>>): string {
  return fillEasychairReview(review, { answers: new Map(Object.entries(answers)) }).text;
}

describe('reading an EasyChair form', () => {
  it('keeps every character, knows the paper and asks what the form asks', () => {
    const review = read(FORM);
    expect(reviewText(review)).toBe(FORM);
    expect([review.paper, review.title, review.reviewer]).toEqual([
      10,
      'Amortized Inference Under Model Misspecification',
      { name: 'Ada Lindqvist', email: null },
    ]);
    expect(
      questionsOf(review).map(({ name, isRequired, isHiddenFromAuthors, choices }) => [
        name,
        isRequired,
        isHiddenFromAuthors,
        choices.map(({ symbol }) => symbol).join(' '),
      ]),
    ).toEqual([
      ['REVIEW', true, false, ''],
      ['REMARKS FOR THE PROGRAMME COMMITTEE', false, true, ''],
      ['OVERALL EVALUATION', true, false, '3 2 1 0 -1 -2 -3'],
      ["REVIEWER'S CONFIDENCE", true, false, '5 4 3 2 1'],
    ]);
  });

  it('reads the step that is not commented, wherever it stands, and all the scale around it', () => {
    const review = read(
      FORM.replace('--- -1 (weak reject)', ' -1 (weak reject)').replace('---  4 (high)', '4'),
    );
    expect(answersOf(review).get('OVERALL EVALUATION')).toBe('-1');
    expect(answersOf(review).get("REVIEWER'S CONFIDENCE")).toBe('4');
    expect(questionsOf(review)[2]?.choices).toHaveLength(7);
  });

  it('names the line where two steps are chosen', () => {
    const two = FORM.replace('---  3 (strong', '  3 (strong').replace('---  2 (accept)', '  2 (accept)');
    expect(readEasychairForm(two).problems).toEqual([
      {
        line: two.split('\n').indexOf('  3 (strong accept)') + 1,
        what: '“OVERALL EVALUATION” takes one step of its scale, and 2 lines are not commented',
      },
    ]);
  });

  it.each(['', '*** REVIEW:\ntext\n', '*** REVIEW FORM ID: 1::2\n*** END\n'])('refuses %j', (text) => {
    expect(() => readEasychairForm(text)).toThrow(OfflineFormError);
  });
});

describe('writing an EasyChair form', () => {
  it('uncomments one step, comments another, and leaves everything else alone', () => {
    const once = fill(read(FORM), { 'OVERALL EVALUATION': '2' });
    expect(once).toBe(FORM.replace('---  2 (accept)', '  2 (accept)'));
    expect(fill(read(once), { 'OVERALL EVALUATION': '-2' })).toBe(
      FORM.replace('--- -2 (reject)', ' -2 (reject)'),
    );
    expect(fill(read(once), {})).toBe(FORM);
  });

  it('puts text where the form wants it, above the rule', () => {
    expect(fill(read(FORM), { REVIEW: 'Good.\n\nWhy?' })).toBe(
      FORM.replace(
        'This field is required.\n\n---',
        'This field is required.\n\nGood.\n\nWhy?\n\n\n---',
      ).replace('\n\n\n---', '\n\n---'),
    );
  });

  it('reads back what was written, but for a space before what would be taken for a directive', () => {
    const line = fc.oneof(
      fc.string(),
      fc.constantFrom('*** END', '--- x', '---', '', '==+== x', ' 2 (accept)'),
    );
    const text = fc
      .array(line, { minLength: 1 })
      .map((lines) => lines.join('\n').replaceAll('\r', ''))
      .filter((value) => value.trim() !== '');
    fc.assert(
      fc.property(text, (value) => {
        const again = read(fill(read(FORM), { REVIEW: value, 'OVERALL EVALUATION': '0' }));
        const expected = value
          .replace(/^(?:[^\S\n]*\n)+/, '')
          .trimEnd()
          .replaceAll(/^(?=\*\*\*|---)/gm, ' ');
        expect([...answersOf(again)]).toEqual([
          ['REVIEW', expected],
          ['OVERALL EVALUATION', '0'],
        ]);
        expect(fill(again, Object.fromEntries(answersOf(again)))).toBe(reviewText(again));
      }),
    );
  });
});
