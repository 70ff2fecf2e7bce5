import { describe, expect, it } from 'vitest';
import { countWords } from '@shared/rules/word-count';

describe('words', () => {
  it.each([
    ['', 0],
    [' \n\t ', 0],
    ['one', 1],
    ['  two   words ', 2],
    ['- two words', 2],
    ['## A heading', 2],
    ['* * *', 0],
    ['a\u00a0b', 2],
    ['line\r\nbreaks\nand\u2028more', 4],
    ['$x^2$ is math', 3],
    ['don’t split well-known words', 4],
    ['42 3.14', 2],
    ['Größe Überprüfung', 2],
    ['論文 査読', 2],
    ['👍 👎', 0],
  ])('in %j are %i', (text, count) => {
    expect(countWords(text)).toBe(count);
  });

  it('are counted in a long answer without getting lost in white space', () => {
    expect(countWords(`${' '.repeat(50_000)}${'word '.repeat(10_000)}`)).toBe(10_000);
  });
});
