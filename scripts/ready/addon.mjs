import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { join } from 'node:path';
import { Failure } from './failure.mjs';
import { withLock } from './lock.mjs';
import {
  cache,
  electronExecutable,
  installedVersion,
  modules,
  runtimeFolder,
  toolchainNode,
} from './paths.mjs';
import { lastLine, machinePath, run } from './processes.mjs';
import { say, showProgress } from './say.mjs';
import { installSystemPackages } from './system-packages.mjs';

const packageFolder = join(modules, 'better-sqlite3');
const compiled = join(packageFolder, 'build', 'Release', 'better_sqlite3.node');

/** Electron 33 offers Node-API 9; the sources ask for 10, of which they use what 9 has as experimental. */
const cxxFlags =
  '-UNAPI_VERSION -DNAPI_EXPERIMENTAL -DNODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT -DNODE_API_EXPERIMENTAL_NO_WARNING';

/** Size of the addon compiled on this machine, or 0 when better-sqlite3's own prebuilt is in use. */
export function compiledAddonBytes() {
  return existsSync(compiled) ? statSync(compiled).size : 0;
}

/** Makes SQLite load in this Electron and in the toolchain's Node: the prebuilt addon if it can, else one compiled here. */
export async function installAddon() {
  if (await loadsEverywhere()) return;
  rmSync(compiled, { force: true });
  if (await loadsEverywhere()) return;
  const napi = (await evaluate(electron(), 'process.versions.napi')).stdout.trim();
  if (!napi) {
    throw new Failure(
      'Electron cannot be started.',
      `ELECTRON_RUN_AS_NODE=1 ${electron()} -p process.versions`,
    );
  }
  const kept = join(
    cache,
    `better-sqlite3-${installedVersion('better-sqlite3')}-napi${napi}-${process.platform}-${process.arch}.node`,
  );
  await withLock(join(cache, 'lock'), async () => {
    if (existsSync(kept)) {
      copyInto(kept, compiled);
      if (await loadsEverywhere()) {
        say('SQLite for this Electron: taken from the cache');
        return;
      }
      rmSync(kept, { force: true });
    }
    copyInto(await compile(), kept);
    copyInto(kept, compiled);
    rmSync(buildFolder, { recursive: true, force: true });
    if (!(await loadsEverywhere())) {
      rmSync(kept, { force: true });
      throw new Failure(
        'SQLite was compiled, yet it does not load in Electron.',
        `ELECTRON_RUN_AS_NODE=1 ${electron()} -e "${probe}"`,
      );
    }
    say('SQLite compiled for this Electron');
  });
}

const probe = "new (require('better-sqlite3'))(':memory:').prepare('select 1').get()";
/** Inside `node_modules`, so that the sources find their headers there, but apart from the package itself. */
const buildFolder = join(modules, '.better-sqlite3-build');

function electron() {
  return join(runtimeFolder(), electronExecutable);
}

/** A prebuilt for a newer Node-API does not fail, it crashes: so it is tried in a process of its own. */
async function loadsEverywhere() {
  const results = await Promise.all([electron(), toolchainNode].map((program) => evaluate(program, probe)));
  return results.every((result) => result.code === 0);
}

function evaluate(program, code) {
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: '' };
  return run(program, ['-p', code], { cwd: packageFolder, env, timeoutMs: 60_000 });
}

async function compile() {
  if (!(await hasCompiler())) {
    await installSystemPackages(
      'compiler',
      'SQLite must be compiled for this Electron, and a compiler is missing.',
    );
  }
  say('compiling SQLite for this Electron (about a minute, once)');
  rmSync(buildFolder, { recursive: true, force: true });
  for (const name of ['binding.gyp', 'package.json', 'src', 'deps', 'lib']) {
    cpSync(join(packageFolder, name), join(buildFolder, name), { recursive: true });
  }
  const startedAt = Date.now();
  const stop = showProgress(() => `compiling: ${Math.round((Date.now() - startedAt) / 1000)} s`);
  const nodeGyp = join(modules, 'node-gyp', 'bin', 'node-gyp.js');
  const args = [
    'rebuild',
    '--release',
    '--force_build=1',
    `--nodedir=${headersFolder()}`,
    '--jobs',
    String(cores()),
  ];
  const env = {
    ...process.env,
    PATH: machinePath(),
    CXXFLAGS: `${process.env.CXXFLAGS ?? ''} ${cxxFlags}`.trim(),
  };
  const result = await run(toolchainNode, [nodeGyp, ...args], { cwd: buildFolder, env });
  stop();
  const output = join(buildFolder, 'build', 'Release', 'better_sqlite3.node');
  if (result.code !== 0 || !existsSync(output)) {
    throw new Failure(
      `SQLite could not be compiled: ${lastLine(result.output)}`,
      `cd ${buildFolder} && CXXFLAGS='${cxxFlags}' ${toolchainNode} ${nodeGyp} ${args.join(' ')}`,
    );
  }
  return output;
}

async function hasCompiler() {
  const found = await Promise.all(
    [
      [process.env.CXX ?? 'g++', '--version'],
      ['make', '--version'],
      ['python3', '--version'],
    ].map(([program, flag]) => run(program, [flag])),
  );
  return found.every((result) => result.code === 0);
}

/** The toolchain's Node comes with its own headers, in its platform's package. */
function headersFolder() {
  for (const parent of [join(modules, 'node', 'node_modules'), modules]) {
    const name = existsSync(parent)
      ? readdirSync(parent).find((entry) => existsSync(join(parent, entry, 'include', 'node', 'node_api.h')))
      : undefined;
    if (name) return join(parent, name);
  }
  throw new Failure("Node's headers are missing from the tools.", 'npm ci --include=dev');
}

function cores() {
  return availableParallelism?.() ?? cpus().length;
}

/** Never a half-written addon at `target`. */
function copyInto(source, target) {
  mkdirSync(join(target, '..'), { recursive: true });
  copyFileSync(source, `${target}.part`);
  renameSync(`${target}.part`, target);
}
