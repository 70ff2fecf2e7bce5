// Measures the app against its yardsticks: node scripts/bench.mjs [--pairs N] [g1 g15 ...]. All of them take
// about a quarter of an hour. Exit status 1 when a goal is over its limit.
import { parseArgs } from 'node:util';
import { buildIfStale } from './build/build-if-stale.mjs';
import { loadTypeScript } from './build/load-typescript.mjs';
import { describeFailure, Failure } from './ready/failure.mjs';
import { endInOrder } from './ready/interruption.mjs';
import { openDisplay } from './ready/virtual-display.mjs';

/** Fewer pairs than this say little about a median. */
const DEFAULT_PAIRS = 10;

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { pairs: { type: 'string', default: String(DEFAULT_PAIRS) } },
  });
  const pairCount = Number(values.pairs);
  if (!Number.isInteger(pairCount) || pairCount < 1) {
    throw new Failure(`"${values.pairs}" is not a number of pairs.`, 'node scripts/bench.mjs --pairs 10');
  }
  endInOrder();
  await buildIfStale((line) => process.stderr.write(`build: ${line}\n`));
  const { goalNames, runBenches } = await loadTypeScript('tests/bench/main.ts');
  const goals = positionals.map((name) => name.toLowerCase());
  const unknown = goals.filter((name) => !goalNames.includes(name));
  if (unknown.length > 0) {
    throw new Failure(
      `There is no bench ${unknown.join(', ')}; there are ${goalNames.join(', ')}.`,
      'node scripts/bench.mjs',
    );
  }
  const display = await openDisplay();
  Object.assign(process.env, display.env);
  try {
    return await runBenches({ goals, pairCount });
  } finally {
    display.stop();
  }
}

try {
  process.exitCode = (await main()) ? 0 : 1;
} catch (error) {
  process.stderr.write(`\nbench: ${describeFailure(error)}\n`);
  process.exitCode = 1;
}
