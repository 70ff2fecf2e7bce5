// Opens every PDF of a corpus in the app's own window, then reviews a long paper with the keyboard alone:
// node scripts/corpus.mjs FOLDER, which holds `papers` and `hostile`. Exit status 1 when a paper is not shown, a hostile
// file does anything but end in peace, or the review does not come about. With --review, only the review.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildIfStale } from './build/build-if-stale.mjs';
import { loadTypeScript } from './build/load-typescript.mjs';
import { runPlaywright } from './checks/playwright.mjs';
import { describeFailure, Failure } from './ready/failure.mjs';
import { endInOrder } from './ready/interruption.mjs';
import { root } from './ready/paths.mjs';
import { openDisplay } from './ready/virtual-display.mjs';

async function main() {
  const isReviewOnly = process.argv.includes('--review');
  const [named] = process.argv.slice(2).filter((word) => word !== '--review');
  if (named === undefined) throw new Failure('Which folder?', 'npm run test:corpus -- FOLDER');
  const folder = resolve(process.env.INIT_CWD ?? '.', named);
  if (!existsSync(join(folder, 'papers')) && !existsSync(join(folder, 'hostile'))) {
    throw new Failure(`${named} holds neither papers nor hostile.`, 'npm run test:corpus -- FOLDER');
  }
  process.chdir(root);
  endInOrder();
  const isOpened = isReviewOnly || (await openAll(folder));
  if (!existsSync(join(folder, 'papers'))) return isOpened;
  const review = await runPlaywright(['--config', 'tests/corpus/playwright.config.ts'], {
    REFEREE_CORPUS: folder,
  });
  process.stdout.write(
    `\n${review.passed} passed, ${review.failed} failed: a whole review of a long paper\n`,
  );
  return isOpened && review.failed === 0;
}

async function openAll(folder) {
  await buildIfStale((line) => process.stderr.write(`build: ${line}\n`));
  const { runCorpus } = await loadTypeScript('tests/corpus/main.ts');
  const display = await openDisplay();
  Object.assign(process.env, display.env);
  try {
    return await runCorpus(folder);
  } finally {
    display.stop();
  }
}

try {
  process.exitCode = (await main()) ? 0 : 1;
} catch (error) {
  process.stderr.write(`\ncorpus: ${describeFailure(error)}\n`);
  process.exitCode = 1;
}
