import type { Worker } from 'node:worker_threads';
import { app } from 'electron';

/** How long threads may take to end before the process ends without them, milliseconds. */
const PATIENCE_MS = 3_000;

/** Threads of this process that have not ended. */
const live = new Set<Worker>();

process.on('worker', (worker) => {
  live.add(worker);
  worker.once('exit', () => live.delete(worker));
});

/**
 * Ends the process after `close`, which leaves everything whole on disk. Node waits for ever for a thread that does not
 * end: V8 may be compiling for it and wait for it in turn (nodejs/node#54918), and a call of the system cannot be
 * interrupted. A process without a window would hold the lock then, and the next start would hand itself over to it, so
 * threads are ended first, and where one does not end, the process ends itself at once.
 *
 * @param close is called once
 */
export function quitWhole(close: () => void): void {
  let isClosed = false;
  app.on('will-quit', (event) => {
    if (!isClosed) close();
    isClosed = true;
    if (live.size === 0) return;
    event.preventDefault();
    void endThreads().then((haveEnded) => {
      if (haveEnded) app.quit();
      else process.kill(process.pid, 'SIGKILL');
    });
  });
}

async function endThreads(): Promise<boolean> {
  const ended = Promise.all([...live].map((worker) => worker.terminate())).then(() => true);
  const late = new Promise<boolean>((done) => {
    setTimeout(() => done(false), PATIENCE_MS);
  });
  return Promise.race([ended, late]);
}
