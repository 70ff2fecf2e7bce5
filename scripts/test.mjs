// Runs every check and every test, or those named: node scripts/test.mjs [types lint format layers unit e2e],
// or `kill`, which kills the app while somebody types, thirty times, or `merge`, a thousand imports of random histories.
// Ends with one line, the true sum: N passed, N failed.
import { checkFormat } from './checks/format.mjs';
import { checkLayers } from './checks/layers.mjs';
import { checkLint } from './checks/lint.mjs';
import { runPlaywright } from './checks/playwright.mjs';
import { checkTypes } from './checks/types.mjs';
import { runVitest } from './checks/vitest.mjs';
import { describeFailure } from './ready/failure.mjs';
import { endInOrder } from './ready/interruption.mjs';

/** In this order: what fails fastest comes first. */
const runners = {
  types: checkTypes,
  lint: checkLint,
  format: checkFormat,
  layers: checkLayers,
  unit: () => runVitest(),
  e2e: () => runPlaywright(),
};

/** Runners that only run when they are named. */
const slow = {
  kill: () => runPlaywright(['kill.test'], { REFEREE_KILL_ROUNDS: '30' }),
  merge: () => runVitest(['merge-histories'], { REFEREE_MERGE_RUNS: '1000' }),
};

/** A runner that breaks down has failed; the others still run. */
async function runOne(name) {
  process.stdout.write(`\n== ${name}\n`);
  const startedAt = Date.now();
  let outcome;
  try {
    outcome = await { ...runners, ...slow }[name]();
  } catch (error) {
    process.stdout.write(`${describeFailure(error)}\n`);
    outcome = { passed: 0, failed: 1, skipped: 0, note: 'broke down' };
  }
  return { name, seconds: (Date.now() - startedAt) / 1000, ...outcome };
}

function printTable(rows) {
  process.stdout.write(
    `\n${'check'.padEnd(10)}${'passed'.padStart(8)}${'failed'.padStart(8)}${'skipped'.padStart(9)}${'time'.padStart(9)}\n`,
  );
  for (const { name, passed, failed, skipped, seconds, note } of rows) {
    const numbers = `${String(passed).padStart(8)}${String(failed).padStart(8)}${String(skipped).padStart(9)}`;
    const time = `${seconds.toFixed(1)} s`.padStart(9);
    process.stdout.write(`${name.padEnd(10)}${numbers}${time}${note ? `  ${note}` : ''}\n`);
  }
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in runners) && !(name in slow));
if (unknown.length > 0) {
  process.stderr.write(
    `There is no check ${unknown.join(', ')}; there are ${[...Object.keys(runners), ...Object.keys(slow)].join(', ')}.\n`,
  );
  process.exit(2);
}

endInOrder('test: interrupted');
const rows = [];
for (const name of wanted.length > 0 ? wanted : Object.keys(runners)) rows.push(await runOne(name));
printTable(rows);
const sum = (key) => rows.reduce((total, row) => total + row[key], 0);
const skipped = sum('skipped');
process.exitCode = sum('failed') === 0 ? 0 : 1;
process.stdout.write(
  `\n${sum('passed')} passed, ${sum('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`,
);
