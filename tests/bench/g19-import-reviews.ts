import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { BenchContext } from './harness/context';
import type { Series } from './harness/pairs';
import { pairsOf, takeRounds, timeScript } from './harness/rounds';
import { openTaskRunner } from './harness/task-runner';
import { CHAIR, type VenuePlan } from './tasks/venue';

/**
 * G19: a chair imports the reviews of a thousand reviewers, a bundle of three reviews each, all of them vouched for by
 * invitation, against a bare importer that promises as much, and against `unzip -t` of each.
 */
export async function measureImportOfReviews({
  folder,
  pairCount,
}: BenchContext): Promise<readonly Series[]> {
  const run = await openTaskRunner(folder);
  const venue: VenuePlan = {
    machine: join(folder, 'organizer'),
    pdfFolder: join(folder, 'pdfs'),
    paperCount: 300,
    reviewerCount: 1_000,
    papersEach: 3,
    hasChair: true,
  };
  await run('make-papers', { folder: venue.pdfFolder, count: venue.paperCount, meanBytes: 3_000 });
  await run('make-venue', venue);
  const exported = await run('export-all', { machine: venue.machine, out: join(folder, 'assignments') });
  const chairs = exported.answer.bundles.find(({ person }) => person === CHAIR.name)?.path ?? '';
  const untouched = join(folder, 'chair');
  await run('import-all', { machine: untouched, paths: [chairs] });
  const paths = (await run('make-review-bundles', { venue, out: join(folder, 'reviews') })).answer;

  const machine = join(folder, 'chair-turn');
  const bare = join(folder, 'bare');
  const rounds = await takeRounds(pairCount, {
    app: async () => {
      rmSync(machine, { recursive: true, force: true });
      cpSync(untouched, machine, { recursive: true });
      return (await run('import-all', { machine, paths })).answer.ms;
    },
    bare: async () => {
      rmSync(bare, { recursive: true, force: true });
      return (await run('import-bare', { folder: bare, paths })).answer.ms;
    },
    unzip: () =>
      timeScript('cd "$1"; for file in *.referee; do unzip -tqq "$file"; done', join(folder, 'reviews')),
  });
  const title = 'import 1,000 bundles of 3 reviews';
  return [
    {
      id: 'G19',
      title: `${title}; bare importer`,
      unit: 'ms',
      limit: 1.5,
      pairs: pairsOf(rounds, 'app', 'bare'),
    },
    {
      id: 'G19-unzip',
      title: '- unzip -t of each',
      unit: 'ms',
      limit: 1,
      pairs: pairsOf(rounds, 'app', 'unzip'),
    },
  ];
}
