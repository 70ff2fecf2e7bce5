import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from './failure.mjs';
import { runNpm } from './npm.mjs';
import { lastLine } from './processes.mjs';
import { modules, readJson, root, toolchainNode } from './paths.mjs';
import { say, showProgress } from './say.mjs';

/** What npm writes into `node_modules` last: the packages it put there. */
const installedLock = join(modules, '.package-lock.json');

/**
 * Why `node_modules` is not what `package-lock.json` asks for, or undefined when it is.
 * A package that is only for other platforms may be absent.
 *
 * @returns {string | undefined}
 */
export function toolchainProblem() {
  const wanted = readJson(join(root, 'package-lock.json'))?.packages;
  if (!wanted)
    throw new Failure('package-lock.json is missing or damaged.', 'git checkout -- package-lock.json');
  const installed = readJson(installedLock)?.packages;
  if (!installed) return 'the tools are not installed';
  for (const [path, entry] of Object.entries(wanted)) {
    if (path === '') continue;
    const found = installed[path];
    if (!found && entry.optional) continue;
    if (found?.version !== entry.version || found?.integrity !== entry.integrity) {
      return `${path.replace(/^.*node_modules\//, '')} is not the version of package-lock.json`;
    }
    if (!existsSync(join(root, path, 'package.json'))) return `${path} is incomplete`;
  }
  return existsSync(toolchainNode) ? undefined : 'the Node of the tools is missing';
}

/** Installs exactly what `package-lock.json` says. */
export async function installToolchain(reason) {
  if (process.platform === 'win32' && process.execPath.startsWith(modules)) {
    throw new Failure(`${reason}, and Windows cannot replace the Node that is running.`, 'npm ci');
  }
  say(`installing the tools with npm ci: ${reason}`);
  // npm writes this last; without it an interrupted installation is seen as one.
  rmSync(installedLock, { force: true });
  const startedAt = Date.now();
  const stop = showProgress(() => {
    const seconds = Math.round((Date.now() - startedAt) / 1000);
    return `npm ci: ${seconds} s, ${countPackages()} packages begun`;
  });
  const result = await runNpm(
    [
      'ci',
      '--include=dev',
      '--include=optional',
      '--prefer-offline',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
    ],
    { cwd: root },
  );
  stop();
  if (result.code !== 0) {
    throw new Failure(
      `npm ci failed (exit ${result.code}): ${lastLine(result.output)}`,
      'npm ci --include=dev',
    );
  }
  const problem = toolchainProblem();
  if (problem) throw new Failure(`npm ci ended well, yet ${problem}.`, 'npm ci --include=dev');
  say(`tools installed: ${countPackages()} packages`);
}

function countPackages() {
  try {
    return readdirSync(modules).filter((name) => !name.startsWith('.')).length;
  } catch {
    return 0;
  }
}
