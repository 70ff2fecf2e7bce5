import { join } from 'node:path';
import { Failure } from './failure.mjs';
import { electronExecutable, runtimeFolder } from './paths.mjs';
import { run } from './processes.mjs';
import { say } from './say.mjs';
import { installSystemPackages } from './system-packages.mjs';

/** The shared libraries that Electron needs and this machine lacks; empty off Linux. */
export async function missingLibraries() {
  if (process.platform !== 'linux') return [];
  const { output } = await run('ldd', [join(runtimeFolder(), electronExecutable)]);
  return [...output.matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1]);
}

/** Installs them where that is allowed, else fails with the command. */
export async function installLibraries(missing) {
  await installSystemPackages(
    'window',
    `Electron needs system libraries that are missing (${missing.join(', ')}).`,
  );
  const still = await missingLibraries();
  if (still.length > 0) {
    throw new Failure(
      `Electron still lacks ${still.join(', ')} after the installation.`,
      `ldd ${join(runtimeFolder(), electronExecutable)}`,
    );
  }
  say('system libraries installed');
}
