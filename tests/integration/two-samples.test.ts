import { readdirSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { expect, it } from 'vitest';
import type { JobId } from '@shared/model/ids';
import type { JobState } from '@shared/contract/job';
import { inOwnThread } from '@main/jobs/executor';
import { makeApplication } from '../support/application';
import { tempFolder } from '../support/temp';

/** The worker of jobs as the app has it: one file, beside packages that it finds. */
async function buildWorker(): Promise<string> {
  const folder = tempFolder();
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  await build({
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@shared': resolve('src/shared') } },
    build: { ssr: resolve('src/main/jobs/worker.ts'), outDir: folder, emptyOutDir: false, minify: false },
    ssr: { noExternal: true, external: ['better-sqlite3'] },
  });
  return join(folder, readdirSync(folder).find((name) => name.startsWith('worker.')) ?? '');
}

it('two samples opened at once, each in a thread of its own, end in one whole venue', async () => {
  const workerPath = await buildWorker();
  const folder = join(tempFolder(), 'data');
  const { application } = makeApplication(folder, {
    executor: (deps) => inOwnThread({ workerPath, dataFolder: folder, deps }),
  });
  const ends = await Promise.all(
    [1, 2].map(async (): Promise<JobState> => {
      const { value } = (await application.router('sample.open', {})) as { value: JobId };
      return application.jobs.whenEnded(value);
    }),
  );
  const rows = ends.map((end) => {
    expect(end).toMatchObject({ kind: 'open-sample', status: 'done', error: null });
    return (end as JobState<'open-sample'>).result?.rows[0];
  });
  expect(rows.filter((row) => row?.outcome === 'added')).toHaveLength(1);
  // The other one came after it, or found at its end that it had come first.
  const other = rows.find((row) => row?.outcome !== 'added');
  expect(other?.outcome === 'already' || other?.error?.code === 'VENUE_EXISTS').toBe(true);

  const venues = readdirSync(join(folder, 'venues'));
  expect(venues).toHaveLength(1);
  const library = await application.router('library.get', { venue: venues[0] });
  expect(library).toMatchObject({ ok: true });
  const { papers } = (library as unknown as { value: { papers: readonly { number: number }[] } }).value;
  expect(papers.length).toBeGreaterThan(2);
  expect(readdirSync(join(folder, 'venues', venues[0] ?? '', 'blobs'))).toHaveLength(papers.length);
});
