import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer } from '@shared/model/review';
import { venueSchema } from '@shared/model/venue';
import { checkReview } from '@shared/rules/review-checks/check-review';
import type { Finding } from '@shared/rules/review-checks/finding';
import { FINDING_KEY, findingKey } from '@shared/rules/review-checks/finding-key';
import { makeReview, saying, venue } from './checked-fixture';

const rating = (value: number): Answer => ({ kind: 'rating', value });
const text = (value: string): Answer => ({ kind: 'text', text: value });
const checks = (findings: readonly Finding[]): string[] =>
  findings.map(({ check, field }) => `${check} ${field}`);
const found = (answers: Readonly<Record<string, Answer | null>>, changes = {}): string[] =>
  checks(checkReview(makeReview(answers, changes)));

/** The venue with its texts free of limits and not required, so that the checks stand alone. */
const lenient = venueSchema.parse({
  ...venue,
  form: {
    ...venue.form,
    fields: venue.form.fields.map((field) =>
      field.kind === 'text' ? { ...field, minWords: null, isRequired: false } : field,
    ),
  },
});

describe('a complete and careful review', () => {
  it('gives nothing to look at', () => {
    expect(checkReview(makeReview())).toEqual([]);
  });
});

describe('what is required', () => {
  it('comes first, and is told in the words of "Mark ready"', () => {
    const findings = checkReview(makeReview({ summary: null, weaknesses: saying('by Ada Lindqvist') }));
    expect(findings.map(({ severity, sentence }) => [severity, sentence])).toEqual([
      ['required', 'Summary: missing.'],
      ['note', 'Weaknesses holds your name, “Ada Lindqvist”. Authors will read it.'],
    ]);
  });
});

describe('what could tell who wrote it', () => {
  it('comes before other notes, wherever its field stands', () => {
    const topics = { ...makeReview().paper, topics: ['sbi' as never] };
    expect(found({ weaknesses: saying('by Ada Lindqvist') }, { paper: topics })).toEqual([
      'own-name weaknesses',
      'declared-topics topics',
    ]);
  });
});

describe('a score against the text', () => {
  it.each([
    ['a high score without strengths', { overall: rating(5), strengths: null }, ['strengths']],
    [
      'the top score with three words',
      { overall: rating(6), strengths: text('Nice clear paper') },
      ['strengths'],
    ],
    ['a low score without weaknesses', { overall: rating(2), weaknesses: text('None.') }, ['weaknesses']],
    [
      'a high score with strengths in ten words',
      { overall: rating(5), strengths: text('a b c d e f g h i j') },
      [],
    ],
    ['a middling score without either', { overall: rating(4), strengths: null, weaknesses: null }, []],
    ['a high score without weaknesses', { overall: rating(5), weaknesses: null }, []],
    ['no score', { overall: null, strengths: null }, []],
  ])('is looked at: %s', (_what, answers, fields) => {
    const findings = checkReview(makeReview(answers, { venue: lenient }));
    const scores = findings.filter(({ check }) => check === 'score-without-reasons');
    expect(scores.map(({ field }) => field)).toEqual(fields);
  });

  it('is not said twice where the form asks for more words already', () => {
    expect(found({ overall: rating(6), strengths: text('Nice.') })).toEqual(['incomplete strengths']);
  });

  it('is left alone in a form that asks for strengths and weaknesses together', () => {
    const together = venueSchema.parse({
      ...lenient,
      form: {
        ...lenient.form,
        fields: lenient.form.fields.map((field) =>
          field.id === 'strengths' ? { ...field, label: 'Strengths and weaknesses' } : field,
        ),
      },
    });
    expect(found({ overall: rating(6), strengths: null }, { venue: together })).not.toContain(
      'score-without-reasons strengths',
    );
  });
});

describe('an overall score against its parts', () => {
  const given = (overall: number, soundness: number, significance: number, clarity: number): string[] =>
    found({
      overall: rating(overall),
      soundness: rating(soundness),
      significance: rating(significance),
      clarity: rating(clarity),
    });
  it.each([
    ['far above all', 6, 2, 2, 2, true],
    ['far above the mean, one part high', 6, 1, 1, 4, true],
    ['far below all', 1, 3, 3, 4, true],
    ['low for one grave fault', 1, 1, 4, 4, false],
    ['two steps above', 5, 2, 3, 2, false],
    ['in the middle', 4, 3, 2, 3, false],
  ])('is looked at when %s: %i for %i, %i, %i', (_what, overall, soundness, significance, clarity, isFar) => {
    expect(given(overall, soundness, significance, clarity)).toEqual(isFar ? ['far-from-parts overall'] : []);
  });

  it('is not compared with how sure the reviewer is, nor with a single part', () => {
    expect(found({ overall: rating(6), confidence: rating(1), relevance: rating(1) })).toEqual([]);
    const alone = { overall: rating(6), soundness: rating(1), significance: null, clarity: null };
    expect(found(alone)).not.toContain('far-from-parts overall');
  });
});

describe('questions without an answer', () => {
  it('are told once nothing else is missing, but for flags', () => {
    const left = { confidential: null, presentation: null };
    expect(found(left)).toEqual(['unanswered presentation', 'unanswered confidential']);
    expect(found({ ...left, summary: null })).toEqual(['incomplete summary']);
  });
});

