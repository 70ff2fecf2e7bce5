import { expect, it } from 'vitest';
import {
  countOutcomes,
  filterDecisions,
  isContested,
  outcomesOf,
} from '@renderer/features/decisions/decision-rows';
import { decided, rowOf, standingOf } from './decision-fixture';

const mine = rowOf(7, 'Emulating the ocean', decided('oral'));
const theirs = rowOf(12, 'A beamline', { standing: [standingOf('Ben Ito', 'reject')] });
const takenBack = rowOf(15, 'Many scales', {
  ...decided(null),
  standing: [standingOf('Olga Marin', 'oral')],
});
const open = rowOf(31, 'Equations');
const disputed = rowOf(52, 'Limits', {
  standing: [standingOf('Olga Marin', 'oral'), standingOf('Ben Ito', 'reject')],
});
const rows = [mine, theirs, takenBack, open, disputed];

it('counts a decision of another organizer where I said nothing, and none where I took mine back', () => {
  expect(rows.map(outcomesOf)).toEqual([['oral'], ['reject'], [], [], ['oral', 'reject']]);
  const { undecided, byOutcome } = countOutcomes(rows);
  expect(undecided).toBe(2);
  expect(Object.fromEntries(byOutcome)).toEqual({ oral: 2, reject: 2 });
});

it('sees a disagreement only where what came in parts', () => {
  expect(rows.filter(isContested)).toEqual([disputed]);
});

it('filters by outcome and by every word, and keeps the paper in hand', () => {
  const shown = (...[filter, query, inHand]: [string, string?, number?]) =>
    filterDecisions(rows, filter, query ?? '', inHand ?? null).map(({ number }) => number);
  expect(shown('all')).toEqual([7, 12, 15, 31, 52]);
  expect(shown('undecided')).toEqual([15, 31]);
  expect(shown('reject')).toEqual([12, 52]);
  expect(shown('all', 'BEAM a')).toEqual([12]);
  expect(shown('all', '#31')).toEqual([31]);
  expect(shown('undecided', '', 7)).toEqual([7, 15, 31]);
});
