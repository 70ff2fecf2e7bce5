import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Reminders } from '@shared/contract/app';
import type { PaperNumber } from '@shared/model/ids';
import { createReminderKeeper } from '@main/jobs/reminder-keeper';
import { refusePaper } from '@main/services/paper-acts';
import type { Reminder } from '@main/services/reminders';
import { completeReview, exportTo, SIM2SCIENCE, type Machine } from '../support/machine';
import { makeScene } from '../support/scene';

/** The deadline, 13 May AoE, falls on 14 May, 20:59 in Seoul, where Ada's computer is. */
const SETTINGS: Reminders = { daysBefore: [2, 0], hour: 9, hasTitles: false };

/** A keeper on Ada's computer and what it showed. */
function keep(machine: Machine, settings: { now: Reminders | null } = { now: SETTINGS }) {
  const shown: Reminder[] = [];
  const failures: string[] = [];
  const keeper = createReminderKeeper(
    machine.deps,
    () => settings.now,
    (reminder) => shown.push(reminder),
    (detail) => failures.push(detail),
  );
  const at = (instant: string): readonly Reminder[] => {
    machine.setNow(instant);
    shown.length = 0;
    keeper.look();
    expect(failures).toEqual([]);
    return [...shown];
  };
  return { at, settings };
}

describe('a reminder of what is due', () => {
  it('comes once at each time that was set, in the zone of the computer, and not before', () => {
    const { ada } = makeScene();
    const { at } = keep(ada);
    expect(at('2026-05-11T23:59:00Z')).toEqual([]);
    expect(at('2026-05-12T00:00:30Z')).toEqual([
      {
        venue: SIM2SCIENCE,
        title: 'Reviews due in 2 d 11 h',
        text: 'Sim2Science 2026: 1 paper to review. Due 13 May 2026, 23:59 AoE.',
      },
    ]);
    expect(at('2026-05-12T00:01:30Z')).toEqual([]);
    expect(at('2026-05-13T12:00:00Z')).toEqual([]);
    expect(at('2026-05-14T00:01:00Z')).toHaveLength(1);
  });

  it('names papers only where that was asked for', () => {
    const { ada } = makeScene();
    const { at } = keep(ada, { now: { ...SETTINGS, hasTitles: true } });
    expect(at('2026-05-12T00:00:30Z')[0]?.text).toBe(
      'Sim2Science 2026: 1 paper to review. Due 13 May 2026, 23:59 AoE.\n#12 Title of paper, 12',
    );
  });

  it('is made up for when the application was closed at its time, but not again after a restart', () => {
    const { ada } = makeScene();
    expect(keep(ada).at('2026-05-12T05:00:00Z')).toHaveLength(1);
    expect(keep(ada).at('2026-05-12T05:10:00Z')).toEqual([]);
    expect(keep(ada).at('2026-05-13T05:00:00Z')).toEqual([]);
  });

  it('does not come at once for a time that is set when it is over for today', () => {
    const { ada } = makeScene();
    const { at, settings } = keep(ada, { now: null });
    expect(at('2026-05-12T05:00:00Z')).toEqual([]);
    settings.now = SETTINGS;
    expect(at('2026-05-12T05:01:00Z')).toEqual([]);
    expect(at('2026-05-14T00:01:00Z')).toHaveLength(1);
  });

  it('does not come when it is off, when nothing is left to do, or after the deadline', () => {
    const { ada } = makeScene();
    expect(keep(ada, { now: null }).at('2026-05-12T00:01:00Z')).toEqual([]);
    const late = keep(ada, { now: { ...SETTINGS, hour: 22 } });
    expect(late.at('2026-05-14T11:00:00Z')).toHaveLength(0);
    expect(late.at('2026-05-14T13:01:00Z')).toEqual([]);
    refusePaper(ada.deps, {
      venue: SIM2SCIENCE,
      paper: 12 as PaperNumber,
      statement: { kind: 'declined', reason: '' },
    });
    expect(keep(ada).at('2026-05-14T00:01:00Z')).toEqual([]);
  });

  it('tells what is only to be exported apart', () => {
    const { ada } = makeScene();
    completeReview(ada, 12);
    expect(keep(ada).at('2026-05-12T00:01:00Z')[0]?.text).toMatch(/^Sim2Science 2026: 1 to export\./);
    exportTo(ada, join(ada.folder, 'all.referee'), [7, 12]);
    expect(keep(ada).at('2026-05-14T00:01:00Z')).toEqual([]);
  });
});
