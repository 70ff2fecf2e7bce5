import type { PDFWorker } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Pdfjs } from './pdfjs';

/** One thread that parses and one that paints. A pair serves one open document at a time. */
export interface WorkerPair {
  readonly parser: PDFWorker;
  readonly parserThread: Worker;
  readonly painterThread: Worker;
  /** How many papers it has served. */
  readonly papers: number;
}

let spare: WorkerPair | undefined;
let returning: Promise<void> = Promise.resolve();

/** How long a paper waits for the pair of the one before it: cold threads cost more than this. */
const WAIT_FOR_RETURN_MS = 150;

/** How many papers a pair serves: what it has learnt makes it fast, and what it does not forget makes it large. */
const MOST_PAPERS = 8;

/** How long a pair has to let go of a paper before it is ended. */
const RETURN_LIMIT_MS = 1_000;

/** Takes the waiting pair, or one about to come back, or starts one. The caller hands it to `returnWorkers` in the end. */
export async function takeWorkers(pdfjs: Pdfjs): Promise<WorkerPair> {
  if (spare === undefined) await Promise.race([returning, pause(WAIT_FOR_RETURN_MS)]);
  const pair = spare ?? startWorkers(pdfjs);
  spare = undefined;
  return pair;
}

/** Starts a pair ahead of the first paper; does nothing when one is already waiting. */
export function warmWorkers(pdfjs: Pdfjs): void {
  spare ??= startWorkers(pdfjs);
}

/** Ends the waiting pair, if there is one: while a paper is open, its own pair is the one that serves the next. */
export function endSpareWorkers(): void {
  if (spare !== undefined) endWorkers(spare);
  spare = undefined;
}

/**
 * Takes a pair back once it has let go of its paper, and keeps it for the next one: warm code is much faster. A pair
 * that fails to let go or does not answer in time is ended, and so is a second spare one. A painter at work does not
 * stop when its paper is let go of, so a busy one is replaced.
 */
export function returnWorkers(pair: WorkerPair, letGo: Promise<unknown>, isPainterBusy: boolean): void {
  const isHealthy = letGo.then(
    () => true,
    () => false,
  );
  const isLate = pause(RETURN_LIMIT_MS).then(() => false);
  returning = Promise.race([isHealthy, isLate]).then((canStay) => {
    const papers = pair.papers + 1;
    if (!canStay || spare !== undefined || papers >= MOST_PAPERS) {
      endWorkers(pair);
      return;
    }
    if (isPainterBusy) pair.painterThread.terminate();
    spare = { ...pair, papers, painterThread: isPainterBusy ? startPainter() : pair.painterThread };
  });
}

/** Ends both threads at once, whatever they are doing: the remedy for a PDF that never ends. */
export function endWorkers(pair: WorkerPair): void {
  pair.parser.destroy();
  pair.parserThread.terminate();
  pair.painterThread.terminate();
}

function startWorkers(pdfjs: Pdfjs): WorkerPair {
  const parserThread = new Worker(new URL('pdfjs-dist/legacy/build/pdf.worker.mjs', import.meta.url), {
    type: 'module',
    name: 'pdf-parser',
  });
  const painterThread = startPainter();
  // Threads are handed over as ports, so that ending them is ours; left to itself pdf.js would also
  // fall back to parsing on the window's own thread when a worker cannot start.
  const parser = new pdfjs.core.PDFWorker({ port: parserThread as never });
  return { parser, parserThread, painterThread, papers: 0 };
}

function startPainter(): Worker {
  return new Worker(new URL('pdfjs-dist/legacy/build/pdf.renderer.mjs', import.meta.url), {
    type: 'module',
    name: 'pdf-painter',
  });
}

function pause(delayMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, delayMs));
}
