import { describe, expect, it } from 'vitest';
import { filterPapers } from '@renderer/features/library/filter-papers';
import {
  countProgress,
  explainVenueDate,
  findNextPaper,
  formatDue,
} from '@renderer/features/library/library-words';
import type { AnnouncedDate } from '@shared/model/time';
import type { VenueDate } from '@shared/model/venue';
import { rowOf, venue } from './library-fixture';

const seoul = { nowMs: Date.parse('2026-05-10T09:00:00Z'), timeZone: 'Asia/Seoul' };
const dateOf = (id: VenueDate['id'], date: string): VenueDate => ({
  id,
  title: id,
  date: date as AnnouncedDate,
});

describe('a date of a venue', () => {
  it('is given in both zones, with the time left', () => {
    expect(explainVenueDate(dateOf('notification', '2026-05-15'), seoul)).toBe(
      '15 May 2026, 23:59 AoE (16 May 2026, 20:59 here), in 6 d 3 h',
    );
  });

  it('says plainly that it has passed', () => {
    expect(explainVenueDate(dateOf('submission', '2026-04-24'), seoul)).toMatch(/, passed 14 d 21 h ago$/);
  });

  it('may be unknown, or only a month, and is never made up', () => {
    expect(explainVenueDate(dateOf('camera-ready', 'TBD'), seoul)).toBe('TBD: not announced yet');
    expect(explainVenueDate(dateOf('event', '2026-07'), seoul)).toBe(
      'July 2026, the day is not announced yet',
    );
  });

  it('is no deadline when it is the day of the event', () => {
    expect(explainVenueDate(dateOf('event', '2026-07-18'), seoul)).toBe('18 July 2026');
  });
});

describe('what is left to do', () => {
  it('counts a changed review as not ready: it has to go out again', () => {
    const papers = [
      rowOf(1, { status: 'ready' }),
      rowOf(2, { status: 'exported' }),
      rowOf(3, { status: 'changed' }),
    ];
    expect(countProgress(papers)).toMatchObject({ total: 3, ready: 2, byStatus: { changed: 1, draft: 0 } });
  });

  it('goes on with a started review before a new one', () => {
    const papers = [rowOf(1), rowOf(2, { status: 'exported' }), rowOf(3, { status: 'draft' })];
    expect(findNextPaper(papers)?.number).toBe(3);
    expect(findNextPaper([rowOf(2, { status: 'exported' }), rowOf(4, { status: 'ready' })])).toBeNull();
  });

  it('says when a paper is due, and nothing once it was exported', () => {
    expect(formatDue(rowOf(1), seoul)).toBe('due in 4 d 3 h');
    expect(formatDue(rowOf(1), { ...seoul, nowMs: Date.parse('2026-05-14T13:00:00Z') })).toBe(
      'was due 1 h ago',
    );
    expect(formatDue(rowOf(1, { status: 'exported' }), seoul)).toBeNull();
  });
});

describe('the filter', () => {
  const papers = [
    rowOf(7, { title: 'Modèles dégénérés', topics: ['structure'] }),
    rowOf(12, { title: 'Calibrating a simulator', status: 'draft' }),
  ];
  const found = (filter: string): readonly number[] =>
    filterPapers(papers, filter, venue).map((row) => row.number);

  it('finds by title whatever the accents, by number, by topic, by status, by all of them together', () => {
    expect(found('DEGENERES')).toEqual([7]);
    expect(found('#12')).toEqual([12]);
    expect(found('identifiability')).toEqual([7]);
    expect(found('draft calibr')).toEqual([12]);
    expect(found('draft modeles')).toEqual([]);
    expect(found('  ')).toEqual([7, 12]);
  });
});
