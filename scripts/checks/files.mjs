import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from '../ready/paths.mjs';

/**
 * All files under a folder of the checkout whose name matches, as paths from the checkout with forward slashes.
 *
 * @param {string} folder
 * @param {RegExp} pattern
 * @returns {string[]}
 */
export function listFiles(folder, pattern) {
  let entries;
  try {
    entries = readdirSync(join(root, folder), { withFileTypes: true });
  } catch {
    return [];
  }
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return listFiles(path, pattern);
    return pattern.test(entry.name) ? [relative('.', path).replaceAll('\\', '/')] : [];
  });
}
