import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { PaperNumber, Sha256 } from '@shared/model/ids';
import { parseSearchQuery } from '@shared/rules/search-query';
import { closeSearchIndexes, SEARCH_FILE, withSearchIndex } from '@main/store/search-database';
import { findHits } from '@main/store/search-hits';
import { aboutSource, beginSource, listSources, removeSources, saveSource } from '@main/store/search-index';
import { tempFolder } from '../../../support/temp';

const pdf = 'a'.repeat(64) as Sha256;
const other = 'b'.repeat(64) as Sha256;

/** An index of two papers. */
function makeIndex(): string {
  const folder = tempFolder();
  onTestFinished(() => {
    closeSearchIndexes(folder);
  });
  withSearchIndex(folder, (db) => {
    saveSource(db, pdf, 'indexed', [
      { page: 1, text: 'Tempering widens the posterior of decay rates.' },
      { page: 2, text: 'The décay of coverage, and 深層学習 of rates: posterior posterior.' },
    ]);
    saveSource(db, aboutSource(7 as PaperNumber), 'indexed', [{ page: 0, text: 'On priors' }], 'digest');
  });
  return folder;
}

function find(folder: string, query: string): string[] {
  return withSearchIndex(folder, (db) =>
    [...findHits(db, parseSearchQuery(query))].map(({ source, page }) => `${source.slice(0, 7)}:${page}`),
  );
}

describe('the search index', () => {
  it('finds words with and without accents, beginnings, phrases, ideographs inside a run, and about a paper', () => {
    const folder = makeIndex();
    expect(find(folder, 'decay ')).toHaveLength(2);
    expect(find(folder, 'temper')).toEqual(['aaaaaaa:1']);
    expect(find(folder, 'temper ')).toEqual([]);
    expect(find(folder, '"decay rates"')).toEqual(['aaaaaaa:1']);
    expect(find(folder, '学習')).toEqual(['aaaaaaa:2']);
    expect(find(folder, '習学')).toEqual([]);
    expect(find(folder, 'prior')).toEqual(['about 7:0']);
  });

  it('knows OR and minus, and puts the page first that says it most', () => {
    const folder = makeIndex();
    expect(find(folder, 'posterior')[0]).toBe('aaaaaaa:2');
    expect(find(folder, 'posterior -coverage')).toEqual(['aaaaaaa:1']);
    expect(find(folder, 'widens OR priors').toSorted()).toEqual(['aaaaaaa:1', 'about 7:0']);
    expect(find(folder, '-coverage')).toEqual([]);
  });

  it('marks in the words around it what was looked for, without the breaks it keeps between ideographs', () => {
    const folder = makeIndex();
    const [hit] = withSearchIndex(folder, (db) => [...findHits(db, parseSearchQuery('深層学 decay '))]);
    expect(hit?.text).toBe('The décay of coverage, and 深層学習 of rates: posterior posterior.');
    expect(hit?.marks.map(([from, to]) => hit.text.slice(from, to))).toEqual(['décay', '深層学']);
  });

  it('answers every text without an error, whatever FTS5 would make of it', () => {
    const folder = makeIndex();
    const syntax = fc.constantFrom(
      '"',
      '*',
      '^',
      'NEAR(',
      'AND',
      'OR',
      'NOT',
      '-',
      '+',
      '{',
      '}',
      ':',
      '(',
      ')',
      '\0',
      "'",
      ';',
      'decay',
      ' ',
      '\u200b',
      '深',
      '\ud800',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(syntax).map((parts) => parts.join('')),
        ),
        (query) => {
          expect(Array.isArray(find(folder, query))).toBe(true);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('forgets the text of a source that is saved anew or removed', () => {
    const folder = makeIndex();
    withSearchIndex(folder, (db) => {
      saveSource(db, pdf, 'no-text', []);
      removeSources(db, [aboutSource(7 as PaperNumber)]);
      beginSource(db, other);
      beginSource(db, other);
    });
    expect(find(folder, 'posterior')).toEqual([]);
    expect(find(folder, 'priors')).toEqual([]);
    expect([...withSearchIndex(folder, listSources)]).toEqual([
      [pdf, { outcome: 'no-text', attempts: 1, digest: '' }],
      [other, { outcome: null, attempts: 2, digest: '' }],
    ]);
  });

  it.each([
    ['is no database', (path: string) => writeFileSync(path, 'x'.repeat(8192))],
    ['was cut', (path: string) => truncateSync(path, 6000)],
    [
      'has other bytes in the middle',
      (path: string) => {
        const bytes = readFileSync(path);
        writeFileSync(path, bytes.fill(0x5a, 4096, bytes.length - 100));
      },
    ],
  ])('makes itself anew, empty and of use, when its file %s', (_what, damage) => {
    const folder = makeIndex();
    closeSearchIndexes(folder);
    damage(join(folder, SEARCH_FILE));
    expect(find(folder, 'posterior')).toEqual([]);
    withSearchIndex(folder, (db) => saveSource(db, pdf, 'indexed', [{ page: 1, text: 'posterior' }]));
    expect(find(folder, 'posterior')).toEqual(['aaaaaaa:1']);
  });

  it('makes an index of another version anew', () => {
    const folder = makeIndex();
    withSearchIndex(folder, (db) => db.pragma('user_version = 999'));
    closeSearchIndexes(folder);
    expect(find(folder, 'posterior')).toEqual([]);
    expect(withSearchIndex(folder, listSources).size).toBe(0);
  });
});
