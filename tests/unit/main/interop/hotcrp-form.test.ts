import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillHotcrpReview } from '@main/interop/hotcrp-form/fill-form';
import { readHotcrpForm } from '@main/interop/hotcrp-form/read-form';
import {
  answersOf,
  OfflineFormError,
  questionsOf,
  reviewText,
  type OfflineForm,
  type OfflineReview,
} from '@main/interop/offline-form/offline-form';

const FOLDER = join('tests', 'fixtures', 'offline-forms', 'hotcrp');
const FILES = [
  'test_review0.txt',
  'test_review1A.txt',
  'test_review18A.txt',
  'test_review18A-4.txt',
  'sim2science.txt',
];

function file(name: string): string {
  return readFileSync(join(FOLDER, name), 'utf8');
}

function textOf(form: OfflineForm): string {
  return form.preamble + form.reviews.map(reviewText).join('');
}

function first(form: OfflineForm): OfflineReview {
  const [review] = form.reviews;
  if (review === undefined) throw new Error('no review');
  return review;
}

/** A review written with answers, and read again. */
function refill(review: OfflineReview, answers: ReadonlyMap<string, string>): OfflineReview {
  return first(readHotcrpForm(fillHotcrpReview(review, { answers, isReady: review.isReady, paper: 9 }).text));
}

