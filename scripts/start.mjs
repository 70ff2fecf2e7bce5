// Opens the app: builds it if its sources changed, then starts it with the Electron that is there. Arguments go to
// the app: npm start -- review.referee
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildIfStale } from './build/build-if-stale.mjs';
import { hasDisplay } from './ready/display.mjs';
import { describeFailure, Failure } from './ready/failure.mjs';
import { endInOrder, followChild } from './ready/interruption.mjs';
import { electronExecutable, root, runtimeFolder } from './ready/paths.mjs';
import { sandboxFlags } from './ready/sandbox.mjs';

/** A file is named from where the person stands, which npm hides by starting us in the checkout. */
function toAppArgument(argument) {
  const path = resolve(process.env.INIT_CWD ?? process.cwd(), argument);
  return !argument.startsWith('-') && existsSync(path) ? path : argument;
}

async function main() {
  if (!hasDisplay()) {
    throw new Failure(
      'There is no display to open a window on (DISPLAY and WAYLAND_DISPLAY are empty). The demo needs none: it drives the real window out of sight and leaves screenshots.',
      'npm run demo',
    );
  }
  const flags = sandboxFlags();
  endInOrder();
  await buildIfStale((line) => process.stderr.write(`start: ${line}\n`));
  const electron = join(runtimeFolder(), electronExecutable);
  const args = [...flags, root, ...process.argv.slice(2).map(toAppArgument)];
  return followChild(spawn(electron, args, { stdio: 'inherit' }));
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`\nstart: ${describeFailure(error)}\n`);
  process.exitCode = 1;
}
