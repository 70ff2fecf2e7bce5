import { describe, expect, it } from 'vitest';
import { nextTextSize } from '@renderer/app/use-app-commands';
import { resolveScreen } from '@renderer/app/screen';
import { nextDeadline } from '@renderer/app/next-deadline';
import type { Workspace } from '@shared/contract/app';
import type { VenueSummary } from '@shared/contract/library';
import type { PaperNumber, VenueId } from '@shared/model/ids';
import type { Role } from '@shared/model/person';
import type { DayDate } from '@shared/model/time';
import { venue } from '../features/library/library-fixture';

const summary = (id: string, roles: readonly Role[]): VenueSummary => ({
  venue: id as VenueId,
  shortName: id,
  name: id,
  roles,
  paperCount: 3,
  isSample: false,
  problem: null,
});
const placeOf = (id: string, workspace: Workspace, paper: number | null = null) => ({
  kind: 'venue' as const,
  place: { venue: id as VenueId, workspace, paper: paper as PaperNumber | null },
});

describe('what the window shows', () => {
  it('is the welcome at the first start, and the only venue when there is one', () => {
    expect(resolveScreen(null, [])).toEqual({ kind: 'welcome' });
    expect(resolveScreen(null, [summary('a', ['chair'])])).toEqual(placeOf('a', 'chair'));
    expect(resolveScreen(null, [summary('a', ['chair']), summary('b', ['chair'])])).toEqual({
      kind: 'welcome',
    });
  });

  it('is the welcome, which says why, when the only venue cannot be opened', () => {
    const problem = { code: 'STORE_DAMAGED', message: 'It is damaged.', detail: null } as const;
    expect(resolveScreen(null, [{ ...summary('a', []), problem }])).toEqual({ kind: 'welcome' });
    expect(resolveScreen(placeOf('a', 'reviewer', 12), [{ ...summary('a', []), problem }])).toEqual({
      kind: 'welcome',
    });
  });

  it('is the place that was left, with its paper', () => {
    const place = placeOf('a', 'reviewer', 12);
    expect(resolveScreen(place, [summary('a', ['reviewer'])])).toEqual(place);
  });

  it('is never a venue that is gone, nor a desk that is not mine', () => {
    expect(resolveScreen(placeOf('gone', 'reviewer', 12), [summary('a', ['reviewer'])])).toEqual({
      kind: 'welcome',
    });
    expect(resolveScreen(placeOf('a', 'reviewer', 12), [summary('a', ['organizer', 'chair'])])).toEqual(
      placeOf('a', 'chair'),
    );
  });
});

describe('the deadline in the top bar', () => {
  const clock = { nowMs: Date.parse('2026-05-10T09:00:00Z'), timeZone: 'UTC' };
  const facts = { venue, nextDue: null, latestSeen: null };

  it("is the reviewer's own, passed or not", () => {
    const due = nextDeadline({ ...facts, nextDue: '2026-05-01' as DayDate }, clock);
    expect(due).toMatchObject({ title: 'Reviews due', deadline: { isPast: true } });
  });

  it('is else the next announced date, skipping passed, unknown and month-only ones', () => {
    expect(nextDeadline(facts, clock)).toMatchObject({
      title: 'Author notification',
      deadline: { day: '2026-05-15' },
    });
    expect(nextDeadline(facts, { ...clock, nowMs: Date.parse('2026-06-10T09:00:00Z') })).toBeNull();
  });
});

it('steps through the offered text sizes and stops at their ends', () => {
  expect([nextTextSize(100, 1), nextTextSize(100, -1), nextTextSize(200, 1), nextTextSize(150, 0)]).toEqual([
    110, 90, 200, 100,
  ]);
});
