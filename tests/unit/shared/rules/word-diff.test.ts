import { diffArrays } from 'diff';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffWords, type TextChange } from '@shared/rules/word-diff';

const words = [
  'the',
  'method',
  'is',
  'sound',
  'not',
  ' ',
  ' ',
  '  ',
  '\n\n',
  '.',
  ',',
  'naïve',
  '漢',
  '字',
  '👍',
];
const text = fc.array(fc.constantFrom(...words), { maxLength: 60 }).map((parts) => parts.join(''));

function versions(changes: readonly TextChange[]): readonly [string, string] {
  const join = (left: TextChange['kind']): string =>
    changes
      .filter(({ kind }) => kind !== left)
      .map((change) => change.text)
      .join('');
  return [join('added'), join('removed')];
}

describe('word differences', () => {
  it('give both texts back, whatever they are', () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: 'binary' })), text, (before, after) => {
        expect(versions(diffWords(before, after))).toEqual([before, after]);
      }),
      { numRuns: 500 },
    );
  });

  it('keep as many words as jsdiff keeps', () => {
    const split = (of: string): string[] => of.split(/(\s+)/).filter((part) => part !== '');
    const plain = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 40 });
    fc.assert(
      fc.property(plain, plain, (from, to) => {
        // Line breaks, so that no shared space is given to the words around it.
        const [before, after] = [from.join('\n'), to.join('\n')];
        const theirs = diffArrays(split(before), split(after))
          .filter((part) => !part.added && !part.removed)
          .reduce((sum, part) => sum + part.count, 0);
        const ours = diffWords(before, after)
          .filter(({ kind }) => kind === 'same')
          .reduce((sum, part) => sum + split(part.text).length, 0);
        expect(ours).toBe(theirs);
      }),
      { numRuns: 500 },
    );
  });

  it('name the words that changed, and a space between them with them', () => {
    expect(diffWords('The method is quite sound.', 'The method is not convincing.')).toEqual([
      { kind: 'same', text: 'The method is ' },
      { kind: 'removed', text: 'quite sound' },
      { kind: 'added', text: 'not convincing' },
      { kind: 'same', text: '.' },
    ]);
  });

  it('find one sign in a text that writes no spaces', () => {
    expect(diffWords('査読は良い', '査読は悪い')).toEqual([
      { kind: 'same', text: '査読は' },
      { kind: 'removed', text: '良' },
      { kind: 'added', text: '悪' },
      { kind: 'same', text: 'い' },
    ]);
  });

  it('say nothing changed, or all of it', () => {
    expect(diffWords('', '')).toEqual([]);
    expect(diffWords('same', 'same')).toEqual([{ kind: 'same', text: 'same' }]);
    expect(diffWords('', 'new')).toEqual([{ kind: 'added', text: 'new' }]);
    expect(diffWords('old', '')).toEqual([{ kind: 'removed', text: 'old' }]);
  });

  it('give up on two long texts that share nothing instead of taking minutes', () => {
    const [before, after] = [wordsOf('x', 20_000), wordsOf('y', 20_000)];
    const startedAt = performance.now();
    const changes = diffWords(`Same. ${before}`, `Same. ${after}`);
    expect(performance.now() - startedAt).toBeLessThan(5_000);
    expect(changes).toEqual([
      { kind: 'same', text: 'Same. ' },
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ]);
  });
});

/** So many different words, none shared between prefixes. */
function wordsOf(prefix: string, count: number): string {
  return Array.from({ length: count }, (_, index) => `${prefix}${index}`).join(prefix === 'x' ? ' ' : '\n');
}
