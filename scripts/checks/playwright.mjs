import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildIfStale } from '../build/build-if-stale.mjs';
import { readJson, scratch } from '../ready/paths.mjs';
import { openDisplay } from '../ready/virtual-display.mjs';
import { showTool } from './programs.mjs';

const reportPath = join(scratch, 'playwright.json');

/**
 * The real app on the real Electron, on the display that is there or an Xvfb of our own.
 *
 * @param files only test files whose path holds one of these
 */
export async function runPlaywright(files = [], environment = {}) {
  await buildIfStale((line) => process.stdout.write(`${line}\n`));
  rmSync(reportPath, { force: true });
  const display = await openDisplay();
  try {
    const code = await showTool('@playwright/test/cli.js', ['test', ...files, '--reporter=list,json'], {
      ...display.env,
      ...environment,
      PLAYWRIGHT_JSON_OUTPUT_FILE: reportPath,
    });
    return countPlaywright(readJson(reportPath), code);
  } finally {
    display.stop();
  }
}

/** How many tests of one run may need their second try: the machines are shared and a race is no reason to lose a run, many are. */
const flakyLimit = 2;

/**
 * The true counts of a Playwright JSON report. A crash, an error outside any test and no test at all are failures. A test that passed at
 * its second try is passed and named in the note; beyond `flakyLimit` all of those are failures.
 */
export function countPlaywright(report, code) {
  if (!report) return { passed: 0, failed: 1, skipped: 0, note: 'gave no report' };
  const { expected, unexpected, flaky, skipped } = report.stats;
  const isTooFlaky = flaky > flakyLimit;
  let failed = unexpected + report.errors.length + (isTooFlaky ? flaky : 0);
  const passed = expected + (isTooFlaky ? 0 : flaky);
  const notes = [];
  if (flaky > 0) notes.push(`${flaky} flaky: ${flakyTitles(report.suites).join('; ')}`);
  if (report.errors.length > 0) notes.push(`${report.errors.length} errors outside tests`);
  if (passed + failed === 0) {
    failed = 1;
    notes.push('no test ran');
  } else if (code !== 0 && failed === 0) {
    failed = 1;
    notes.push(`ended with exit code ${code}`);
  }
  return { passed, failed, skipped, note: notes.join(', ') };
}

function flakyTitles(suites) {
  return suites.flatMap((suite) => [
    ...suite.specs
      .filter((spec) => spec.tests.some((test) => test.status === 'flaky'))
      .map((spec) => spec.title),
    ...flakyTitles(suite.suites ?? []),
  ]);
}
