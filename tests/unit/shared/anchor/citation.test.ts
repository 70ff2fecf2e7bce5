import { describe, expect, it } from 'vitest';
import {
  annotationOfUrl,
  appendCitation,
  findCitations,
  isCitationStale,
  replaceCitations,
  toCitationLine,
  toPageWords,
  toPlainCitations,
} from '@shared/anchor/citation';
import { annotationId, makeContent, makeNote } from '../../../support/annotation';

const note = makeNote('1');
const line = `> “the noise is known” [p. 4](referee:annotation/${annotationId('1')})`;

describe('a citation', () => {
  it('quotes the words of the annotation and links back to it', () => {
    expect(toCitationLine(note)).toBe(line);
  });

  it('keeps what a paper says from becoming emphasis, a link, HTML or a formula', () => {
    const exact = 'set $x_1$ *or* [a](http://e.org) <b> `c` | d';
    const cited = toCitationLine(makeNote('1', { quote: { exact, prefix: '', suffix: '' } }));
    expect(cited).toContain('“set \\$x\\_1\\$ \\*or\\* \\[a\\](http://e.org) \\<b\\> \\`c\\` \\| d”');
    expect(findCitations(cited)).toHaveLength(1);
  });

  it('stays one line and short, whatever was selected', () => {
    const exact = `${'word '.repeat(400)}\n\nlast`;
    const cited = toCitationLine(makeNote('1', { quote: { exact, prefix: '', suffix: '' } }));
    expect(cited).not.toContain('\n');
    expect(cited.length).toBeLessThan(700);
    expect(cited).toContain(' …” [p. 4]');
  });

  it('names an area, which has no words, by its page', () => {
    expect(toCitationLine(makeNote('1', { kind: 'area', quote: null }))).toBe(
      `> Marked area, [p. 4](referee:annotation/${annotationId('1')})`,
    );
  });

  it('names pages by their labels, and both pages of a selection over a page break', () => {
    const quads = [[0, 1, 1, 1, 0, 0, 1, 0]];
    expect(toPageWords(makeContent({ pageLabel: 'iv' }))).toBe('p. iv');
    expect(toPageWords(makeContent({ pageLabel: ']x(' }))).toBe('p. x');
    expect(
      toPageWords(
        makeContent({
          pages: [
            { page: 4, quads },
            { page: 5, quads },
          ],
        }),
      ),
    ).toBe('pp. 4–5');
    const both = [
      { page: 4, quads },
      { page: 5, quads },
    ];
    expect(toPageWords(makeContent({ pages: both, pageLabel: '312' }))).toBe('pp. 312–313');
    expect(toPageWords(makeContent({ pages: both, pageLabel: 'iv' }))).toBe('pp. iv ff.');
  });

  it.each(['referee:annotation/a-1', 'https://e.org', `referee:annotation/${annotationId('1')}/x`, ''])(
    'is not what %j names',
    (url) => {
      expect(annotationOfUrl(url)).toBeNull();
    },
  );

  it('goes to the end of a text as a paragraph of its own', () => {
    expect(appendCitation('', line)).toBe(`${line}\n\n`);
    expect(appendCitation('Too few runs.\n', line)).toBe(`Too few runs.\n\n${line}\n\n`);
  });

  it('is updated where it stands on its own, and left alone in a sentence of the reviewer', () => {
    const link = line.slice(line.indexOf('['));
    const text = `Before.\n\n${line}\n\nSee ${link} again.`;
    expect(replaceCitations(text, note.id, '> new')).toBe(`Before.\n\n> new\n\nSee ${link} again.`);
    expect(replaceCitations(text, note.id, null)).toBe(`Before.\n\nSee ${link} again.`);
    expect(replaceCitations(text, annotationId('2'), null)).toBe(text);
  });

  it('is stale when the annotation says something else by now', () => {
    expect(isCitationStale(`x\n\n${line}`, note)).toBe(false);
    const changed = makeNote('1', { quote: { exact: 'other words', prefix: '', suffix: '' } });
    expect(isCitationStale(`x\n\n${line}`, changed)).toBe(true);
    expect(isCitationStale('x', changed)).toBe(false);
  });

  it('is words only where nothing can follow it', () => {
    expect(toPlainCitations(`A\n\n${line}`)).toBe('A\n\n> “the noise is known” (p. 4)');
    expect(toPlainCitations('[p. 4](https://e.org)')).toBe('[p. 4](https://e.org)');
  });
});
