import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { ensureBuilt, referee } from '../support/built';
import { keepInFile } from '../support/keys';
import { completeReview, exportTo, importAll, makeMachine, type Machine } from '../support/machine';
import { makeScene } from '../support/scene';

beforeAll(ensureBuilt, 120_000);

/** Runs a command on Ada's computer, which nobody else uses meanwhile. */
function on(ada: Machine, ...args: readonly string[]): { status: number | null; out: string; err: string } {
  return referee([...args, '--store', join(ada.folder, 'data')], {}, ada.folder);
}

function makeAda(): { ada: Machine; organizer: Machine } {
  const { ada, organizer } = makeScene();
  ada.deps.stores.close();
  keepInFile(join(ada.folder, 'data'), ada.identity);
  return { ada, organizer };
}

it('decline, declare a conflict, take back and export it all', { timeout: 60_000 }, () => {
  const { ada, organizer } = makeAda();
  expect(on(ada, 'review', 'decline', '7', '--reason', 'No time before June.').out).toBe(
    'Paper 7: declined: No time before June.\nIt goes out with your next export.\n',
  );
  expect(on(ada, 'review', 'conflict', '12', '--kind', 'advisor', '--note', 'My student.').status).toBe(0);
  expect(on(ada, 'review', 'list').out).toMatch(/7 {2}declined .*\n.*12 {2}conflict /);
  expect(on(ada, 'review', 'undecline', '12').out).toBe('Paper 12: yours to review again\n');
  expect(on(ada, 'review', 'undecline', '12')).toMatchObject({ status: 1 });
  expect(on(ada, 'review', 'conflict', '12', '--kind', 'rival')).toMatchObject({ status: 2 });
  const out = on(ada, 'review', 'export', '--out', 'a.referee', '--plain').out;
  expect(out).toMatch(/^a\.referee: no reviews; not reviewed: 7; left out, not ready: 12\nsha256 /);
  expect(importAll(organizer, join(ada.folder, 'a.referee')).rows).toMatchObject([
    { sentence: 'Ada Lindqvist declined paper 7.' },
  ]);
});

it('tell the plan and what changed since the last export, by word', { timeout: 60_000 }, () => {
  const { ada } = makeAda();
  // The command's clock runs on from the instant that it starts at.
  expect(on(ada, 'plan').out).toMatch(
    /^1 paper until Thursday 14 May\.\nReviews due 13 May 2026, 23:59 AoE \(14 May 2026, 20:59 here\), in 4 d [23] h\.\nPapers: 1 not started, 1 exported\.\n$/,
  );
  expect(on(ada, 'review', 'changes').out).toBe('No review changed since it was exported.\n');
  on(ada, 'review', 'set', '7', 'overall', '2');
  expect(on(ada, 'review', 'changes').out).toMatch(
    /^Paper 7, Title of paper, 7: changed since the export of 2026-05-10T09:00:00\.000Z\n {2}Overall recommendation: .*\[-.*-\]\{\+.*\+\}/,
  );
  expect(JSON.parse(on(ada, 'plan', '--json').out)).toMatchObject({ state: 'open', changed: 1 });
});

it('hand a paper over, and show what came back', { timeout: 60_000 }, () => {
  const { ada } = makeAda();
  const to = ['--name', 'Ida Berg', '--email', 'ida@example.org', '--out', 'ida.referee'];
  expect(on(ada, 'review', 'handover', '12', ...to).out).toMatch(
    /^ida\.referee: paper 12 for Ida Berg\nThe venue does not say whether papers may be shared: ask the chairs first\.\nsha256 [0-9a-f]{64}\n$/,
  );
  expect(on(ada, 'review', 'proposals', '12').out).toBe('Ida Berg <ida@example.org>: nothing yet\n');
  const ida = makeMachine();
  importAll(ida, join(ada.folder, 'ida.referee'));
  completeReview(ida, 12, 5, 'Ida says');
  const back = exportTo(ida, join(ida.folder, 'back.referee'), [12]).path;
  expect(on(ada, 'bundle', 'import', back).out).toContain('sent a review of #12');
  expect(on(ada, 'review', 'proposals', '12').out).toMatch(/sent a review\n(.*\n)*.*Ida says/);
  expect(on(ada, 'review', 'proposals', '7').out).toBe('You asked nobody for help with paper 7.\n');
});
