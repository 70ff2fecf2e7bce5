import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout this script belongs to. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Everything installed from the lock file; `npm ci` empties it. */
export const modules = join(root, 'node_modules');

/** Where the `electron` package looks for its runtime: `dist/` beside `path.txt`. */
export const electronPackage = join(modules, 'electron');

/** Scratch of this checkout (locks, stamps); ignored by git, safe to delete. */
export const scratch = join(root, '.cache');

/** What this script has established about the machine; written last, and only when all of it holds. */
export const stampPath = join(modules, '.referee-ready.json');

/**
 * Downloads and compiled pieces that outlive a checkout: `$XDG_CACHE_HOME/referee`, else the platform's usual
 * place. Everything in it can be made again.
 */
export const cache = (() => {
  const { XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  if (XDG_CACHE_HOME) return resolve(XDG_CACHE_HOME, 'referee');
  if (process.platform === 'win32' && LOCALAPPDATA) return join(LOCALAPPDATA, 'referee', 'Cache');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'referee');
  return join(homedir(), '.cache', 'referee');
})();

/** Half-made downloads and extractions, on the same disk as the cache so that a rename finishes them. */
export const cacheScratch = join(cache, 'tmp');

/** The toolchain's own Node (24), installed from the lock file whatever Node started this script. */
export const toolchainNode = join(modules, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

/** The executable inside a runtime folder, as the `electron` package names it in `path.txt`. */
export const electronExecutable =
  { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }[process.platform] ?? 'electron';

/** The runtime folder in use: `ELECTRON_OVERRIDE_DIST_PATH`, else `node_modules/electron/dist`. */
export function runtimeFolder() {
  return process.env.ELECTRON_OVERRIDE_DIST_PATH || join(electronPackage, 'dist');
}

/** A JSON file's content, or undefined when it is missing or damaged. */
export function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

/** `undefined` when the package is not installed. */
export function installedVersion(name) {
  return readJson(join(modules, name, 'package.json'))?.version;
}
