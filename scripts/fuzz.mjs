// Mutates real bundles and feeds them to verification and import: npm run fuzz [-- --cases 10000 --seed N --from N].
// Exit status 1 when something was found; the mutants that found it are kept in .cache/fuzz. A case runs again alone with
// its seed: npm run fuzz -- --seed N --from CASE --cases 1.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { loadTypeScript } from './build/load-typescript.mjs';
import { root } from './ready/paths.mjs';

/** A case that takes longer, milliseconds, hangs. */
const HANGS_AFTER = 20_000;

function readOptions() {
  const { values } = parseArgs({
    options: {
      cases: { type: 'string', default: '10000' },
      seed: { type: 'string', default: String(Date.now() % 1_000_000) },
      from: { type: 'string', default: '0' },
    },
  });
  const numbers = Object.entries(values).map(([name, value]) => [name, Number(value)]);
  const wrong = numbers.find(([, value]) => !Number.isSafeInteger(value) || value < 0);
  if (wrong !== undefined) throw new Error(`--${wrong[0]} takes a whole number`);
  return Object.fromEntries(numbers);
}

/** Runs the cases in a thread of their own and watches it from here, where a hang can be seen. */
function watch(options) {
  const folder = mkdtempSync(join(tmpdir(), 'referee-fuzz-'));
  // The case that runs now, one more than its index.
  const current = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(new URL(import.meta.url), { workerData: { options, folder, current } });
  const startedAt = Date.now();
  let last = { index: 0, at: startedAt };
  let told = startedAt;
  return new Promise((end) => {
    const timer = setInterval(() => {
      const index = Atomics.load(current, 0);
      if (index !== last.index) last = { index, at: Date.now() };
      if (index > 0 && Date.now() - last.at > HANGS_AFTER) finish(`case ${index - 1} hangs`);
      if (Date.now() - told > 10_000) {
        told = Date.now();
        const seconds = Math.round((told - startedAt) / 1000);
        process.stdout.write(
          `${Math.max(0, index - 1 - options.from)} of ${options.cases} cases, ${seconds} s\n`,
        );
      }
    }, 250);
    const finish = (outcome) => {
      clearInterval(timer);
      void worker.terminate();
      rmSync(folder, { recursive: true, force: true });
      end({ outcome, seconds: (Date.now() - startedAt) / 1000 });
    };
    worker.once('message', finish);
    worker.once('error', (error) => finish(`case ${last.index - 1} broke the run: ${error.stack ?? error}`));
  });
}

function tell({ outcome, seconds }) {
  if (typeof outcome === 'string') {
    process.stdout.write(`${outcome}\n`);
    return false;
  }
  const { cases, failures, verdicts, slowestMs } = outcome;
  for (const [verdict, count] of Object.entries(verdicts).toSorted(([, a], [, b]) => b - a))
    process.stdout.write(`${String(count).padStart(7)}  ${verdict}\n`);
  for (const { index, original, problem, file } of failures)
    process.stdout.write(`case ${index}, of the ${original}: ${problem}\n  kept as ${file}\n`);
  process.stdout.write(
    `${cases} cases in ${seconds.toFixed(0)} s, slowest ${slowestMs.toFixed(0)} ms: ${failures.length} found something\n`,
  );
  return failures.length === 0;
}

if (isMainThread) process.chdir(root);
if (isMainThread) {
  const options = readOptions();
  process.stdout.write(`fuzz: seed ${options.seed}, ${options.cases} cases from ${options.from}\n`);
  process.exitCode = tell(await watch(options)) ? 0 : 1;
} else {
  const { options, folder, current } = workerData;
  const { runFuzz } = await loadTypeScript('tests/fuzz/fuzz.ts');
  const report = runFuzz({
    ...options,
    folder: join(folder, 'run'),
    keepFolder: join(root, '.cache', 'fuzz'),
    onCase: (index) => {
      Atomics.store(current, 0, index + 1);
    },
  });
  parentPort.postMessage(report);
}
