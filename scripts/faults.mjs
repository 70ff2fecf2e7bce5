// Stops imports and exports at every call of the system that changes something, and lets the disk fail or be full at
// every one of them: node scripts/faults.mjs [--sample N] [kills full-disk ...]. All of it takes about an hour;
// --sample takes at most N faults a sweep. Linux, with strace; tmpfs needs root.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildIfStale } from './build/build-if-stale.mjs';
import { showTool } from './checks/programs.mjs';
import { countVitest } from './checks/vitest.mjs';
import { describeFailure, Failure } from './ready/failure.mjs';
import { endInOrder } from './ready/interruption.mjs';
import { readJson, scratch } from './ready/paths.mjs';

const reportPath = join(scratch, 'faults.json');

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { sample: { type: 'string', default: '0' } },
  });
  const sample = Number(values.sample);
  if (!Number.isInteger(sample) || sample < 0) {
    throw new Failure(`"${values.sample}" is not a number of faults.`, 'npm run test:faults -- --sample 20');
  }
  endInOrder('faults: interrupted');
  await buildIfStale((line) => process.stderr.write(`build: ${line}\n`));
  rmSync(reportPath, { force: true });
  const code = await showTool(
    'vitest/vitest.mjs',
    [
      'run',
      '--config',
      'tests/faults/vitest.config.ts',
      ...positionals,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${reportPath}`,
    ],
    { REFEREE_FAULTS_SAMPLE: String(sample) },
  );
  const { passed, failed, skipped } = countVitest(readJson(reportPath), code);
  process.stdout.write(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`);
  return failed === 0;
}

try {
  process.exitCode = (await main()) ? 0 : 1;
} catch (error) {
  process.stderr.write(`\nfaults: ${describeFailure(error)}\n`);
  process.exitCode = 1;
}
