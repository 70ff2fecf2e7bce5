import { join, resolve } from 'node:path';
import type { Page } from 'playwright';
import type { BenchContext } from './harness/context';
import { listenToOpenings, waitForOpening, type Opening } from './harness/page-tools';
import type { Pair, Series } from './harness/pairs';
import { APP_FOLDER, drive, yardstickFolder } from './harness/run-app';
import { makeReviewerStore, titleOf } from './harness/stores';

/** Two columns, figures, formulas: what most papers are. */
const PAPER = resolve('resources/sample/papers/paper-012.pdf');

interface BareOpening {
  readonly startToPaintMs: number;
  readonly bytesToPaintMs: number;
}

interface Turn {
  readonly app: Opening;
  /** Bare pdf.js with the app's two threads, one that parses and one that paints. */
  readonly bare: BareOpening;
  /** Bare pdf.js that paints on the page's own thread. */
  readonly single: BareOpening;
}

/**
 * G6: from a paper's bytes to its first page on screen, with workers that are yet to start and with warm ones, against
 * bare pdf.js of the same build, with the same two threads. G7: from the click in the list to the page on screen, the check of the file's hash
 * included, against a bare fetch and a warm paint. Every paper is a file of its own that was never opened before.
 */
export async function measureOpening({ folder, pairCount }: BenchContext): Promise<readonly Series[]> {
  const root = join(folder, 'papers');
  const store = makeReviewerStore(root, 2 * pairCount + 2, { kind: 'copies', of: PAPER });
  const ours = await drive(APP_FOLDER, store);
  process.env['BENCH_PDFS'] = join(root, 'pdfs');
  const bare = await drive(yardstickFolder('pdf'), join(folder, 'pdf'));
  await bare.page.waitForFunction(() => document.title === 'ready');
  try {
    let next = 1;
    const turn = async (isCold: boolean): Promise<Turn> => {
      const number = next++;
      const app = isCold ? await openCold(ours.page, number) : await openNext(ours.page, number);
      const open = { number, widthPx: app.widthPx, isCold };
      return {
        app,
        bare: await openBare(bare.page, { ...open, hasPainter: true }),
        single: await openBare(bare.page, { ...open, hasPainter: false }),
      };
    };
    await turn(true);
    const cold: Turn[] = [];
    for (let index = 0; index < pairCount; index++) cold.push(await turn(true));
    await turn(false);
    const warm: Turn[] = [];
    for (let index = 0; index < pairCount; index++) warm.push(await turn(false));
    return toSeries(cold, warm);
  } finally {
    await ours.app.close();
    await bare.app.close();
  }
}

function toSeries(cold: readonly Turn[], warm: readonly Turn[]): readonly Series[] {
  const bytesToPaint = (turns: readonly Turn[], yardstick: 'bare' | 'single'): readonly Pair[] =>
    turns.map((turn) => ({ app: turn.app.bytesToPaintMs, yardstick: turn[yardstick].bytesToPaintMs }));
  const clickToPaint = (yardstick: 'bare' | 'single'): readonly Pair[] =>
    warm.map((turn) => ({ app: turn.app.clickToPaintMs, yardstick: turn[yardstick].startToPaintMs }));
  const series = (id: string, title: string, limit: number | null, pairs: readonly Pair[]): Series => ({
    id,
    title,
    unit: 'ms',
    limit,
    pairs,
  });
  return [
    series('G6-cold', 'bytes to page 1, first paper of a window', 1.1, bytesToPaint(cold, 'bare')),
    series('', '- against painting on the main thread', null, bytesToPaint(cold, 'single')),
    series('G6-warm', 'bytes to page 1, warm threads', 1.1, bytesToPaint(warm, 'bare')),
    series('', '- against painting on the main thread', null, bytesToPaint(warm, 'single')),
    series('G7', 'click in the list to page 1, hash checked', 1.5, clickToPaint('bare')),
    series('', '- against painting on the main thread', null, clickToPaint('single')),
  ];
}

/** A fresh window, and its first paper at once: the papers are listed, and the next moment one is clicked. */
async function openCold(page: Page, number: number): Promise<Opening> {
  await showLibrary(page);
  await page.reload();
  await listenToOpenings(page);
  await page.getByRole('button', { name: titleOf(number), exact: true }).click();
  return waitForOpening(page);
}

/** The least time, ms, that a hand takes from pointing at something to pressing it. */
const HAND_MS = 100;

/** From one paper to the next, as in an afternoon of reading. */
async function openNext(page: Page, number: number): Promise<Opening> {
  await listenToOpenings(page);
  const row = page
    .getByRole('listbox', { name: 'Papers to review' })
    .getByText(titleOf(number), { exact: true });
  await row.hover();
  await new Promise((done) => setTimeout(done, HAND_MS));
  await row.click();
  return waitForOpening(page);
}

async function showLibrary(page: Page): Promise<void> {
  const close = page.getByRole('button', { name: 'All papers' });
  await page
    .getByText(/^Calibrating simulators of kind 1 /)
    .first()
    .waitFor();
  if (await close.isVisible()) await close.click();
}

interface BareRequest {
  readonly number: number;
  readonly widthPx: number;
  readonly isCold: boolean;
  readonly hasPainter: boolean;
}

async function openBare(page: Page, { number, ...options }: BareRequest): Promise<BareOpening> {
  if (options.isCold) {
    await page.reload();
    await page.waitForFunction(() => document.title === 'ready');
  }
  return page.evaluate(
    (input) => (window as unknown as { openPdf(options: unknown): Promise<BareOpening> }).openPdf(input),
    { ...options, url: `app://file/copy-${number}.pdf` },
  );
}
