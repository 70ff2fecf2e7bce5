// The whole round trip of three people in the real window, on the sample's papers: npm run demo. Leaves pictures of each
// step, the bundles, the table and a summary in out/demo/. The steps are in tests/e2e/demo, on the tests' page models.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { showTool } from './checks/programs.mjs';
import { describeFailure } from './ready/failure.mjs';
import { root } from './ready/paths.mjs';

try {
  const out = join(root, 'out', 'demo');
  rmSync(out, { recursive: true, force: true });
  const config = join(root, 'scripts', 'demo', 'playwright.config.ts');
  const code = await showTool('@playwright/test/cli.js', ['test', '--config', config]);
  if (code === 0) process.stdout.write(`\nThe result is in ${out}: begin with summary.md.\n`);
  else process.stdout.write(`\nThe demo did not come to its end. What there is of it is in ${out}.\n`);
  process.exitCode = code;
} catch (error) {
  process.stderr.write(`\ndemo: ${describeFailure(error)}\n`);
  process.exitCode = 1;
}
