import { describe, expect, it } from 'vitest';
import { EVERYTHING, listNotes } from '@renderer/features/annotations/note-list';
import { makeNote } from '../../../../support/annotation';

const at = (page: number, x: number, y: number) => [
  { page, quads: [[x, y, x + 9, y, x, y - 9, x + 9, y - 9]] },
];
const notes = [
  makeNote('1', { pages: at(2, 0, 100), meaning: 'error' }, '2026-05-10T09:00:03.000Z'),
  makeNote('2', { pages: at(1, 0, 100), comment: 'On Noise' }, '2026-05-10T09:00:01.000Z'),
  makeNote('3', { pages: at(1, 0, 700), visibility: 'mine' }, '2026-05-10T09:00:02.000Z'),
  makeNote('4', { pages: at(1, 300, 100), quote: null }, '2026-05-10T09:00:04.000Z'),
];
const ids = (filter: Partial<typeof EVERYTHING>): string =>
  listNotes(notes, { ...EVERYTHING, ...filter })
    .map(({ id }) => id[2])
    .join('');

describe('listNotes', () => {
  it('goes from the first page on, from the top, from the left', () => {
    expect(ids({})).toBe('3241');
  });

  it('has the latest first when ordered by time', () => {
    expect(ids({ order: 'time' })).toBe('4132');
  });

  it('filters by meaning and by who reads it', () => {
    expect(ids({ meaning: 'error' })).toBe('1');
    expect(ids({ visibility: 'mine' })).toBe('3');
  });

  it('finds every word of a search in quote, comment or page, whatever its case', () => {
    expect(ids({ query: 'KNOWN noise' })).toBe('321');
    expect(ids({ query: 'on noise p. 1' })).toBe('2');
    expect(ids({ query: 'nowhere' })).toBe('');
  });
});
