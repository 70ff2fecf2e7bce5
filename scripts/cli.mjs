// The command line: npm run -s cli -- COMMAND. Makes sure that it is built, quietly, then gives way to it: its
// output, input and exit code are the command's own.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildIfStale } from './build/build-if-stale.mjs';
import { describeFailure } from './ready/failure.mjs';
import { endInOrder, followChild } from './ready/interruption.mjs';
import { electronExecutable, root, runtimeFolder, toolchainNode } from './ready/paths.mjs';
import { sandboxFlags } from './ready/sandbox.mjs';
import { toolchainProblem } from './ready/toolchain.mjs';

/** Where Electron is and how it starts here, for commands that print; nothing where it is not installed. */
function electronHere() {
  const electron = join(runtimeFolder(), electronExecutable);
  if (!existsSync(electron)) return {};
  try {
    return { REFEREE_ELECTRON: electron, REFEREE_ELECTRON_FLAGS: sandboxFlags().join(' ') };
  } catch {
    // No sandbox can start here: the command that prints says that it cannot.
    return {};
  }
}

async function main() {
  if (toolchainProblem()) {
    const ready = spawnSync(
      process.execPath,
      [join(root, 'scripts', 'ready.mjs'), '--tools-only', '--quiet'],
      {
        stdio: ['ignore', 2, 2],
      },
    );
    if (ready.status !== 0) return ready.status ?? 1;
  }
  endInOrder();
  await buildIfStale(() => undefined);
  return followChild(
    spawn(toolchainNode, [join(root, 'out', 'main', 'cli.js'), ...process.argv.slice(2)], {
      // npm starts us in the checkout; the command's relative paths are meant from where the person stands.
      cwd: process.env.INIT_CWD ?? process.cwd(),
      stdio: 'inherit',
      env: { ...process.env, ...electronHere() },
    }),
  );
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`\n${describeFailure(error)}\n`);
  process.exitCode = 1;
}
