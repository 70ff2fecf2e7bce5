import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runFuzz } from '../fuzz/fuzz';
import { tempFolder } from '../support/temp';

it('no mutant of 300 crashes, hangs or changes content unnoticed', { timeout: 120_000 }, () => {
  const folder = join(tempFolder(), 'fuzz');
  const report = runFuzz({ seed: 1, from: 0, cases: 300, folder, keepFolder: '.cache/fuzz' });
  expect(report.failures).toEqual([]);
  // The run itself must be worth something: mutants of every fate.
  expect(Object.keys(report.verdicts)).toEqual(
    expect.arrayContaining(['opened', 'added', 'held', 'BUNDLE_DAMAGED', 'BUNDLE_FORGED', 'BUNDLE_INVALID']),
  );
});
