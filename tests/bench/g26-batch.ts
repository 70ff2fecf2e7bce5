import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { BenchContext } from './harness/context';
import type { Series } from './harness/pairs';
import { pairsOf, takeRounds } from './harness/rounds';
import { openTaskRunner } from './harness/task-runner';
import { VENUE } from './tasks/venue';

/** Every reviewer has six of the 300 papers: 150 reviewers, three on each paper, 600 MB in all. */
const FULL = { paperCount: 300, reviewerCount: 150, papersEach: 6, hasChair: false } as const;

/** The same papers and a fifth of the people. */
const FEW = { ...FULL, reviewerCount: 30 } as const;

/**
 * G26: writing the assignment bundles of 150 reviewers, against a hand writer of the same files; and the memory that it
 * takes, against that for 30 reviewers.
 */
export async function measureBatch({ folder, pairCount }: BenchContext): Promise<readonly Series[]> {
  const run = await openTaskRunner(folder);
  const pdfFolder = join(folder, 'pdfs');
  const full = join(folder, 'organizer');
  const few = join(folder, 'small-organizer');
  await run('make-papers', { folder: pdfFolder, count: FULL.paperCount, meanBytes: 667_333 });
  await run('make-venue', { machine: full, pdfFolder, ...FULL });
  await run('make-venue', { machine: few, pdfFolder, ...FEW });
  const bundles = join(folder, 'bundles');
  await run('export-all', { machine: full, out: bundles });
  const blobs = join(full, 'data', 'venues', VENUE, 'blobs');

  const out = join(folder, 'out');
  const peaks: { app: number; yardstick: number }[] = [];
  const rounds = await takeRounds(Math.ceil(pairCount / 2), {
    app: async () => {
      rmSync(out, { recursive: true, force: true });
      const small = await run('export-all', { machine: few, out });
      rmSync(out, { recursive: true, force: true });
      const { answer, peakMib } = await run('export-all', { machine: full, out });
      peaks.push({ app: peakMib, yardstick: small.peakMib });
      return answer.ms;
    },
    hand: async () => {
      rmSync(out, { recursive: true, force: true });
      return (await run('write-bare', { bundles, blobs, out })).answer.ms;
    },
  });
  return [
    {
      id: 'G26',
      title: '150 assignment bundles, 600 MB; hand writer',
      unit: 'ms',
      limit: 1 / 0.7,
      pairs: pairsOf(rounds, 'app', 'hand'),
    },
    { id: 'G26-memory', title: '- its memory; that for 30 bundles', unit: 'MiB', limit: 1.1, pairs: peaks },
  ];
}
