// Makes this machine ready to run and test Referee: the tools, Electron, SQLite for it, system libraries. Needs
// nothing but a Node (18 or newer) and its npm; does nothing, quickly, when nothing is missing; may be interrupted at
// any point and run again. docs/running.md tells what it does to the machine.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { installAddon } from './ready/addon.mjs';
import { findXvfb, hasDisplay, installXvfb } from './ready/display.mjs';
import { electronInPlace, installElectron } from './ready/electron.mjs';
import { describeFailure } from './ready/failure.mjs';
import { endInOrder, followChild } from './ready/interruption.mjs';
import { installLibraries, missingLibraries } from './ready/libraries.mjs';
import { withLock } from './ready/lock.mjs';
import { scratch, toolchainNode } from './ready/paths.mjs';
import { beQuiet, say } from './ready/say.mjs';
import { isStamped, stamp } from './ready/stamp.mjs';
import { installTestPrograms, missingTestPrograms } from './ready/test-programs.mjs';
import { installToolchain, toolchainProblem } from './ready/toolchain.mjs';

const flags = new Set(process.argv.slice(2));
const usage = `Usage: node scripts/ready.mjs [--for-tests] [--tools-only] [--official] [--quiet]

  --for-tests   also what tests need: Xvfb where there is no display, and on Linux the programs that check our files
  --tools-only  only what the command line and the build need, no Electron
  --official    try Electron's own download again, even if it was refused lately or another Electron is in place
  --quiet       print failures only
`;

/** What fetches and adapts Electron needs Node 22 or newer. */
const isNodeTooOld = Number(process.versions.node.split('.')[0]) < 22;

function needsXvfb() {
  return flags.has('--for-tests') && !hasDisplay() && !findXvfb();
}

function needsTestPrograms() {
  return flags.has('--for-tests') && missingTestPrograms().length > 0;
}

async function isReady() {
  if (toolchainProblem()) return false;
  if (flags.has('--tools-only')) return true;
  if (flags.has('--official') || needsXvfb() || needsTestPrograms() || !isStamped()) return false;
  return (await missingLibraries()).length === 0;
}

async function makeReady() {
  const problem = toolchainProblem();
  if (problem) await installToolchain(problem);
  if (flags.has('--tools-only') || isNodeTooOld) return;
  const isOfficialWanted = flags.has('--official');
  if (isOfficialWanted || !electronInPlace()) await installElectron({ isOfficialWanted });
  const missing = await missingLibraries();
  if (missing.length > 0) await installLibraries(missing);
  if (needsXvfb()) await installXvfb();
  if (needsTestPrograms()) await installTestPrograms();
  if (!isStamped()) await installAddon();
  stamp();
  say(`everything is in place: Electron ${electronInPlace()}`);
}

/** The same again on the Node that was just installed. */
function continueOnToolchainNode() {
  return followChild(spawn(toolchainNode, process.argv.slice(1), { stdio: 'inherit' }));
}

async function main() {
  for (const flag of flags) {
    if (['--for-tests', '--tools-only', '--official', '--quiet'].includes(flag)) continue;
    process.stderr.write(usage);
    return flag === '--help' ? 0 : 2;
  }
  if (flags.has('--quiet')) beQuiet();
  if (await isReady()) return 0;
  endInOrder('ready: interrupted; run it again and it goes on from here');
  await withLock(join(scratch, 'ready.lock'), async () => {
    if (!(await isReady())) await makeReady();
  });
  return isNodeTooOld && !(await isReady()) ? continueOnToolchainNode() : 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`\nready: ${describeFailure(error)}\n`);
  process.exitCode = 1;
}
