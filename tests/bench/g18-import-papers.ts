import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { BenchContext } from './harness/context';
import type { Series } from './harness/pairs';
import { pairsOf, takeRounds, timeScript } from './harness/rounds';
import { makeGrowingBundles } from './harness/growing-bundles';
import { openTaskRunner } from './harness/task-runner';

/**
 * G18: a reviewer's computer imports a thousand assignment bundles, each with the PDF of one more paper, against a bare
 * importer that promises as much, and against `sha256sum` and `sha512sum` of the files.
 */
export async function measureImportOfPapers({ folder, pairCount }: BenchContext): Promise<readonly Series[]> {
  const run = await openTaskRunner(folder);
  const paths = await makeGrowingBundles(run, folder);
  const machine = join(folder, 'reviewer');
  const bare = join(folder, 'bare');
  // Two gigabytes go to the disk in every round: half as many rounds as others have are enough.
  const rounds = await takeRounds(Math.ceil(pairCount / 2), {
    app: async () => {
      rmSync(machine, { recursive: true, force: true });
      return (await run('import-all', { machine, paths })).answer.ms;
    },
    bare: async () => {
      rmSync(bare, { recursive: true, force: true });
      return (await run('import-bare', { folder: bare, paths })).answer.ms;
    },
    sums: () => timeScript('cd "$1"; sha256sum *.referee; sha512sum *.referee', join(folder, 'bundles')),
  });
  const title = 'import 1,000 bundles with a PDF each';
  return [
    {
      id: 'G18',
      title: `${title}; bare importer`,
      unit: 'ms',
      limit: 1.3,
      pairs: pairsOf(rounds, 'app', 'bare'),
    },
    {
      id: 'G18-sums',
      title: '- sha256sum and sha512sum of them',
      unit: 'ms',
      limit: null,
      pairs: pairsOf(rounds, 'app', 'sums'),
    },
  ];
}
