import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { BenchContext } from './harness/context';
import type { Series } from './harness/pairs';
import { pairsOf, takeRounds, timeCommand, timeScript } from './harness/rounds';
import { openTaskRunner } from './harness/task-runner';

/** 300 papers of 667 kB: a bundle of 200 MB. */
const PAPERS = { count: 300, meanBytes: 667_333 } as const;

/**
 * G15: looking at a bundle of 300 papers (every byte by CRC-32 and SHA-256, signature, content), against `unzip -t` and
 * `sha512sum` of it. G16: writing it again (record, signature, sync, rename, digest of the file), against `zip -0` of the
 * same files, which syncs nothing.
 */
export async function measureOneBundle({ folder, pairCount }: BenchContext): Promise<readonly Series[]> {
  const run = await openTaskRunner(folder);
  const organizer = join(folder, 'organizer');
  const pdfFolder = join(folder, 'pdfs');
  await run('make-papers', { folder: pdfFolder, ...PAPERS });
  await run('make-venue', {
    machine: organizer,
    pdfFolder,
    paperCount: PAPERS.count,
    reviewerCount: 1,
    papersEach: PAPERS.count,
    hasChair: false,
  });
  const exported = await run('export-all', { machine: organizer, out: join(folder, 'bundles') });
  const path = exported.answer.bundles[0]?.path ?? '';
  const files = join(folder, 'files');
  mkdirSync(files);
  await timeCommand('unzip', ['-q', path], files);

  const reader = join(folder, 'reader');
  const reading = await takeRounds(pairCount, {
    app: async () => (await run('inspect-one', { machine: reader, path })).answer.ms,
    tools: () => timeScript('unzip -tqq "$1"; sha512sum "$1"', path),
  });
  const out = join(folder, 'out');
  const zip = join(folder, 'files.zip');
  const writing = await takeRounds(pairCount, {
    app: async () => {
      rmSync(out, { recursive: true, force: true });
      return (await run('export-all', { machine: organizer, out })).answer.ms;
    },
    tools: () => {
      rmSync(zip, { force: true });
      return timeCommand('zip', ['-0', '-q', '-r', zip, '.'], files);
    },
  });
  return [
    {
      id: 'G15',
      title: 'verify 300 papers, 200 MB; unzip -t and sha512sum',
      unit: 'ms',
      limit: 1 / 1.5,
      pairs: pairsOf(reading, 'app', 'tools'),
    },
    {
      id: 'G16',
      title: 'write 300 papers, 200 MB; zip -0',
      unit: 'ms',
      limit: 1.5,
      pairs: pairsOf(writing, 'app', 'tools'),
    },
  ];
}
