import type { Page } from 'playwright';

/** What happened in the app's page while a paper was opened, by the page's clock, ms. */
export interface Opening {
  readonly clickToPaintMs: number;
  readonly bytesToPaintMs: number;
  /** How wide the first page's canvas is, in its own pixels. */
  readonly widthPx: number;
}

interface OpeningTimes {
  clickedAt: number;
  bytesAt: number;
}

declare global {
  interface Window {
    benchOpening?: OpeningTimes;
    benchLatencies?: number[];
    benchPaints?: number[];
  }
}

/**
 * Listens in the app's page to a click and to the arrival of a paper's bytes. The product has no hooks for this: a
 * capturing listener and a wrapped `arrayBuffer` see both from outside.
 */
export async function listenToOpenings(page: Page): Promise<void> {
  await page.evaluate(() => {
    if (window.benchOpening !== undefined) return;
    const times = { clickedAt: 0, bytesAt: 0 };
    window.benchOpening = times;
    window.addEventListener(
      'click',
      (event) => {
        times.clickedAt = event.timeStamp;
        times.bytesAt = 0;
      },
      { capture: true },
    );
    // eslint-disable-next-line typescript/unbound-method -- called with its own receiver below
    const original = Response.prototype.arrayBuffer;
    Response.prototype.arrayBuffer = async function arrayBuffer(this: Response) {
      const bytes = await original.call(this);
      if (this.url.startsWith('app://blob/')) times.bytesAt = performance.now();
      return bytes;
    };
  });
}

/** Waits until the first page of the paper that was clicked last is painted. */
export async function waitForOpening(page: Page): Promise<Opening> {
  return page.evaluate(
    () =>
      new Promise<Opening>((resolve, reject) => {
        const limit = setTimeout(
          () => reject(new Error('the first page was not painted within 15 s')),
          15_000,
        );
        // pdf.js marks a page that is being painted with a class, and one that has been begun with data-loaded.
        const painted = (): HTMLCanvasElement | null =>
          (window.benchOpening?.bytesAt ?? 0) === 0
            ? null
            : document.querySelector('.page[data-page-number="1"][data-loaded]:not(.loadingIcon) canvas');
        const tell = (canvas: HTMLCanvasElement): void => {
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.addEventListener('message', () => {
              clearTimeout(limit);
              const now = performance.now();
              const { clickedAt, bytesAt } = window.benchOpening ?? { clickedAt: 0, bytesAt: 0 };
              resolve({
                clickToPaintMs: now - clickedAt,
                bytesToPaintMs: now - bytesAt,
                widthPx: canvas.width,
              });
            });
            port1.start();
            port2.postMessage(null);
          });
        };
        const observer = new MutationObserver(() => {
          const canvas = painted();
          if (canvas === null) return;
          observer.disconnect();
          tell(canvas);
        });
        observer.observe(document.body, { childList: true, subtree: true, attributes: true });
        const already = painted();
        if (already !== null) {
          observer.disconnect();
          tell(already);
        }
      }),
  );
}

/** Counts in the app's page, from now on, how long each key takes until the form says that it is saved. */
export async function listenToSaves(page: Page): Promise<void> {
  await page.evaluate(() => {
    const indicator = document.querySelector('[data-phase]');
    if (indicator === null) throw new Error('the form does not say whether it is saved');
    const latencies: number[] = [];
    const waiting: number[] = [];
    window.benchLatencies = latencies;
    window.addEventListener('keydown', (event) => waiting.push(event.timeStamp), { capture: true });
    new MutationObserver(() => {
      if (indicator.getAttribute('data-phase') !== 'settled') return;
      for (const keyAt of waiting.splice(0)) latencies.push(performance.now() - keyAt);
    }).observe(indicator, { attributes: true, attributeFilter: ['data-phase'] });
  });
}

/** The latencies since the last time, ms, and forgets them. */
export async function takeLatencies(page: Page): Promise<readonly number[]> {
  return page.evaluate(() => window.benchLatencies?.splice(0) ?? []);
}

/** Counts in a page, from now on, how long each key takes until the frame after it is painted. */
export async function listenToPaints(page: Page): Promise<void> {
  await page.evaluate(() => {
    const paints: number[] = [];
    window.benchPaints = paints;
    const note = (event: KeyboardEvent): void => {
      requestAnimationFrame(() => {
        // A message is delivered once the frame that was asked for is on its way to the screen.
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener('message', () => paints.push(performance.now() - event.timeStamp));
        port1.start();
        port2.postMessage(null);
      });
    };
    window.addEventListener('keydown', note, { capture: true });
  });
}

/** The times to paint since the last time, ms, and forgets them; those under way are waited for. */
export async function takePaints(page: Page): Promise<readonly number[]> {
  return page.evaluate(async () => {
    for (let frames = 0; frames < 3; frames += 1) await new Promise((next) => requestAnimationFrame(next));
    return window.benchPaints?.splice(0) ?? [];
  });
}
