import { join } from 'node:path';
import { readJson, root } from '../ready/paths.mjs';
import { asOutcome, runTool } from './programs.mjs';

/** Type-checks every environment that the root tsconfig.json names, each with its own rules. */
export async function checkTypes() {
  const folders = readJson(join(root, 'tsconfig.json')).references.map((reference) => reference.path);
  let output = '';
  let isGood = folders.length > 0;
  for (const folder of folders) {
    const result = await runTool('typescript-native/bin/tsc', [
      '-p',
      folder,
      '--noEmit',
      '--pretty',
      'false',
    ]);
    isGood &&= result.code === 0;
    output += result.output;
  }
  return asOutcome({ isGood, output, note: `${folders.length} environments` });
}
