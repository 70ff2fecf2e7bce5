import type { ElectronApplication, Page } from 'playwright';

declare global {
  // eslint-disable-next-line no-var -- the only way to declare a global
  var benchStall: { longestMs: number; mostWorkMs: number } | undefined;
}

/** How long something could not run, at most, since it was last asked: the main process and the page, ms. */
export interface Stalls {
  readonly mainMs: number;
  readonly pageMs: number;
  /**
   * The most that the main process's own thread computed in one go. What of a stall is more than this was spent waiting:
   * for a processor, which a loaded machine gives late, or for a disk.
   */
  readonly mainWorkMs: number;
}

/** Ticks in the main process and in the page from now on; a tick that comes late tells how long each was busy. */
export async function watchStalls(app: ElectronApplication, page: Page): Promise<void> {
  await app.evaluate(startTicking);
  await page.evaluate(startTicking);
}

/** The longest stalls since the last time. Asking keeps neither busy for long. */
export async function takeStalls(app: ElectronApplication, page: Page): Promise<Stalls> {
  const main = await app.evaluate(takeLongest);
  const inPage = await page.evaluate(takeLongest);
  return { mainMs: main.longestMs, pageMs: inPage.longestMs, mainWorkMs: main.mostWorkMs };
}

/** Runs in the process that is watched. */
function startTicking(): void {
  const every = 5;
  const stall = { longestMs: 0, mostWorkMs: 0 };
  globalThis.benchStall = stall;
  // A page has no `process`, and no way to tell. `/proc/self/schedstat`: nanoseconds on a processor first.
  const fs = globalThis.process?.getBuiltinModule('node:fs');
  const workedMs = (): number =>
    fs === undefined ? 0 : Number(fs.readFileSync('/proc/self/schedstat', 'latin1').split(' ')[0]) / 1e6;
  let lastAt = performance.now();
  let lastWorkedMs = workedMs();
  setInterval(() => {
    const now = performance.now();
    const worked = workedMs();
    stall.longestMs = Math.max(stall.longestMs, now - lastAt - every);
    stall.mostWorkMs = Math.max(stall.mostWorkMs, worked - lastWorkedMs);
    lastAt = now;
    lastWorkedMs = worked;
  }, every);
}

function takeLongest(): { readonly longestMs: number; readonly mostWorkMs: number } {
  const stall = globalThis.benchStall;
  if (stall === undefined) throw new Error('nobody watches for stalls here');
  const told = { ...stall };
  Object.assign(stall, { longestMs: 0, mostWorkMs: 0 });
  return told;
}
