// Runs a program that drives the app: node scripts/with-app.mjs FILE [ARGUMENT...]. The app is built first if its
// sources changed, and there is a display: the one that is there, or an Xvfb that ends with the program.
import { spawn } from 'node:child_process';
import { buildIfStale } from './build/build-if-stale.mjs';
import { describeFailure, Failure } from './ready/failure.mjs';
import { endInOrder, followChild } from './ready/interruption.mjs';
import { root, toolchainNode } from './ready/paths.mjs';
import { openDisplay } from './ready/virtual-display.mjs';

async function main() {
  const args = process.argv.slice(2);
  if (args.length === 0) throw new Failure('There is nothing to run.', 'node scripts/with-app.mjs FILE');
  endInOrder();
  await buildIfStale((line) => process.stderr.write(`build: ${line}\n`));
  const display = await openDisplay();
  try {
    const env = { ...process.env, ...display.env };
    return await followChild(spawn(toolchainNode, args, { cwd: root, env, stdio: 'inherit' }));
  } finally {
    display.stop();
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`\n${describeFailure(error)}\n`);
  process.exitCode = 1;
}
