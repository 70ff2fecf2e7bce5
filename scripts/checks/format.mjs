import { asOutcome, runTool } from './programs.mjs';

/** Prettier over the whole checkout, with .prettierignore and .gitignore. */
export async function checkFormat() {
  const result = await runTool('prettier/bin/prettier.cjs', [
    '--check',
    '--cache',
    '--cache-location',
    '.cache/prettier',
    '.',
  ]);
  return asOutcome({ isGood: result.code === 0, output: result.output });
}
