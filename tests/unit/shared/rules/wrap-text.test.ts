import { describe, expect, it } from 'vitest';
import { columnsOf, wrapText } from '@shared/rules/wrap-text';

const long =
  'The simulator is called ten thousand times, and the paper never says what one call of it costs in practice.';

describe('wrapping plain text', () => {
  it('breaks at spaces, and keeps every word and every line break', () => {
    const text = `${long}\n\n${long} ${long}`;
    const wrapped = wrapText(text, 40);
    expect(wrapped.split('\n').every((line) => line.length <= 40)).toBe(true);
    expect(wrapped.replaceAll(/\s+/g, ' ')).toBe(text.replaceAll(/\s+/g, ' '));
    expect(wrapped).toContain('\n\n');
  });

  it('keeps what belongs to a list or a quote below it', () => {
    expect(wrapText('- one two three four', 11)).toBe('- one two\n  three\n  four');
    expect(wrapText('12. one two three', 11)).toBe('12. one two\n    three');
    expect(wrapText('> one two three', 9)).toBe('> one two\n> three');
  });

  it('leaves code, tables, display math and words without a break alone', () => {
    const kept = `\`\`\`\n${long}\n\`\`\`\n| ${long} |\n$$\n${long}\n$$\n    ${long}`;
    expect(wrapText(kept, 20)).toBe(kept);
    const url = `https://example.org/${'x'.repeat(100)}`;
    expect(wrapText(url, 20)).toBe(url);
  });

  it('counts characters that take two columns as two, and breaks between them', () => {
    expect(columnsOf('总体 e\u0301')).toBe(6);
    const wrapped = wrapText('总体评价很好方法清楚', 8);
    expect(wrapped).toBe('总体评价\n很好方法\n清楚');
  });
});
