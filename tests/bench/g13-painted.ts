import { join } from 'node:path';
import type { Locator, Page } from 'playwright';
import type { BenchContext } from './harness/context';
import { listenToPaints, takePaints } from './harness/page-tools';
import { quantile, takeTurns, type Series } from './harness/pairs';
import { APP_FOLDER, drive, yardstickFolder } from './harness/run-app';
import { makeReviewerStore, titleOf } from './harness/stores';

/** Keys of one turn. */
const KEYS = 100;

/** Between two keys, ms: faster than anybody types. */
const KEY_EVERY_MS = 30;

/** What stands in the field already: a review in the making, its Markdown told apart by the editor. */
const DRAFT = '- The scheme is **stable** only when the *simulator* is trusted near the data.\n'.repeat(30);

const SENTENCE = 'The bound holds where the prior is proper, and the text does not say so anywhere. ';

/**
 * G13: from a key to the frame that shows it, the ninety-fifth of a hundred, in the editor of a review with 2 kB in it,
 * against a bare text area with as much.
 */
export async function measurePainted({ folder, pairCount }: BenchContext): Promise<readonly Series[]> {
  const store = makeReviewerStore(join(folder, 'painted-app'), 10, { kind: 'tiny' });
  const ours = await drive(APP_FOLDER, store);
  const bare = await drive(yardstickFolder('typing'), join(folder, 'painted'));
  try {
    await ours.page.getByRole('button', { name: titleOf(2), exact: true }).click();
    // The editor, not the plain field that stands there until it is loaded.
    const box = ours.page
      .getByRole('textbox', { name: /^Summary/ })
      .and(ours.page.locator('[contenteditable]'));
    await box.fill(DRAFT);
    const bareBox = bare.page.getByRole('textbox');
    await bareBox.fill(DRAFT);
    await listenToPaints(ours.page);
    await listenToPaints(bare.page);
    const typeInto = async (page: Page, text: Locator): Promise<number> => {
      await page.bringToFront();
      await text.press('Control+End');
      await takePaints(page);
      await page.keyboard.type(SENTENCE.repeat(2).slice(0, KEYS), { delay: KEY_EVERY_MS });
      return quantile(await takePaints(page), 0.95);
    };
    await typeInto(ours.page, box);
    await typeInto(bare.page, bareBox);
    const pairs = await takeTurns(
      pairCount,
      () => typeInto(ours.page, box),
      () => typeInto(bare.page, bareBox),
    );
    return [{ id: 'G13', title: 'key to painted, p95', unit: 'ms', limit: 1.25, pairs }];
  } finally {
    await ours.app.close();
    await bare.app.close();
  }
}
