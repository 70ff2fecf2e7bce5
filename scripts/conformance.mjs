// Writes the conformance folder of the bundle format again, tests/conformance/bundle-v1: npm run conformance.
import { join } from 'node:path';
import { loadTypeScript } from './build/load-typescript.mjs';
import { root } from './ready/paths.mjs';

process.chdir(root);
const { writeConformance } = await loadTypeScript('tests/conformance/make/conformance.ts');
const count = writeConformance(join(root, 'tests', 'conformance', 'bundle-v1'));
process.stdout.write(`tests/conformance/bundle-v1: ${count} files\n`);
