import { describe, expect, it } from 'vitest';
import { toCleanText } from '@renderer/reader/engine/clean-text';

describe('text copied from pages', () => {
  it('joins the lines of a paragraph and the words that were broken', () => {
    const selected =
      'We study the posterior of an algo-\nrithm whose simu\u00ad\nlator is known\nto be wrong.';
    expect(toCleanText(selected)).toBe(
      'We study the posterior of an algorithm whose simulator is known to be wrong.',
    );
  });

  it('keeps the hyphens that are part of a word', () => {
    expect(toCleanText('the state-of-\nthe-art Gauss-\nNewton step, COVID-\n19')).toBe(
      'the state-of-the-art Gauss-Newton step, COVID-19',
    );
  });

  it('takes ligatures apart, and leaves signs of mathematics alone', () => {
    expect(toCleanText('eﬃcient ﬁlters ﬂow oﬀ: x² ≤ 𝒪(h)')).toBe('efficient filters flow off: x² ≤ 𝒪(h)');
  });

  it('parts paragraphs where a short line ends a sentence', () => {
    const selected = [
      'The first paragraph runs over more than one line',
      'and ends here.',
      'The second one begins on a line of its own and is',
      'longer.',
    ].join('\n');
    expect(toCleanText(selected)).toBe(
      'The first paragraph runs over more than one line and ends here.\n\n' +
        'The second one begins on a line of its own and is longer.',
    );
  });

  it('does not part a paragraph at a full line that happens to end a sentence', () => {
    expect(
      toCleanText('One sentence fills this line to its end.\nThe next one follows in the same place'),
    ).toBe('One sentence fills this line to its end. The next one follows in the same place');
  });

  it('leaves the headings of sections apart', () => {
    const selected =
      'such patterns are not general at all.\n2.1 Problem definition\nOur aim is to find the rate from counts';
    expect(toCleanText(selected)).toBe(
      'such patterns are not general at all.\n\n2.1 Problem definition\n\nOur aim is to find the rate from counts',
    );
  });

  it('leaves the entries of a list apart', () => {
    expect(toCleanText('• one that is\nlong\n• two\n[3] Box, G. Science and\nstatistics')).toBe(
      '• one that is long\n\n• two\n\n[3] Box, G. Science and statistics',
    );
  });

  it('drops the nulls that broken fonts give and runs of spaces', () => {
    expect(toCleanText('a\0b  c\u00a0 d \n')).toBe('ab c d');
  });
});
