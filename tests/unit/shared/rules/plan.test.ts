import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReviewStatus } from '@shared/model/review';
import type { DayDate } from '@shared/model/time';
import { aoeInstantMs } from '@shared/rules/deadlines';
import { instantOfHour, localDayOf, localHourOf } from '@shared/rules/local-days';
import { makePlan, type PlannedPaper } from '@shared/rules/plan';
import { notifiedSentence, paceText, planWords } from '@shared/rules/plan-words';

const SEOUL = 'Asia/Seoul';
const now = Date.parse('2026-05-10T09:00:00Z');
/** Ends 14 May, 20:59 in Seoul. */
const DUE = '2026-05-13' as DayDate;

const papers = (
  count: number,
  status: ReviewStatus = 'not-started',
  due: DayDate | null = DUE,
): PlannedPaper[] => Array.from({ length: count }, () => ({ status, due }));
const sentence = (list: readonly PlannedPaper[], at = now, zone = SEOUL): string => {
  const { headline, more } = planWords(makePlan(list, at, zone));
  return [headline, ...more].join(' | ');
};

describe('the plan for the days left', () => {
  it('spreads what is to be written over the days, today and that of the deadline among them', () => {
    expect(sentence(papers(10))).toBe(
      '2 papers a day until Thursday 14 May | Reviews due 13 May 2026, 23:59 AoE (14 May 2026, 20:59 here), in 4 d 3 h.',
    );
    expect(sentence(papers(5))).toMatch(/^1 paper a day until Thursday 14 May \|/);
    expect(sentence(papers(2))).toMatch(/^1 paper every 2 days until Thursday 14 May \|/);
    expect(sentence(papers(11))).toMatch(/^3 papers a day/);
  });

  it('does not count the day of a deadline that falls on its morning', () => {
    // 13 May, 23:59 AoE is 14 May, 04:59 in Los Angeles.
    expect(sentence(papers(8), now, 'America/Los_Angeles')).toMatch(
      /^2 papers a day until Wednesday 13 May \|/,
    );
  });

  it('says today on the last day, also in the morning that nothing was to be left for', () => {
    expect(sentence(papers(3), Date.parse('2026-05-14T01:00:00Z'))).toMatch(/^3 papers today \|/);
    const morning = Date.parse('2026-05-14T08:00:00Z');
    expect(sentence(papers(3), morning, 'America/Los_Angeles')).toMatch(/^3 papers today \|/);
  });

  it('goes by the tightest of several deadlines', () => {
    const later = '2026-05-30' as DayDate;
    const plan = makePlan([...papers(8), ...papers(4, 'not-started', later)], now, SEOUL);
    expect(plan.pace).toMatchObject({ perDay: 2, papers: 8, until: '2026-05-14' });
    const many = makePlan([...papers(2), ...papers(60, 'not-started', later)], now, SEOUL);
    expect(many.pace).toMatchObject({ perDay: 3, papers: 62, until: '2026-05-31' });
  });

  it('keeps every deadline at its pace, whatever is due when', () => {
    const dues = fc
      .integer({ min: 0, max: 40 })
      .map((day) => localDayOf(now + day * 86_400_000, 'UTC') as DayDate);
    fc.assert(
      fc.property(fc.array(dues, { minLength: 1, maxLength: 60 }), (list) => {
        const { pace } = makePlan(
          list.map((due) => ({ status: 'not-started', due })),
          now,
          SEOUL,
        );
        const rate = (pace?.papers ?? 0) / (pace?.days ?? 1);
        for (const due of list) {
          const by = list.filter((other) => other <= due).length;
          const end = aoeInstantMs(due);
          const hasEvening = localHourOf(end, SEOUL) >= 12;
          const days = Math.max(
            1,
            Math.round(
              (Date.parse(localDayOf(end, SEOUL)) - Date.parse(localDayOf(now, SEOUL))) / 86_400_000,
            ) + Number(hasEvening),
          );
          expect(rate * days).toBeGreaterThanOrEqual(by - 1e-9);
        }
      }),
    );
  });

  it('tells nothing assigned, all exported, only to be exported and late apart', () => {
    expect(sentence([])).toBe('Nothing is assigned to you here');
    expect(sentence(papers(2, 'declined'))).toBe('Nothing is assigned to you here');
    expect(sentence(papers(2, 'exported'))).toMatch(/^All your reviews are exported as they are/);
    expect(sentence([...papers(2, 'ready'), ...papers(1, 'changed'), ...papers(1, 'exported')])).toMatch(
      /^Everything is written: export 2 ready, 1 changed since the last export \| Reviews due 13 May/,
    );
    const after = Date.parse('2026-05-15T00:00:00Z');
    expect(sentence(papers(3, 'draft'), after)).toBe(
      '3 papers are late | Reviews were due 13 May 2026, 23:59 AoE (14 May 2026, 20:59 here), passed 12 h ago. You can still review and export. | Chairs see when each review was written.',
    );
    expect(makePlan(papers(3, 'exported'), after, SEOUL).state).toBe('finished');
    expect(sentence(papers(1, 'draft', null))).toBe('No date was set for what is left');
  });

  it('counts no paper that was declined, conflicted or withdrawn', () => {
    const rest = [...papers(1, 'declined'), ...papers(1, 'conflict'), ...papers(1, 'withdrawn')];
    expect(makePlan([...papers(5), ...rest], now, SEOUL).pace).toMatchObject({ papers: 5 });
  });

  it('puts the pace in few words', () => {
    const pace = { perDay: 0, everyDays: 1, until: '2026-05-14', days: 5, papers: 4 };
    expect(paceText(pace)).toBe('1 paper a day until Thursday 14 May');
  });
});

describe('the notification of authors', () => {
  const dates = [{ id: 'notification', title: 'Notification', date: '2026-05-15' }] as const;
  const at = (instant: string) => notifiedSentence({ dates: [...dates] as never }, Date.parse(instant));
  it('is told once its day is over Anywhere on Earth, and never blocks', () => {
    expect(at('2026-05-16T11:58:00Z')).toBeNull();
    expect(at('2026-05-16T12:00:00Z')).toMatch(
      /^Authors were to be notified by 15 May 2026\..*You can still/,
    );
    expect(notifiedSentence({ dates: [] }, now)).toBeNull();
  });
});

describe('an hour of a day', () => {
  it.each([
    ['2026-05-10', 9, SEOUL, '2026-05-10T00:00:00.000Z'],
    ['2026-05-10', 9, 'America/Los_Angeles', '2026-05-10T16:00:00.000Z'],
    // Chatham is 12:45 ahead in winter, Kathmandu 5:45 the whole year.
    ['2026-06-10', 0, 'Pacific/Chatham', '2026-06-09T11:15:00.000Z'],
    ['2026-06-10', 9, 'Asia/Kathmandu', '2026-06-10T03:15:00.000Z'],
    // Clocks go from 2:00 to 3:00: the hour that is skipped begins where they go on.
    ['2026-03-29', 2, 'Europe/Berlin', '2026-03-29T01:00:00.000Z'],
    // Clocks go from 3:00 back to 2:00: the first of the two.
    ['2026-10-25', 2, 'Europe/Berlin', '2026-10-25T00:00:00.000Z'],
  ])('%s, %i in %s begins at %s', (day, hour, zone, instant) => {
    expect(new Date(instantOfHour(day, hour, zone)).toISOString()).toBe(instant);
  });
});
