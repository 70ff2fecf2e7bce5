import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The checkout. Vitest runs in it. */
export const root = resolve('.');

/** What dependency-cruiser says about a tree, as far as these tests need it. */
export interface Cruise {
  readonly modules: readonly { readonly source: string }[];
  readonly summary: {
    readonly violations: readonly {
      readonly from: string;
      readonly to: string;
      readonly rule: { readonly name: string };
    }[];
  };
}

/** Cruises `src` of the tree at `folder` by that tree's own `.dependency-cruiser.cjs`. */
export function cruise(folder: string): Cruise {
  const program = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  try {
    return parse(
      execFileSync(process.execPath, [program, 'src', '--output-type', 'json'], {
        cwd: folder,
        encoding: 'utf8',
        maxBuffer: 2 ** 28,
      }),
    );
  } catch (error) {
    // It exits with the number of violations and prints the report all the same.
    if (error instanceof Error && 'stdout' in error && String(error.stdout).startsWith('{')) {
      return parse(String(error.stdout));
    }
    throw error;
  }
}

function parse(report: string): Cruise {
  return JSON.parse(report) as Cruise;
}

/** Every TypeScript source under a folder of the checkout (no declarations), with forward slashes. */
export function listSources(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
    .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts'));
}
