import { describe, expect, it } from 'vitest';
import { findQuote } from '@shared/anchor/find-quote';
import { foldText } from '@shared/anchor/fold-text';
import { nearestMatch } from '@shared/anchor/nearest-match';

const OLD = `1 Introduction
Reviewing takes time. We trained the model on the training set
and evaluated it on the test set of 4,096 images. The ﬁrst algo-
rithm converges in fewer steps than its predecessor, which was
proposed by Müller et al. The loss decreases.
2 Results
The loss decreases. We observe a gain of 3.2 % over the baseline, which
is signiﬁcant at the 5 % level.`;

/** The same paper after a revision: set anew, some sentences moved, changed or gone. */
const NEW = `1 Introduction
Reviewing takes a lot of time. We evaluated the model on the test set of
4,096 images after it was trained on the training set. Our first
algorithm con-
verges in fewer steps than its predecessor, proposed by Muller et al.
2 Related work
Much was written on this.
3 Results
The loss decreases. We observe a gain of 3.4 % over the strong baseline, which is
significant at the 5 % level. The loss decreases. Later it grows.`;

const quote = (exact: string, prefix = '', suffix = '') => ({ exact, prefix, suffix });
const find = (exact: string, prefix = '', suffix = '', where = 0.5) => {
  const found = findQuote(foldText(NEW), quote(exact, prefix, suffix), where);
  return found === undefined
    ? undefined
    : [found.how, NEW.slice(found.start, found.end).replaceAll('\n', ' ')];
};

describe('finding a quote in a revised text', () => {
  it('finds every sentence of the text it was taken from, however its lines are broken', () => {
    for (const sentence of OLD.split(/(?<=\.)\s/).filter((one) => one.length > 40)) {
      expect(findQuote(foldText(OLD), quote(sentence.replaceAll('\n', ' ')), 0)?.how).toBe('exact');
    }
  });

  it('sees through line breaks, hyphens, ligatures and accents', () => {
    expect(find('ﬁrst algorithm converges in fewer steps')).toEqual([
      'exact',
      'first algorithm con- verges in fewer steps',
    ]);
    expect(find('Müller')).toEqual(['exact', 'Muller']);
  });

  it('tells one of several places by what stands around it, and by where it was when that is the same', () => {
    const text = foldText(NEW);
    const [first, second] = [NEW.indexOf('The loss'), NEW.lastIndexOf('The loss')];
    const at = (prefix: string, suffix: string, where: number) =>
      findQuote(text, quote('The loss decreases.', prefix, suffix), where)?.start;
    expect(at('5 % level. ', ' Later', 0)).toBe(second);
    expect(at('Results ', ' We observe', 1)).toBe(first);
  });

  it('finds words that were changed a little, and says so', () => {
    expect(find('We observe a gain of 3.2 % over the baseline, which is significant')).toEqual([
      'fuzzy',
      'We observe a gain of 3.4 % over the strong baseline, which is significant',
    ]);
  });

  it('finds nothing rather than a guess', () => {
    // The sentence was turned around.
    expect(find('We trained the model on the training set and evaluated it on the test set')).toBeUndefined();
    expect(find('A sentence that this paper never had, about something else')).toBeUndefined();
    // A short word stands somewhere else by chance.
    expect(find('time', 'xxxxxxxx', 'yyyyyyyy')).toBeUndefined();
    expect(find('')).toBeUndefined();
    expect(find(' - ')).toBeUndefined();
  });

  it('finds a long passage by its beginning and its end', () => {
    const words = Array.from({ length: 400 }, (_, at) => `word${(at * 7919) % 1009}`);
    const changed = words
      .with(3, 'changed')
      .toSpliced(200, 20, 'and', 'shorter')
      .with(380, 'changed')
      .join(' ');
    const found = findQuote(foldText(`Before. ${changed} After.`), quote(words.join(' ')), 0);
    expect(found).toMatchObject({ how: 'fuzzy', start: 8, end: 8 + changed.length });
  });

  it('takes a moment for a long paper and a long quote that is not there', () => {
    const paper = foldText('lorem ipsum dolor sit amet consectetur '.repeat(5_000));
    const started = performance.now();
    expect(
      findQuote(paper, quote('lorem ipsum dolor and nothing else of it '.repeat(50)), 0),
    ).toBeUndefined();
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});

describe('the nearest match', () => {
  it('says where it is and how many letters differ', () => {
    expect(nearestMatch('the first one', 'the fist', 2)).toEqual({ start: 0, end: 9, edits: 1 });
    expect(nearestMatch('xxabcdxx', 'abxd', 1)).toEqual({ start: 2, end: 6, edits: 1 });
    expect(nearestMatch('nothing', 'abxd', 1)).toBeUndefined();
  });
});
