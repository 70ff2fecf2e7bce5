import type { PDFWorker } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Pdfjs } from './pdfjs';

/** One thread that parses and one that paints. A pair serves one open document at a time. */
export interface WorkerPair {
  readonly parser: PDFWorker;
  readonly parserThread: Worker;
  readonly painterThread: Worker;
}

let spare: WorkerPair | undefined;

/** Takes the waiting pair, or starts one. The caller gives it back with `releaseWorkers` or ends it. */
export function takeWorkers(pdfjs: Pdfjs): WorkerPair {
  const pair = spare ?? startWorkers(pdfjs);
  spare = undefined;
  return pair;
}

/** Starts a pair ahead of the first paper; does nothing when one is already waiting. */
export function warmWorkers(pdfjs: Pdfjs): void {
  spare ??= startWorkers(pdfjs);
}

/** Keeps a healthy pair for the next paper (warm code is much faster); more than one is not kept. */
export function releaseWorkers(pair: WorkerPair): void {
  if (spare === undefined) spare = pair;
  else endWorkers(pair);
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
  const painterThread = new Worker(new URL('pdfjs-dist/legacy/build/pdf.renderer.mjs', import.meta.url), {
    type: 'module',
    name: 'pdf-painter',
  });
  // Threads are handed over as ports, so that ending them is ours; left to itself pdf.js would also
  // fall back to parsing on the window's own thread when a worker cannot start.
  const parser = new pdfjs.core.PDFWorker({ port: parserThread as never });
  return { parser, parserThread, painterThread };
}
