import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listSnippets, removeSnippet, saveSnippet } from '@main/services/snippets';
import { snippetSchema } from '@shared/model/snippet';
import { refusalOf } from '../../../support/refusal';
import { tempFolder } from '../../../support/temp';

const noCode = { name: 'No code', text: 'The code is not available.' };
const thanks = { name: 'Thanks', text: 'Thank you for\n\n- the proofs' };

describe('snippets', () => {
  it('are kept by name, each name once, and are there when the folder is opened again', () => {
    const folder = tempFolder();
    expect(listSnippets(folder)).toEqual([]);
    saveSnippet(folder, thanks, null);
    expect(saveSnippet(folder, noCode, null)).toEqual([noCode, thanks]);
    expect(listSnippets(folder)).toEqual([noCode, thanks]);
    expect(refusalOf(() => saveSnippet(folder, { ...noCode, text: 'other' }, null))).toBe('SNIPPET_EXISTS');
    expect(listSnippets(folder)).toEqual([noCode, thanks]);
  });

  it('take the place of the one they replace, under another name too, but never of a third', () => {
    const folder = tempFolder();
    saveSnippet(folder, noCode, null);
    saveSnippet(folder, thanks, null);
    const renamed = { name: 'Where is the code?', text: 'Please share it.' };
    expect(saveSnippet(folder, renamed, 'No code')).toEqual([thanks, renamed]);
    expect(refusalOf(() => saveSnippet(folder, { ...renamed, name: 'Thanks' }, renamed.name))).toBe(
      'SNIPPET_EXISTS',
    );
    expect(refusalOf(() => saveSnippet(folder, noCode, 'No code'))).toBe('SNIPPET_NOT_FOUND');
  });

  it('go when they are removed, once', () => {
    const folder = tempFolder();
    saveSnippet(folder, noCode, null);
    expect(removeSnippet(folder, 'No code')).toEqual([]);
    expect(refusalOf(() => removeSnippet(folder, 'No code'))).toBe('SNIPPET_NOT_FOUND');
  });

  it('are not written over where the file cannot be read: somebody wrote them', () => {
    const folder = tempFolder();
    const path = join(folder, 'snippets.json');
    writeFileSync(path, '[{"name": "No co');
    expect(refusalOf(() => listSnippets(folder))).toBe('STORE_DAMAGED');
    expect(refusalOf(() => saveSnippet(folder, thanks, null))).toBe('STORE_DAMAGED');
    expect(readFileSync(path, 'utf8')).toBe('[{"name": "No co');
  });

  it('have names of one line that stand in a list', () => {
    const isGood = (name: string): boolean => snippetSchema.safeParse({ ...noCode, name }).success;
    expect(['x', 'Schöner Titel 2', '意见'].map(isGood)).toEqual([true, true, true]);
    expect(['', ' x', 'x ', 'a\nb', 'a\u202eb', 'x'.repeat(61)].map(isGood)).toEqual(
      Array.from({ length: 6 }, () => false),
    );
  });
});
