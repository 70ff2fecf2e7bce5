// Opens a PDF with as little as pdf.js can be used with: its parser in a worker, its painting on the page's own thread
// (the faster of its two ways to a first page), one canvas, no text layer, no viewer.
import * as pdfjs from 'app://pdfjs/pdf.min.mjs';

let thread;
let worker;
let task;

function startWorker() {
  // A worker's script must be of the page's own origin; a module that imports it is.
  const url = URL.createObjectURL(
    new Blob(['import "app://pdfjs/pdf.worker.min.mjs";'], { type: 'text/javascript' }),
  );
  thread = new Worker(url, { type: 'module' });
  worker = new pdfjs.PDFWorker({ port: thread });
}

/** Resolves once the frame that is being made was drawn. */
function afterFrame() {
  return new Promise((resolve) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = resolve;
      port2.postMessage(null);
    }),
  );
}

/**
 * Fetches a PDF and paints its first page as wide as `widthPx` pixels of the canvas.
 * `isCold`: with a worker that is yet to be started; otherwise with the one of the last time.
 */
window.openPdf = async ({ url, widthPx, isCold }) => {
  await task?.destroy();
  document.body.replaceChildren();
  if (isCold && worker) {
    worker.destroy();
    thread.terminate();
    worker = undefined;
  }
  const startedAt = performance.now();
  const data = new Uint8Array(await (await fetch(url)).arrayBuffer());
  const bytesAt = performance.now();
  if (!worker) startWorker();
  task = pdfjs.getDocument({ data, worker });
  const page = await (await task.promise).getPage(1);
  const viewport = page.getViewport({ scale: widthPx / page.getViewport({ scale: 1 }).width });
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(viewport.width);
  canvas.height = Math.round(viewport.height);
  canvas.style.width = `${canvas.width / devicePixelRatio}px`;
  document.body.append(canvas);
  await page.render({ canvas, viewport }).promise;
  await afterFrame();
  const paintedAt = performance.now();
  return { startToPaintMs: paintedAt - startedAt, bytesToPaintMs: paintedAt - bytesAt };
};
document.title = 'ready';
