import { copyFileSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { root } from './cruise';
import type { Plant } from './plants';

const packages = ['better-sqlite3', 'electron', 'highs', 'pdfjs-dist', 'react', 'zod'];

/** A small tree in a temporary folder with the real rules and the planted imports. @returns the folder */
export function plantTree(plants: readonly Omit<Plant, 'rule'>[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'referee-layers-'));
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  for (const name of ['.dependency-cruiser.cjs', '.dependency-cruiser.resolve.cjs']) {
    copyFileSync(join(root, name), join(folder, name));
  }
  const dependencies = Object.fromEntries(packages.map((name) => [name, '1.0.0']));
  write('package.json', JSON.stringify({ name: 'planted', type: 'module', dependencies }));
  for (const name of packages) {
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' }));
    write(`node_modules/${name}/index.js`, 'export const thing = 1;\n');
  }
  for (const { to } of plants) {
    if (/\.tsx?$/.test(to)) write(to, 'export const thing = 1;\n');
  }
  write('src/shared/model/thing.ts', 'export const thing = 1;\n');
  write('src/renderer/bridge/thing.ts', 'export const thing = 1;\n');
  write('src/renderer/features/one/index.ts', 'export const thing = 1;\n');
  // The other half of the ring: no-cycles needs two files.
  write('src/shared/rules/ring-b.ts', "import { thing } from './ring-a';\nexport const other = thing;\n");
  for (const plant of plants) write(plant.from, importLine(plant));
  return folder;
}

function importLine({ from, to, isTypeOnly }: Omit<Plant, 'rule'>): string {
  const target = /\.tsx?$/.test(to) ? pathBetween(from, to) : to;
  return isTypeOnly
    ? `import type { thing } from '${target}';\nexport type Thing = typeof thing;\n`
    : `import { thing } from '${target}';\nexport const used = thing;\n`;
}

function pathBetween(from: string, to: string): string {
  const path = relative(dirname(from), to)
    .replaceAll('\\', '/')
    .replace(/\.tsx?$/, '');
  return path.startsWith('.') ? path : `./${path}`;
}
