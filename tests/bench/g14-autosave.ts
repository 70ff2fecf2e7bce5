import { join } from 'node:path';
import type { ElectronApplication, Page } from 'playwright';
import type { BenchContext } from './harness/context';
import { median, takeTurns, type Series } from './harness/pairs';
import { APP_FOLDER, drive } from './harness/run-app';
import { makeReviewerStore, PROSE_FIELD, titleOf, VENUE } from './harness/stores';

/** Saves of one turn. */
const SAVES = 60;

/** A draft of about 3 kB. */
const DRAFT = 'The authors fit a surrogate to the simulator and use it where the data are. '.repeat(40);

declare global {
  // eslint-disable-next-line no-var -- the only way to declare a global
  var benchCommits: number[] | undefined;
}

/**
 * G14: one autosave's transaction in the app's main process, from its beginning to its commit, the median of sixty,
 * against appending 4 KiB to a file and `fdatasync` in the same process.
 */
export async function measureAutosave({ folder, pairCount }: BenchContext): Promise<readonly Series[]> {
  const store = makeReviewerStore(join(folder, 'autosave'), 10, { kind: 'tiny' });
  const { app, page } = await drive(APP_FOLDER, store);
  try {
    await page.getByText(titleOf(1)).first().waitFor();
    await timeTransactions(app);
    const save = (index: number): Promise<number> => saveDrafts(app, page, index);
    const append = (): Promise<number> => appendRaw(app, join(store, 'data', 'raw.bin'));
    await save(-1);
    await append();
    const pairs = await takeTurns(pairCount, save, append);
    return [{ id: 'G14', title: 'autosave of a 3 kB draft in main, p50', unit: 'ms', limit: 2, pairs }];
  } finally {
    await app.close();
  }
}

/** Times every transaction of the app: its SQLite is wrapped from outside, in its own process. */
async function timeTransactions(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ app: electronApp }) => {
    const { createRequire } = process.getBuiltinModule('node:module');
    const load = createRequire(`${electronApp.getAppPath()}/package.json`);
    type Transaction = (() => unknown) & { immediate: () => unknown };
    const Database = load('better-sqlite3') as {
      prototype: { transaction(work: () => unknown): Transaction };
    };
    const commits: number[] = [];
    globalThis.benchCommits = commits;
    const original = Database.prototype.transaction;
    Database.prototype.transaction = function transaction(work) {
      const made = original.call(this, work);
      return Object.assign(() => made(), {
        immediate: () => {
          const startedAt = performance.now();
          const result = made.immediate();
          commits.push(performance.now() - startedAt);
          return result;
        },
      });
    };
  });
}

async function saveDrafts(app: ElectronApplication, page: Page, turn: number): Promise<number> {
  await page.evaluate(
    async ({ venue, field, draft, count, turn: number }) => {
      for (let index = 0; index < count; index++) {
        const answer = { kind: 'text', text: `${draft}${number} ${index}` };
        const result = await window.referee.request('review.answer', { venue, paper: 1, field, answer });
        if (!result.ok) throw new Error(result.error.message);
      }
    },
    { venue: VENUE, field: PROSE_FIELD, draft: DRAFT, count: SAVES, turn },
  );
  const commits = await app.evaluate(() => globalThis.benchCommits?.splice(0) ?? []);
  if (commits.length < SAVES) throw new Error(`${commits.length} transactions were seen for ${SAVES} saves`);
  return median(commits);
}

async function appendRaw(app: ElectronApplication, path: string): Promise<number> {
  const times = await app.evaluate(
    (_electron, { path: target, count }) => {
      const fs = process.getBuiltinModule('node:fs');
      const block = Buffer.alloc(4096, 'a');
      const file = fs.openSync(target, 'a');
      const taken: number[] = [];
      for (let index = 0; index < count; index++) {
        const startedAt = performance.now();
        fs.writeSync(file, block);
        fs.fdatasyncSync(file);
        taken.push(performance.now() - startedAt);
      }
      fs.closeSync(file);
      return taken;
    },
    { path, count: SAVES },
  );
  return median(times);
}
