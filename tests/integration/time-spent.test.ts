import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { PaperNumber } from '@shared/model/ids';
import { addTimeSpent, forgetTimeSpent, listTimeSpent } from '@main/services/time-spent';
import { completeReview, exportTo, SIM2SCIENCE } from '../support/machine';
import { refusalOf } from '../support/refusal';
import { makeScene } from '../support/scene';

const venue = SIM2SCIENCE;
const paper = (number: number) => number as PaperNumber;

it('adds up by paper, and by day of the computer’s own zone, until it is forgotten', () => {
  const { ada } = makeScene();
  ada.setNow('2026-05-10T14:00:00Z');
  addTimeSpent(ada.deps, { venue, paper: paper(7), activeMs: 60_000 });
  // Midnight has passed in Seoul.
  ada.setNow('2026-05-10T15:30:00Z');
  addTimeSpent(ada.deps, { venue, paper: paper(7), activeMs: 30_000 });
  addTimeSpent(ada.deps, { venue, paper: paper(12), activeMs: 5_000 });
  expect(listTimeSpent(ada.deps, { venue })).toEqual([
    { paper: 7, activeMs: 90_000, todayMs: 30_000 },
    { paper: 12, activeMs: 5_000, todayMs: 5_000 },
  ]);
  expect(refusalOf(() => addTimeSpent(ada.deps, { venue, paper: paper(31), activeMs: 1 }))).toBe(
    'PAPER_NOT_FOUND',
  );
  forgetTimeSpent(ada.deps, { venue });
  expect(listTimeSpent(ada.deps, { venue })).toEqual([]);
});

it('leaves no trace in what is exported: the bundle has the same bytes as without it', () => {
  const { ada } = makeScene();
  completeReview(ada, 12);
  const without = readFileSync(exportTo(ada, join(ada.folder, 'without.referee'), [7, 12]).path);
  addTimeSpent(ada.deps, { venue, paper: paper(7), activeMs: 123_457 });
  addTimeSpent(ada.deps, { venue, paper: paper(12), activeMs: 234_567 });
  const withTime = readFileSync(exportTo(ada, join(ada.folder, 'with.referee'), [7, 12]).path);
  expect(withTime.equals(without)).toBe(true);
  expect(withTime.includes('123457')).toBe(false);
});
