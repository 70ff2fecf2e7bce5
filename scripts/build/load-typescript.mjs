import { resolve } from 'node:path';
import { runnerImport } from 'vite';
import { root } from '../ready/paths.mjs';

/**
 * Imports a TypeScript module of the checkout into this process, with the names that the sources use for each other.
 *
 * @param {string} path from the checkout
 */
export async function loadTypeScript(path) {
  const alias = Object.fromEntries(
    ['shared', 'main', 'renderer'].map((name) => [`@${name}`, resolve(root, 'src', name)]),
  );
  const { module } = await runnerImport(resolve(root, path), {
    root,
    configFile: false,
    logLevel: 'error',
    resolve: { alias },
  });
  return module;
}
