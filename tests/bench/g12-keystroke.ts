import { join } from 'node:path';
import type { Page } from 'playwright';
import type { BenchContext } from './harness/context';
import { listenToSaves, takeLatencies } from './harness/page-tools';
import { quantile, takeTurns, type Series } from './harness/pairs';
import { APP_FOLDER, drive, yardstickFolder } from './harness/run-app';
import { makeReviewerStore, titleOf } from './harness/stores';

/** Keys of one turn: enough for a ninety-ninth percentile to be one of them. */
const KEYS = 100;

/** Between two keys, ms: faster than anybody types. */
const KEY_EVERY_MS = 30;

const SENTENCE = 'the scheme is stable only when the simulator is trusted near the data and not elsewhere ';

/**
 * G12: from a key to the form saying that it is on disk, the slowest of a hundred, against a page whose main process
 * commits each key as one row with `synchronous=FULL`.
 */
export async function measureKeystroke({ folder, pairCount }: BenchContext): Promise<readonly Series[]> {
  const store = makeReviewerStore(join(folder, 'typing-app'), 10, { kind: 'tiny' });
  const ours = await drive(APP_FOLDER, store);
  const bare = await drive(yardstickFolder('typing'), join(folder, 'typing'));
  try {
    await ours.page.getByRole('button', { name: titleOf(2), exact: true }).click();
    await ours.page.getByRole('textbox', { name: /^Summary/ }).click();
    await listenToSaves(ours.page);
    await bare.page.getByRole('textbox').click();
    const typeInto = (page: Page, take: () => Promise<readonly number[]>): Promise<number> =>
      type(page, take).then((latencies) => quantile(latencies, 0.99));
    const typeOurs = (): Promise<number> => typeInto(ours.page, () => takeLatencies(ours.page));
    const typeBare = (): Promise<number> =>
      typeInto(bare.page, () =>
        bare.page.evaluate(() => (window as unknown as { takeLatencies(): number[] }).takeLatencies()),
      );
    await typeOurs();
    await typeBare();
    const pairs = await takeTurns(pairCount, typeOurs, typeBare);
    return [{ id: 'G12', title: 'key to "Saved", p99', unit: 'ms', limit: 2, pairs }];
  } finally {
    await ours.app.close();
    await bare.app.close();
  }
}

/** Types one turn's keys and waits until every one of them is on disk. */
async function type(page: Page, take: () => Promise<readonly number[]>): Promise<readonly number[]> {
  await page.keyboard.type(SENTENCE.repeat(2).slice(0, KEYS), { delay: KEY_EVERY_MS });
  const latencies: number[] = [];
  for (let waited = 0; latencies.length < KEYS; waited++) {
    latencies.push(...(await take()));
    if (waited > 100) throw new Error(`only ${latencies.length} of ${KEYS} keys were acknowledged`);
    await new Promise((done) => setTimeout(done, 50));
  }
  return latencies;
}
