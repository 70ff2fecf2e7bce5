import { join } from 'node:path';
import type { TaskRunner } from './task-runner';

/** How many bundles the growing assignment has, and how large their papers are. */
const GROWING = { count: 1_000, meanBytes: 675_000 } as const;

/** Makes the thousand bundles of one reviewer's growing assignment below a folder and answers their paths. */
export async function makeGrowingBundles(run: TaskRunner, folder: string): Promise<readonly string[]> {
  const pdfFolder = join(folder, 'growing-pdfs');
  await run('make-papers', { folder: pdfFolder, ...GROWING });
  const made = await run('make-growing-assignment', {
    machine: join(folder, 'growing-organizer'),
    pdfFolder,
    count: GROWING.count,
    out: join(folder, 'bundles'),
  });
  return made.answer;
}
