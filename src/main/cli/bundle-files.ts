import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Refused } from './context';

const BUNDLE = /\.referee(?:\.age)?$/i;

/**
 * The bundles that arguments name: a file as it is, the bundles of a folder by name, or those that a pattern with `*` and
 * `?` in its last part fits, for shells that leave patterns to programs.
 *
 * @throws Refused FILE_NOT_FOUND when a folder or a pattern names none
 */
export function listBundleFiles(given: readonly string[]): readonly string[] {
  return given.flatMap((path) => {
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory() === true)
      return found(path, namesIn(path, BUNDLE));
    if (/[*?]/.test(basename(path)) && !existsSync(path))
      return found(path, namesIn(dirname(path), toPattern(basename(path))), dirname(path));
    return [path];
  });
}

function found(given: string, names: readonly string[], folder = given): readonly string[] {
  if (names.length > 0) return names.map((name) => join(folder, name));
  throw new Refused({
    code: 'FILE_NOT_FOUND',
    message: `${given} names no bundle. Bundles end in .referee or .referee.age.`,
    detail: null,
  });
}

function namesIn(folder: string, pattern: RegExp): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => (entry.isDirectory() || !pattern.test(entry.name) ? [] : [entry.name]))
    .toSorted();
}

function toPattern(glob: string): RegExp {
  const source = glob
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 'su');
}
