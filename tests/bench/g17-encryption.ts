import { randomBytes } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ageIdentityFromSeed } from '@main/bundle/age/age-keys';
import type { BenchContext } from './harness/context';
import type { Pair, Series } from './harness/pairs';
import { pairsOf, takeRounds, timeCommand, timeScript } from './harness/rounds';
import { openTaskRunner, type TaskRunner } from './harness/task-runner';

/** How much more memory a bundle of 200 MB may take than a small one, MiB. */
const MORE_MIB = 150;

/**
 * G17: exporting 300 papers encrypted (all that an export does), and opening that (decrypting and checking every byte),
 * against the `age` program on the same bundle (what it encrypts is synced, as ours
 * is); and the memory of both, against that for one paper and 150 MiB.
 */
export async function measureSealed({ folder, pairCount }: BenchContext): Promise<readonly Series[]> {
  const run = await openTaskRunner(folder);
  const { secretKey, recipient } = ageIdentityFromSeed(randomBytes(32));
  const keyFile = join(folder, 'key.txt');
  writeFileSync(keyFile, `${secretKey}\n`);
  const large = await makeBundle(run, join(folder, 'large'), 300);
  const small = await makeBundle(run, join(folder, 'small'), 1);
  const sealed = join(folder, 'large.age');
  const sealedSmall = join(folder, 'small.age');
  const byAge = join(folder, 'by-age');
  const smallExport = await run('export-sealed', { ...small, out: sealedSmall, recipient });
  const smallOpen = await run('open-sealed', { path: sealedSmall, secretKey });

  const memory: { readonly exporting: Pair[]; readonly opening: Pair[] } = { exporting: [], opening: [] };
  const exporting = await takeRounds(pairCount, {
    app: async () => {
      const { answer, peakMib } = await run('export-sealed', { ...large, out: sealed, recipient });
      memory.exporting.push({ app: peakMib, yardstick: smallExport.peakMib + MORE_MIB });
      return answer.ms;
    },
    age: () => {
      rmSync(byAge, { force: true });
      return timeScript('age --encrypt -r "$1" -o "$2" "$3"; sync "$2"', recipient, byAge, large.plain);
    },
  });
  const opening = await takeRounds(pairCount, {
    app: async () => {
      const { answer, peakMib } = await run('open-sealed', { path: sealed, secretKey });
      memory.opening.push({ app: peakMib, yardstick: smallOpen.peakMib + MORE_MIB });
      return answer.ms;
    },
    age: () => {
      rmSync(byAge, { force: true });
      return timeCommand('age', ['--decrypt', '-i', keyFile, '-o', byAge, sealed]);
    },
  });
  const time = { unit: 'ms', limit: 4 } as const;
  const peak = { unit: 'MiB', limit: 1 } as const;
  return [
    {
      id: 'G17-out',
      title: 'export 200 MB encrypted; age',
      ...time,
      pairs: pairsOf(exporting, 'app', 'age'),
    },
    { id: 'G17-in', title: 'decrypt and check 200 MB; age', ...time, pairs: pairsOf(opening, 'app', 'age') },
    { id: '', title: '- memory of the export; one paper + 150 MiB', ...peak, pairs: memory.exporting },
    { id: '', title: '- memory of the check; one paper + 150 MiB', ...peak, pairs: memory.opening },
  ];
}

/** A venue of so many papers, and a plain bundle of all of them. */
async function makeBundle(
  run: TaskRunner,
  machine: string,
  paperCount: number,
): Promise<{ readonly machine: string; readonly plain: string }> {
  const pdfFolder = join(machine, 'pdfs');
  await run('make-papers', { folder: pdfFolder, count: paperCount, meanBytes: 667_333 });
  await run('make-venue', {
    machine,
    pdfFolder,
    paperCount,
    reviewerCount: 1,
    papersEach: paperCount,
    hasChair: false,
  });
  const exported = await run('export-all', { machine, out: join(machine, 'bundles') });
  return { machine, plain: exported.answer.bundles[0]?.path ?? '' };
}