describe('topics that the authors declared', () => {
  const topics = ['misspecification', 'sbi', 'gone-by-now'] as never[];
  it('are told when the review has topics but not those; dropped ones are not', () => {
    const findings = checkReview(makeReview({}, { paper: { ...makeReview().paper, topics } }));
    const short = venue.topics.find(({ id }) => id === ('sbi' as never))?.shortTitle;
    expect(findings.map(({ sentence }) => sentence)).toEqual([
      `Topics: the authors declared ${short}, which you did not choose. Leave it so if it does not fit.`,
    ]);
  });

  it('are not told a second time where topics are missing altogether', () => {
    expect(found({ topics: null })).toEqual(['incomplete topics']);
  });
});

describe('another paper of mine', () => {
  it.each([
    ['its number', 'Better than paper 7.', 'paper 7'],
    ['its number with a sign', 'As in submission #7', 'submission #7'],
    ['its number as an id', 'See Paper ID 7, too', 'Paper ID 7'],
    ['its bare number of two digits', 'weaker than #31', '#31'],
    ['its title', 'Unlike “Tempering  Widens posteriors”, this', 'Tempering  Widens posteriors'],
    ['its number and no other', 'Paper 70, paper 7.5, paper 17, paper 07', null],
    ['this paper’s own number', 'Paper 12 is good, and so is #12', null],
    ['a paper of others', 'paper 99', null],
    ['a point of a list', 'point #31, Fig. #31, reviewer #31', null],
    ['a bare number of one digit', 'see #7 above', null],
    ['a title of one word', 'Noise is everywhere', null],
    ['a quote', '> paper 7\n\nWrong.', null],
  ])('is found by %s', (_what, sentence, expected) => {
    const review = makeReview({ summary: saying(sentence) });
    const { text: source } = review.answers['summary' as never] as { readonly text: string };
    const places = checkReview(review).map(({ span }) => span && source.slice(span.from, span.to));
    expect(places).toEqual(expected === null ? [] : [expected]);
  });

  it('is found in what only chairs read too: it may be the wrong review', () => {
    expect(found({ confidential: saying('paper 7') })).toEqual(['other-paper confidential']);
  });

  it('is not seen in a title that this paper’s own abstract names', () => {
    const paper = { ...makeReview().paper, abstract: 'It extends "Tempering widens posteriors".' };
    expect(found({ summary: saying('Tempering widens posteriors.') }, { paper })).toEqual([]);
  });
});

describe('hints about tone', () => {
  it.each([
    ['The authors clearly do not understand priors.', true],
    ['Did the authors even run it?', true],
    ['The authors are lazy.', true],
    ['Please ask a native English speaker.', true],
    ['This is obviously wrong.', true],
    ['A complete waste of time.', true],
    ['Naive Bayes, lazy evaluation, garbage collection and the trivial solution.', false],
    ['The authors do not compare with the naïve baseline.', false],
    ['The authors fail to converge in Table 2.', false],
    ['> this is nonsense\n\nThe quote above is unclear.', false],
  ])('are given where they are wanted: %s', (sentence, isHint) => {
    const answers = { weaknesses: saying(sentence) };
    expect(found(answers, { hasToneHints: true })).toEqual(isHint ? ['tone weaknesses'] : []);
    expect(found(answers)).toEqual([]);
  });
});

describe('the key of a finding', () => {
  const keyOf = (sentence: string, before = ''): string => {
    const answer = saying(`${before}${sentence}`);
    const [finding] = checkReview(makeReview({ summary: answer }));
    return finding === undefined ? '' : findingKey(finding);
  };

  it('stays when other lines change, and is another one when its own line does', () => {
    const key = keyOf('By Ada Lindqvist.');
    expect(key).toMatch(FINDING_KEY);
    expect(keyOf('By Ada Lindqvist.', 'Another line.\n')).toBe(key);
    expect(keyOf('By Ada Lindqvist!')).not.toBe(key);
  });

  it('fits its pattern for every kind of finding, and holds nothing of the text', () => {
    const review = makeReview({
      summary: saying('ZXQJ by Ada Lindqvist, paper 7, a joke'),
      overall: rating(6),
    });
    const keys = checkReview({ ...review, hasToneHints: true }).map(findingKey);
    expect(keys).toHaveLength(3);
    for (const key of keys) expect(key).toMatch(FINDING_KEY);
    expect(keys.join()).not.toContain('ZXQJ');
  });
});

describe('any text at all', () => {
  it('is checked without a failure, and every span lies in it', () => {
    const anything = fc.array(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.constantFrom(
          'Ada Lindqvist',
          'ß',
          'İ',
          '김민수',
          '\u0301',
          '> ',
          '\n',
          'paper 7',
          '#31',
          'a joke',
        ),
      ),
    );
    fc.assert(
      fc.property(anything, (parts) => {
        const source = `${parts.join(' ')}.`;
        const review = makeReview({ summary: text(source) }, { hasToneHints: true });
        for (const { span, field } of checkReview(review)) {
          if (span === null || field !== ('summary' as never)) continue;
          expect(span.from).toBeGreaterThanOrEqual(0);
          expect(span.to).toBeGreaterThan(span.from);
          expect(span.to).toBeLessThanOrEqual(source.length);
        }
      }),
      { numRuns: 300 },
    );
  });
});
