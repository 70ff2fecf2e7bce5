import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Failure } from '../ready/failure.mjs';
import { withLock } from '../ready/lock.mjs';
import { modules, root, scratch, toolchainNode } from '../ready/paths.mjs';
import { run } from '../ready/processes.mjs';

/** All that the build reads, except the tools, which the lock file stands for. */
const inputs = [
  'src',
  'resources',
  'electron.vite.config.ts',
  'tsconfig.base.json',
  'package.json',
  'package-lock.json',
];

const builtStamp = join(root, 'out', '.built');

/**
 * Builds the app into `out/` unless it was built from exactly these sources. One build at a time; an interrupted one
 * is done again.
 *
 * @param {(line: string) => void} say
 */
export async function buildIfStale(say) {
  if (isFresh()) return;
  await withLock(join(scratch, 'build.lock'), async () => {
    const sources = fingerprint();
    if (isFresh(sources)) return;
    say('building');
    const startedAt = Date.now();
    rmSync(builtStamp, { force: true });
    const cli = join(modules, 'electron-vite', 'bin', 'electron-vite.js');
    const result = await run(toolchainNode, [cli, 'build', '--logLevel', 'warn'], {
      cwd: root,
      env: { ...process.env, NO_COLOR: '1' },
    });
    if (result.code !== 0) {
      process.stderr.write(result.output);
      throw new Failure('The build failed; what it said is above.', 'npx electron-vite build');
    }
    writeFileSync(builtStamp, sources);
    say(`built in ${((Date.now() - startedAt) / 1000).toFixed(1)} s`);
  });
}

function isFresh(sources = fingerprint()) {
  return existsSync(builtStamp) && readFileSync(builtStamp, 'utf8') === sources;
}

/** Names, sizes and times of all inputs: a few milliseconds, where their contents would take a hundred. */
function fingerprint() {
  const hash = createHash('sha256');
  for (const input of inputs) add(hash, join(root, input));
  return hash.digest('hex');
}

function add(hash, path) {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) return;
  if (stats.isDirectory()) {
    for (const name of readdirSync(path).sort()) add(hash, join(path, name));
  } else {
    hash.update(`${relative(root, path)} ${stats.size} ${stats.mtimeMs}\n`);
  }
}
