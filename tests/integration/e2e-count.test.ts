import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';

interface Outcome {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly note: string;
}

const { countPlaywright } = (await import(pathToFileURL(resolve('scripts/checks/playwright.mjs')).href)) as {
  readonly countPlaywright: (report: unknown, code: number) => Outcome;
};

function reportOf(stats: { readonly expected: number; readonly unexpected: number; readonly flaky: number }) {
  const specs = Array.from({ length: stats.flaky }, (_, index) => ({
    title: `race ${index + 1}`,
    tests: [{ status: 'flaky' }],
  }));
  return { stats: { skipped: 0, ...stats }, errors: [], suites: [{ specs: [], suites: [{ specs }] }] };
}

test('a race that passes at its second try is named, not hidden, and does not fail a run', () => {
  expect(countPlaywright(reportOf({ expected: 68, unexpected: 0, flaky: 2 }), 0)).toEqual({
    passed: 70,
    failed: 0,
    skipped: 0,
    note: '2 flaky: race 1; race 2',
  });
});

test('many races fail a run, though each passed at its second try', () => {
  expect(countPlaywright(reportOf({ expected: 67, unexpected: 0, flaky: 3 }), 0)).toMatchObject({
    passed: 67,
    failed: 3,
  });
});

test('a run that ended badly, gave no report or ran nothing is never good', () => {
  expect(countPlaywright(reportOf({ expected: 3, unexpected: 0, flaky: 0 }), 1).failed).toBe(1);
  expect(countPlaywright(undefined, 0).failed).toBe(1);
  expect(countPlaywright(reportOf({ expected: 0, unexpected: 0, flaky: 0 }), 0).failed).toBe(1);
});
