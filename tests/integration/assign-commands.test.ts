import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import type {
  AssignmentRun,
  AssignmentRunDetail,
  FairnessCurve,
  ReplacementOption,
} from '@shared/contract/assignment';
import { ensureBuilt, referee } from '../support/built';
import { tempFolder } from '../support/temp';
import { writeUnassignedFiles } from '../support/unassigned-files';

beforeAll(ensureBuilt, 120_000);

/** An organizer's store with papers and reviewers, and the way to ask it. */
function makeStore(): {
  ask(...args: readonly string[]): unknown;
  fail(...args: readonly string[]): { readonly status: number | null; readonly err: string };
} {
  const folder = tempFolder();
  const files = writeUnassignedFiles(folder);
  const store = ['--store', join(folder, 'org')];
  const run = (args: readonly string[]): ReturnType<typeof referee> => referee([...args, ...store, '--json']);
  const ask = (...args: readonly string[]): unknown => {
    const { status, out, err } = run(args);
    if (status !== 0) throw new Error(err);
    return JSON.parse(out);
  };
  const setUp = [
    '--papers',
    files.papersPath,
    '--pdfs',
    files.pdfFolder,
    '--organizer',
    'Olga <olga@example.org>',
  ];
  ask('assign', 'import', ...setUp, '--reviewers', files.reviewersPath, '--bids', files.wishesPath);
  return {
    ask,
    fail: (...args) => {
      const { status, err } = run(args);
      return { status, err };
    },
  };
}

it('a venue is assigned, explained, changed, accepted and repaired by command line alone', () => {
  const { ask } = makeStore();
  const rules = ['--reviews', '2', '--max', '3', '--weights', '10,10,80'];
  const run = ask('assign', 'run', ...rules) as AssignmentRun;
  expect(run).toMatchObject({ id: 1, method: 'flow', broken: [], paperCount: 6, reviewerCount: 6 });
  const { pairs } = ask('assign', 'explain', '2') as AssignmentRunDetail['papers'][number];
  expect(pairs).toHaveLength(2);
  const curve = ask('assign', 'frontier', '--steps', '4') as FairnessCurve;
  expect(curve.points[0]).toMatchObject({ total: run.total, worst: run.worst });
  expect(curve.points.length).toBeGreaterThan(1);

  const leaving = String(pairs[0]?.person);
  const choices = ask('assign', 'swap', '2', leaving, '--run', '1') as ReplacementOption[];
  const [best] = choices;
  const changed = ask('assign', 'swap', '2', leaving, String(best?.person), '--run', '1') as AssignmentRun;
  expect(changed).toMatchObject({ kind: 'change', parent: 1, total: run.total + Number(best?.gain) });

  ask('assign', 'accept', '1', '--due', '2026-06-01');
  const repair = ask('assign', 'repair', '--declined', `2:${leaving}`) as AssignmentRun;
  expect(repair).toMatchObject({ kind: 'repair', broken: [] });
  expect(repair.added).toContainEqual(expect.objectContaining({ paper: 2 }));
  const { reviewers } = ask('assign', 'list') as { reviewers: { load: number }[] };
  expect(reviewers.reduce((sum, { load }) => sum + load, 0)).toBe(12);
});

it('hears of what it was not given or cannot do', () => {
  const { fail } = makeStore();
  expect(fail('assign', 'import')).toMatchObject({
    status: 1,
    err: expect.stringContaining('--reviewers') as string,
  });
  expect(fail('assign', 'show').err).toContain('No assignment was looked for yet');
  expect(fail('assign', 'run', '--weights', '1,2').status).toBe(2);
  expect(fail('assign', 'run', '--weights', '0,0,0').status).toBe(1);
  expect(fail('assign', 'repair', '--gone', 'Nobody').err).toContain('Nobody is not a reviewer');
  expect(fail('assign', 'accept', '7').err).toContain('There is no assignment 7');
  expect(fail('assign', 'run', '--floor', '9').err).toContain('No assignment gives every paper that much');
});
