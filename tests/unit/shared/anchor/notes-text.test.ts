import { expect, it } from 'vitest';
import { toNotesText } from '@shared/anchor/notes-text';
import { makeNote } from '../../../support/annotation';

it('writes notes as Markdown: page, meaning, quote line by line, comment as it was written', () => {
  const quote = { exact: 'one *two*\n\nthree', prefix: '', suffix: '' };
  const text = toNotesText({ number: 7, title: 'On *stars*' }, [
    makeNote('1', { quote, comment: 'Is **this** so?\n' }),
    makeNote('2', { kind: 'area', quote: null, meaning: 'question' }),
  ]);
  expect(text).toBe(
    [
      '# Notes on #7 On \\*stars\\*',
      '## p. 4: Weakness',
      '> one \\*two\\*\n>\n> three',
      'Is **this** so?',
      '## p. 4: Question',
      '*Marked area*\n',
    ].join('\n\n'),
  );
});
