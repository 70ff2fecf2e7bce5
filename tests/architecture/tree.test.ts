import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listSources, root } from './cruise';

/** The folders of each process (docs/architecture.md): a closed set, each with its charter. */
const folders = {
  'src/shared': ['anchor', 'contract', 'model', 'rules'],
  'src/main': [
    'assignment',
    'bundle',
    'cli',
    'handlers',
    'interop',
    'jobs',
    'services',
    'shell',
    'store',
    'text',
  ],
  'src/renderer': ['app', 'bridge', 'features', 'reader', 'ui', 'workspaces'],
};

const sources = ['src/shared', 'src/main', 'src/preload', 'src/renderer'].flatMap(listSources);
const lines = (path: string): readonly string[] => readFileSync(join(root, path), 'utf8').split('\n');

describe('the tree', () => {
  it.each(Object.entries(folders))(
    'has no folder in %s that the architecture does not know',
    (parent, known) => {
      const found = readdirSync(join(root, parent), { withFileTypes: true }).filter((entry) =>
        entry.isDirectory(),
      );
      expect(found.map((entry) => entry.name).filter((name) => !known.includes(name))).toEqual([]);
    },
  );

  it('has a charter (README.md) in every folder that holds code', () => {
    const uncharted = Object.entries(folders)
      .flatMap(([parent, known]) => known.map((name) => `${parent}/${name}`))
      .filter((folder) => existsSync(join(root, folder)) && listSources(folder).length > 0)
      .filter((folder) => !existsSync(join(root, folder, 'README.md')));
    expect(uncharted).toEqual([]);
  });

  it('has no source of more than 300 lines', () => {
    expect(sources.filter((path) => lines(path).length > 301)).toEqual([]);
  });

  it('names files in kebab-case, and components in PascalCase', () => {
    const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.d)?\.(ts|tsx)$/;
    const pascal = /^[A-Z][A-Za-z0-9]*\.tsx$/;
    expect(sources.filter((path) => !kebab.test(basename(path)) && !pascal.test(basename(path)))).toEqual([]);
  });

  it('has SQL only in the store', () => {
    const sql =
      /[`'"]\s*(SELECT\s.+\sFROM|INSERT\s+(OR\s+\w+\s+)?INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM|CREATE\s+TABLE|PRAGMA)\b/i;
    const outside = sources.filter((path) => !path.startsWith('src/main/store/'));
    expect(outside.filter((path) => sql.test(lines(path).join(' ')))).toEqual([]);
    // The pattern finds what it is for.
    expect(
      sources.filter((path) => path.startsWith('src/main/store/') && sql.test(lines(path).join(' '))),
    ).not.toEqual([]);
  });
});
