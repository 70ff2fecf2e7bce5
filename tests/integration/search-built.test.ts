import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, expect, it, onTestFinished } from 'vitest';
import { createJobs } from '@main/jobs/jobs';
import { inOwnThread } from '@main/jobs/executor';
import { searchPapers } from '@main/services/search-papers';
import { closeSearchIndexes } from '@main/store/search-database';
import { builtWorker, ensureBuilt, referee } from '../support/built';
import { importAll, makeMachine, makeOrganizer, SIM2SCIENCE } from '../support/machine';
import { tempFolder } from '../support/temp';

beforeAll(ensureBuilt, 120_000);

/** The built module that threads which read PDFs start from. */
function builtPageReader(): string {
  const folder = resolve('out/main/chunks');
  const name = readdirSync(folder).find((one) => /^page-reader-thread-.*\.js$/.test(one));
  return join(folder, String(name));
}

it('reads papers in a thread of the built worker into an index that this thread searches at once', async () => {
  onTestFinished(() => {
    closeSearchIndexes();
  });
  const { bundleOf } = makeOrganizer();
  const ada = makeMachine();
  importAll(ada, bundleOf('Ada Lindqvist'));
  const execute = inOwnThread({
    workerPath: builtWorker(),
    dataFolder: join(ada.folder, 'data'),
    deps: ada.deps,
  });
  const jobs = createJobs(execute, () => undefined);
  const input = { venue: SIM2SCIENCE, readerPath: builtPageReader() };
  const state = await jobs.whenEnded(jobs.start('index-papers', input, (report) => report));
  expect(state).toMatchObject({ status: 'done', error: null, result: { read: 2 } });
  const answer = searchPapers(ada.deps, {
    venue: SIM2SCIENCE,
    papers: 'mine',
    query: '"paper 12"',
    limit: 9,
  });
  expect(answer.papers).toMatchObject([{ paper: 12, hits: [{ page: 1, text: 'Paper 12' }, { page: null }] }]);
});

it('searches from the command line, and says how much it searched', () => {
  const { bundleOf } = makeOrganizer();
  const store = join(tempFolder(), 'ada');
  expect(referee(['bundle', 'import', bundleOf('Ada Lindqvist'), '--store', store]).status).toBe(0);
  const found = referee(['search', '"paper 12"', '--store', store]);
  expect(found).toEqual({
    status: 0,
    out: '#12 Title of paper, 12\n  p. 1  Paper 12\n  about  Title of paper, 12 Abstract 12\n\n2 of 2 papers were searched.\n',
    err: '',
  });
  const nothing = referee(['search', 'NEAR(((', '"', '--store', store, '--json']);
  expect(JSON.parse(nothing.out)).toMatchObject({ papers: [], scope: { total: 2, indexed: 2 } });
});
