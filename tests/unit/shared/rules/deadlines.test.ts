import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { AnnouncedDate, DayDate, Instant } from '@shared/model/time';
import {
  aoeDay,
  aoeInstantMs,
  clockDoubt,
  formatAnnouncedDate,
  formatDeadline,
  formatDuration,
  formatInstant,
  formatRemaining,
  isDayDate,
  toDeadline,
} from '@shared/rules/deadlines';

const day = (text: string): DayDate => text as DayDate;
const at = (text: string): number => Date.parse(text);

describe('a deadline Anywhere on Earth', () => {
  it.each([
    ['2026-05-15', '2026-05-16T11:59:00.000Z'],
    ['2026-12-31', '2027-01-01T11:59:00.000Z'],
    ['2028-02-28', '2028-02-29T11:59:00.000Z'],
    ['2027-02-28', '2027-03-01T11:59:00.000Z'],
  ])('on %s is the instant %s', (text, instant) => {
    expect(new Date(aoeInstantMs(day(text))).toISOString()).toBe(instant);
  });

  it.each([
    // Daylight saving begins in Europe on 29 March 2026 and in New York on 8 March 2026.
    ['2026-03-27', 'Europe/Berlin', '28 Mar 2026, 12:59'],
    ['2026-03-28', 'Europe/Berlin', '29 Mar 2026, 13:59'],
    ['2026-10-23', 'Europe/Berlin', '24 Oct 2026, 13:59'],
    ['2026-10-24', 'Europe/Berlin', '25 Oct 2026, 12:59'],
    ['2026-03-06', 'America/New_York', '7 Mar 2026, 06:59'],
    ['2026-03-07', 'America/New_York', '8 Mar 2026, 07:59'],
    ['2026-10-31', 'America/New_York', '1 Nov 2026, 06:59'],
    // Samoa stopped keeping daylight saving in 2021 and skipped 30 December 2011.
    ['2026-05-15', 'Pacific/Apia', '17 May 2026, 00:59'],
    ['2011-12-29', 'Pacific/Apia', '31 Dec 2011, 01:59'],
    ['2011-12-28', 'Pacific/Apia', '29 Dec 2011, 01:59'],
    ['2026-05-15', 'Asia/Kolkata', '16 May 2026, 17:29'],
    // Lord Howe Island moves its clocks by half an hour.
    ['2026-04-03', 'Australia/Lord_Howe', '4 Apr 2026, 22:59'],
    ['2026-04-04', 'Australia/Lord_Howe', '5 Apr 2026, 22:29'],
    ['2026-10-03', 'Australia/Lord_Howe', '4 Oct 2026, 22:59'],
    ['2026-05-15', 'Asia/Seoul', '16 May 2026, 20:59'],
  ])('on %s reads in %s as %s', (text, zone, local) => {
    const deadline = toDeadline(day(text), at('2011-01-01T00:00:00Z'), zone);
    expect(deadline.local).toBe(local);
    expect(deadline.aoe).toMatch(/, 23:59 AoE$/);
  });

  it('names its own day in AoE whatever the reader’s zone', () => {
    expect(toDeadline(day('2026-05-15'), 0, 'Pacific/Kiritimati').aoe).toBe('15 May 2026, 23:59 AoE');
  });

  it('still counts the whole minute 23:59 as in time, and nothing after it', () => {
    const seenAt = (text: string) => toDeadline(day('2026-05-15'), at(text), 'UTC');
    expect(seenAt('2026-05-16T11:59:00.000Z')).toMatchObject({ isPast: false, remainingMs: 60_000 });
    expect(seenAt('2026-05-16T11:59:59.999Z')).toMatchObject({ isPast: false, remainingMs: 1 });
    expect(seenAt('2026-05-16T12:00:00.000Z')).toMatchObject({ isPast: true, remainingMs: 0 });
  });

  it('is said in one sentence, before and after', () => {
    const before = toDeadline(day('2026-05-15'), at('2026-05-12T05:59:00Z'), 'Europe/Berlin');
    expect(formatDeadline(before)).toBe('15 May 2026, 23:59 AoE (16 May 2026, 13:59 here), in 4 d 6 h');
    const after = toDeadline(day('2026-05-15'), at('2026-05-19T14:00:00Z'), 'Europe/Berlin');
    expect(formatRemaining(after)).toBe('passed 3 d 2 h ago');
  });

  it('turns the AoE day at noon UTC', () => {
    expect(aoeDay(at('2026-05-16T11:59:59.999Z'))).toBe('2026-05-15');
    expect(aoeDay(at('2026-05-16T12:00:00.000Z'))).toBe('2026-05-16');
  });

  it('lies 24 hours after the one of the day before, in every zone and season', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), (days) => {
        const first = new Date(days * 86_400_000).toISOString().slice(0, 10);
        const second = new Date((days + 1) * 86_400_000).toISOString().slice(0, 10);
        expect(aoeInstantMs(day(second)) - aoeInstantMs(day(first))).toBe(86_400_000);
        expect(aoeDay(aoeInstantMs(day(first)))).toBe(first);
      }),
      { numRuns: 200 },
    );
  });
});

describe('times in words', () => {
  it.each([
    [0, 'under a minute'],
    [59_999, 'under a minute'],
    [60_000, '1 min'],
    [3_600_000, '1 h'],
    [3_660_000, '1 h 1 min'],
    [86_400_000, '1 d'],
    [86_400_000 + 59 * 60_000, '1 d'],
    [90_000_000, '1 d 1 h'],
    [-90_000_000, '1 d 1 h'],
  ])('%i ms is %s', (duration, words) => {
    expect(formatDuration(duration)).toBe(words);
  });

  it('never says a negative duration', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e13, max: 1e13 }), (nowMs) => {
        expect(formatRemaining(toDeadline(day('2026-05-15'), nowMs, 'UTC'))).not.toContain('-');
      }),
    );
  });

  it('reads midnight as 00, not 24', () => {
    expect(formatInstant(at('2026-05-16T00:05:00Z'), 'UTC')).toBe('16 May 2026, 00:05');
  });

  it.each([
    ['2026-05-15', '15 May 2026', true],
    ['2026-07', 'July 2026', false],
    ['TBD', 'TBD', false],
  ])('says the announced date %s as %s', (date, words, isDay) => {
    expect(formatAnnouncedDate(date as AnnouncedDate)).toBe(words);
    expect(isDayDate(date as AnnouncedDate)).toBe(isDay);
  });
});

describe('a clock that cannot be right', () => {
  const seen = '2026-05-10T09:00:00.000Z' as Instant;

  it('is doubted when it is a day or more behind what the store has seen', () => {
    expect(clockDoubt(at('2016-05-10T09:00:00Z'), seen)).toBe(
      'This computer’s clock is at least 3652 d behind: times left may be wrong.'.replace('’', "'"),
    );
    expect(clockDoubt(at('2026-05-09T09:00:00Z'), seen)).toContain('1 d behind');
  });

  it.each(['2026-05-09T09:00:00.001Z', '2026-05-10T09:00:00Z', '2036-05-10T09:00:00Z'])(
    'is not doubted at %s',
    (now) => {
      expect(clockDoubt(at(now), seen)).toBeNull();
    },
  );

  it('is not doubted by a store that has seen nothing', () => {
    expect(clockDoubt(0, null)).toBeNull();
  });
});
