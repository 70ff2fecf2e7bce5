import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Page } from 'playwright';
import type { FileToken, JobId } from '@shared/model/ids';
import type { BenchContext } from './harness/context';
import { makeGrowingBundles } from './harness/growing-bundles';
import { listenToSaves, takeLatencies } from './harness/page-tools';
import { quantile, type Pair, type Series } from './harness/pairs';
import { timeCommand } from './harness/rounds';
import { APP_FOLDER, drive } from './harness/run-app';
import { takeStalls, watchStalls, type Stalls } from './harness/stalls';
import { makeReviewerStore, titleOf } from './harness/stores';
import { openTaskRunner } from './harness/task-runner';

/** Nothing may wait longer than this, ms. */
const LONGEST_STALL_MS = 50;

const KEYS = 60;
const KEY_EVERY_MS = 30;
const SENTENCE = 'the scheme is stable only when the simulator is trusted near the data and not elsewhere ';

/** What one window went through. */
interface Session {
  readonly idleMs: number;
  readonly busyMs: number;
  readonly idle: Stalls;
  readonly busy: Stalls;
}

/**
 * G20: a reviewer types in one venue while G18's thousand bundles come in for another: the longest that the main process
 * and the page could not run until all are in, and the slowest of sixty keys against that of sixty before.
 */
export async function measureTypingWhileImporting({
  folder,
  pairCount,
}: BenchContext): Promise<readonly Series[]> {
  const run = await openTaskRunner(folder);
  const paths = await makeGrowingBundles(run, folder);
  const untouched = makeReviewerStore(join(folder, 'typing'), 10, { kind: 'tiny' });
  const sessions: Session[] = [];
  // Every window starts anew and takes a gigabyte in: a third as many as others have pairs are enough.
  for (let index = 0; index < Math.ceil(pairCount / 3); index++) {
    const store = join(folder, `turn-${index}`);
    cpSync(untouched, store, { recursive: true });
    await timeCommand('sync', []);
    sessions.push(await takeSession(store, paths));
    rmSync(store, { recursive: true, force: true });
  }
  const stall = (title: string, of: (session: Session) => number, limit: number | null): Series => ({
    id: limit === null ? '' : 'G20',
    title,
    unit: 'ms',
    limit,
    pairs: sessions.map((session): Pair => ({ app: of(session), yardstick: LONGEST_STALL_MS })),
  });
  return [
    stall('longest stall of main while 1,000 come in; 50 ms', ({ busy }) => busy.mainMs, 1),
    stall('- of the page', ({ busy }) => busy.pageMs, 1),
    stall('- the most that main itself worked in one go', ({ busy }) => busy.mainWorkMs, null),
    stall('- of main while nothing comes in', ({ idle }) => idle.mainMs, null),
    stall('- of the page while nothing comes in', ({ idle }) => idle.pageMs, null),
    {
      id: 'G20-key',
      title: 'key to "Saved" meanwhile, p99; before',
      unit: 'ms',
      limit: 3,
      pairs: sessions.map(({ busyMs, idleMs }) => ({ app: busyMs, yardstick: idleMs })),
    },
  ];
}

async function takeSession(store: string, paths: readonly string[]): Promise<Session> {
  const { app, page } = await drive(APP_FOLDER, store);
  try {
    await page.getByRole('button', { name: titleOf(2), exact: true }).click();
    await page.getByRole('textbox', { name: /^Summary/ }).click();
    await listenToSaves(page);
    const files = await chooseFiles(app, page, paths);
    await watchStalls(app, page);
    await typeKeys(page);
    await takeStalls(app, page);
    const idleMs = await typeKeys(page);
    const idle = await takeStalls(app, page);
    const job = await startImport(page, files);
    const busyMs = await typeKeys(page);
    await waitForImport(page, job);
    return { idleMs, busyMs, idle, busy: await takeStalls(app, page) };
  } finally {
    await app.close();
  }
}

/** The answer that a person gives to the dialog. */
async function chooseFiles(
  app: ElectronApplication,
  page: Page,
  paths: readonly string[],
): Promise<readonly FileToken[]> {
  await app.evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [...filePaths] });
  }, paths);
  return page.evaluate(async () => {
    const input = { purpose: 'open-bundles', suggestedName: null };
    const answer = await window.referee.request('file.choose', input);
    if (!answer.ok) throw new Error(answer.error.message);
    return (answer.value as readonly { readonly token: FileToken }[]).map(({ token }) => token);
  });
}

async function startImport(page: Page, files: readonly FileToken[]): Promise<JobId> {
  return page.evaluate(async (tokens) => {
    const answer = await window.referee.request('bundle.import', { files: tokens, venue: null });
    if (!answer.ok) throw new Error(answer.error.message);
    return answer.value as JobId;
  }, files);
}

/** @throws when the import was over before the typing was: then it was not measured beside it */
async function waitForImport(page: Page, job: JobId): Promise<void> {
  for (let asked = 0; asked < 600; asked++) {
    const state = await page.evaluate(async (id) => {
      const answer = await window.referee.request('job.get', { job: id });
      if (!answer.ok) throw new Error(answer.error.message);
      return answer.value as { readonly status: string };
    }, job);
    if (state.status === 'done' && asked === 0) throw new Error('the import was over before the typing was');
    if (state.status === 'done') return;
    if (state.status !== 'running') throw new Error(`the import ended as ${state.status}`);
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error('the import did not end within a minute');
}

/** Types sixty keys and answers how long the slowest took until it was on disk, the very slowest left out, ms. */
async function typeKeys(page: Page): Promise<number> {
  await takeLatencies(page);
  await page.keyboard.type(SENTENCE.repeat(2).slice(0, KEYS), { delay: KEY_EVERY_MS });
  const latencies: number[] = [];
  for (let waited = 0; latencies.length < KEYS; waited++) {
    latencies.push(...(await takeLatencies(page)));
    if (waited > 200) throw new Error(`only ${latencies.length} of ${KEYS} keys were acknowledged`);
    await new Promise((done) => setTimeout(done, 50));
  }
  return quantile(latencies, 0.99);
}
