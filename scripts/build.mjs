// Builds the app into out/ if its sources changed since the last build.
import { buildIfStale } from './build/build-if-stale.mjs';
import { describeFailure } from './ready/failure.mjs';
import { endInOrder } from './ready/interruption.mjs';

endInOrder();
try {
  await buildIfStale((line) => process.stderr.write(`build: ${line}\n`));
} catch (error) {
  process.stderr.write(`\nbuild: ${describeFailure(error)}\n`);
  process.exitCode = 1;
}
