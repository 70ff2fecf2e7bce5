import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { readJson, scratch } from '../ready/paths.mjs';
import { showTool } from './programs.mjs';

const reportPath = join(scratch, 'vitest.json');

/**
 * Unit, integration and architecture tests.
 *
 * @param files only test files whose path holds one of these
 * @returns {Promise<import('./programs.mjs').Outcome>}
 */
export async function runVitest(files = [], environment = {}) {
  rmSync(reportPath, { force: true });
  const code = await showTool(
    'vitest/vitest.mjs',
    ['run', ...files, '--reporter=default', '--reporter=json', `--outputFile.json=${reportPath}`],
    environment,
  );
  return countVitest(readJson(reportPath), code);
}

/**
 * The true counts of a Vitest JSON report. A file that could not be loaded has no tests to count and is one failure;
 * so are an error outside any test, a crash, a missing report and a run of no tests.
 */
export function countVitest(report, code) {
  if (!report) return { passed: 0, failed: 1, skipped: 0, note: 'gave no report' };
  const unloaded = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  ).length;
  const passed = report.numPassedTests;
  const skipped = report.numPendingTests + report.numTodoTests;
  let failed = report.numFailedTests + unloaded;
  const notes = [`${report.testResults.length} files`];
  if (unloaded > 0) notes.push(`${unloaded} could not be loaded`);
  if (passed + failed === 0) {
    failed = 1;
    notes.push('no test ran');
  } else if (code !== 0 && failed === 0) {
    failed = 1;
    notes.push(`ended with exit code ${code}`);
  }
  return { passed, failed, skipped, note: notes.join(', ') };
}
