import type { ElectronApplication, Page } from 'playwright';

declare global {
  // eslint-disable-next-line no-var -- the only way to declare a global
  var benchStall: { longestMs: number } | undefined;
}

/** How long something could not run, at most, since it was last asked: the main process and the page, ms. */
export interface Stalls {
  readonly mainMs: number;
  readonly pageMs: number;
}

/** Ticks in the main process and in the page from now on; a tick that comes late tells how long each was busy. */
export async function watchStalls(app: ElectronApplication, page: Page): Promise<void> {
  await app.evaluate(startTicking);
  await page.evaluate(startTicking);
}

/** The longest stalls since the last time. Asking keeps neither busy for long. */
export async function takeStalls(app: ElectronApplication, page: Page): Promise<Stalls> {
  return { mainMs: await app.evaluate(takeLongest), pageMs: await page.evaluate(takeLongest) };
}

/** Runs in the process that is watched. */
function startTicking(): void {
  const every = 5;
  const stall = { longestMs: 0 };
  globalThis.benchStall = stall;
  let lastAt = performance.now();
  setInterval(() => {
    const now = performance.now();
    stall.longestMs = Math.max(stall.longestMs, now - lastAt - every);
    lastAt = now;
  }, every);
}

function takeLongest(): number {
  const stall = globalThis.benchStall;
  if (stall === undefined) throw new Error('nobody watches for stalls here');
  const { longestMs } = stall;
  stall.longestMs = 0;
  return longestMs;
}