describe('reading a HotCRP form', () => {
  it.each(FILES)('keeps every character of %s', (name) => {
    expect(textOf(readHotcrpForm(file(name)))).toBe(file(name));
  });

  it('knows papers, titles, the reviewer and the venue of a file with two reviews', () => {
    const form = readHotcrpForm(file('sim2science.txt'));
    expect(form.venueName).toBe('Sim2Science');
    expect(form.reviews.map(({ paper, title }) => [paper, title])).toEqual([
      [12, 'Calibrating a Misspecified Simulator with Very Few Evaluations of an Expensive Likelihood'],
      [31, 'Emulators That Know What They Do Not Know'],
    ]);
    expect(first(form).reviewer).toEqual({ name: 'Ada Lindqvist', email: 'ada@example.org' });
    expect(form.problems).toEqual([]);
  });

  it('reads scales, options, wrapped words, visibility and help as the form means them', () => {
    const questions = questionsOf(first(readHotcrpForm(file('sim2science.txt'))));
    expect(questions).toEqual([
      {
        name: 'Overall merit',
        choices: ['Reject', 'Weak reject', 'Weak accept', 'Accept', 'Strong accept'].map((label, index) => ({
          symbol: String(index + 1),
          label,
        })),
        help: '',
        isRequired: true,
        isHiddenFromAuthors: false,
      },
      {
        name: 'Best paper',
        choices: [
          {
            symbol: 'A',
            label: 'Yes, and the words that say so are long enough to be wrapped onto a second line',
          },
          { symbol: 'B', label: 'No' },
        ],
        help: '',
        isRequired: false,
        isHiddenFromAuthors: true,
      },
      {
        name: 'A question whose name is so long that the form wraps it onto a second line, as HotCRP does',
        choices: [],
        help: 'What the paper claims, in your own words. Keep it to a paragraph or two.',
        isRequired: false,
        isHiddenFromAuthors: false,
      },
      {
        name: 'Comments for authors',
        choices: [],
        help: 'Markdown styling and LaTeX math supported.',
        isRequired: false,
        isHiddenFromAuthors: false,
      },
      { name: 'Comments for PC', choices: [], help: '', isRequired: false, isHiddenFromAuthors: true },
    ]);
  });

  it('reads the old and the new headings alike', () => {
    const old = questionsOf(first(readHotcrpForm(file('test_review18A.txt'))));
    const recent = questionsOf(first(readHotcrpForm(file('test_review18A-4.txt'))));
    expect(recent.map(({ name }) => name)).toEqual(old.map(({ name }) => name));
    expect(old.map(({ name }) => name)).toContain('Questions for authors’ response');
  });

  it('takes escaped directives, inner space and lines that look like comments as part of an answer', () => {
    const escaped = answersOf(first(readHotcrpForm(file('test_review18A-4.txt')))).get('Paper summary');
    expect(escaped).toMatch(/\n==\+== Want to make sure this works$/);
    const indented = answersOf(first(readHotcrpForm(file('test_review1A.txt')))).get('Comments for PC');
    expect(indented).toBe('  This is a test of leading whitespace\n\n  It should be preserved\nAnd defended');
  });

  it('reads a choice by number, by number and words, by words alone, and as not made', () => {
    const review = first(readHotcrpForm(file('sim2science.txt')));
    const entered = (words: string): string | undefined => {
      const text = reviewText(review).replace('(Your choice here)', words);
      return answersOf(first(readHotcrpForm(text))).get('Overall merit');
    };
    expect(['4', '4. Accept', 'accept', 'No entry', '(Your choice here)', ''].map(entered)).toEqual([
      '4',
      '4',
      '4',
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('names the line of a choice that is none, and reads the rest', () => {
    const text = file('sim2science.txt').replace('4. Accept\n\n==*==', 'Mumps\n\n==*==');
    const form = readHotcrpForm(text);
    const line = text.split('\n').indexOf('Mumps') + 1;
    expect(form.problems).toEqual([
      { line, what: '“Mumps” is no choice of “Overall merit”; it has 1, 2, 3, 4, 5' },
    ]);
    expect(answersOf(form.reviews[1] as OfflineReview).size).toBe(1);
  });

  it.each([
    '',
    'Dear editor,\nthe paper is fine.\n',
    '==+== Begin Review #1\n==+== End Review\n',
    '\u0000\u0001',
  ])('refuses what is no form: %j', (text) => {
    expect(() => readHotcrpForm(text)).toThrow(OfflineFormError);
  });
});

describe('writing a HotCRP form', () => {
  it.each(FILES)('changes nothing of %s where the answers are those it has', (name) => {
    for (const review of readHotcrpForm(file(name)).reviews) {
      const { text, notes } = fillHotcrpReview(review, {
        answers: answersOf(review),
        isReady: review.isReady,
        paper: review.paper ?? 1,
      });
      expect(text).toBe(reviewText(review));
      expect(notes).toEqual([]);
    }
  });

  it('changes only the section that was answered', () => {
    const review = first(readHotcrpForm(file('sim2science.txt')));
    const { text } = fillHotcrpReview(review, {
      answers: new Map([
        ['Overall merit', '4'],
        ['Comments for authors', 'Clear.\n\nWhy $n > 3$?'],
      ]),
      isReady: true,
      paper: 12,
    });
    const before = reviewText(review).split('\n');
    const added = text.split('\n').filter((line) => !before.includes(line));
    expect(added).toEqual(['4. Accept', 'Clear.', 'Why $n > 3$?']);
    expect(text).toContain(
      '==-== Markdown styling and LaTeX math supported.\n\nClear.\n\nWhy $n > 3$?\n\n==*== C',
    );
  });

  it('says "Not ready" of a draft, and keeps a file of Windows line ends one', () => {
    const windows = file('sim2science.txt').replaceAll('\n', '\r\n');
    const [review] = readHotcrpForm(windows).reviews;
    const { text } = fillHotcrpReview(review as OfflineReview, {
      answers: new Map([['Comments for authors', 'one\ntwo']]),
      isReady: false,
      paper: 12,
    });
    expect(text).toContain('\r\nNot ready\r\n');
    expect(text).toContain('\r\n\r\none\r\ntwo\r\n\r\n');
    expect(text.replaceAll('\r\n', '')).not.toContain('\n');
  });

  it('enters the number of the paper into a blank form', () => {
    const blank = file('sim2science.txt')
      .replace('Begin Review #12', 'Begin Review')
      .replace(/==\+== Paper #12\n(?:==-==.*\n)+/, '==+== Paper Number\n\n(Enter paper number here)\n');
    const [review] = readHotcrpForm(blank).reviews;
    expect(review?.paper).toBeNull();
    const { text } = fillHotcrpReview(review as OfflineReview, {
      answers: new Map(),
      isReady: true,
      paper: 77,
    });
    expect(first(readHotcrpForm(text)).paper).toBe(77);
  });

  it('reads back whatever was written, also text that looks like a form', () => {
    const review = first(readHotcrpForm(file('sim2science.txt')));
    const line = fc.oneof(
      fc.string(),
      fc.constantFrom(
        '==+== End Review',
        '==-== x',
        '==*== Overall merit',
        '',
        '  indented',
        '\\',
        '---',
        '*** X',
      ),
    );
    const text = fc
      .array(line, { minLength: 1 })
      .map((lines) => lines.join('\n').replaceAll('\r', ''))
      .filter((value) => value.trim() !== '' && !/^\\==[-+*]==/m.test(value));
    fc.assert(
      fc.property(text, text, fc.constantFrom('1', '2', '5'), (one, two, score) => {
        const answers = new Map([
          ['Overall merit', score],
          ['Comments for authors', one],
          ['Comments for PC', two],
        ]);
        const again = refill(review, answers);
        const trimmed = (value: string): string => value.replace(/^(?:[^\S\n]*\n)+/, '').trimEnd();
        expect([...answersOf(again)]).toEqual([
          ['Overall merit', score],
          ['Comments for authors', trimmed(one)],
          ['Comments for PC', trimmed(two)],
        ]);
        expect(reviewText(refill(again, answersOf(again)))).toBe(reviewText(again));
      }),
    );
  });

  it('puts a space before a line that HotCRP could not give back, and says so', () => {
    const review = first(readHotcrpForm(file('sim2science.txt')));
    const answers = new Map([['Comments for PC', '\\==+== x']]);
    const { text, notes } = fillHotcrpReview(review, { answers, isReady: true, paper: 12 });
    expect(text).toContain('\n \\==+== x\n');
    expect(notes).toHaveLength(1);
  });

  it('takes an answer out again', () => {
    const review = readHotcrpForm(file('sim2science.txt')).reviews[1] as OfflineReview;
    expect(answersOf(refill(review, new Map())).size).toBe(0);
  });
});
