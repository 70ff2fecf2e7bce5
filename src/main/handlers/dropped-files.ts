import { readdirSync, statSync, type Dirent } from 'node:fs';
import { join } from 'node:path';

/** How deep below a dropped folder bundles are looked for. */
const MAX_DEPTH = 4;
/** The most files that one folder brings, and the most entries that are looked at for them. */
const MAX_FILES = 10_000;
const MAX_ENTRIES = 100_000;

/**
 * The files among paths that came from elsewhere, a folder standing for the bundles in it by name: `.referee`, or
 * `.referee.age`. Links are not followed, and what this user may not see is left out.
 */
export function findFiles(paths: readonly string[]): readonly string[] {
  return paths.flatMap((path) => {
    const kind = kindOf(path);
    if (kind === 'file') return path;
    return kind === 'folder' ? findBundles(path) : [];
  });
}

function findBundles(folder: string): readonly string[] {
  const found: string[] = [];
  let seen = 0;
  const visit = (path: string, depth: number): void => {
    for (const entry of entriesOf(path)) {
      seen += 1;
      if (seen > MAX_ENTRIES || found.length >= MAX_FILES) return;
      const child = join(path, entry.name);
      if (entry.isFile() && /\.referee(\.age)?$/i.test(entry.name)) found.push(child);
      else if (entry.isDirectory() && depth < MAX_DEPTH) visit(child, depth + 1);
    }
  };
  visit(folder, 1);
  return found.toSorted();
}

function entriesOf(path: string): readonly Dirent[] {
  try {
    return readdirSync(path, { withFileTypes: true });
  } catch {
    return [];
  }
}

function kindOf(path: string): 'file' | 'folder' | null {
  try {
    const found = statSync(path, { throwIfNoEntry: false });
    if (found?.isFile() === true) return 'file';
    return found?.isDirectory() === true ? 'folder' : null;
  } catch {
    // A path that leads through a file, or where this user may not look.
    return null;
  }
}
