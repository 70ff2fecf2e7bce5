// Opens a PDF with as little as pdf.js can be used with: its parser in a worker, one canvas, no text layer, no viewer. It
// paints in a second worker, as the app has it (which keeps the page's own thread free), or on the page's own thread
// (which is faster to a first page).
import * as pdfjs from 'app://pdfjs/pdf.min.mjs';

let parser;
let painter;
let worker;
let task;

function startThread(name) {
  // A worker's script must be of the page's own origin; a module that imports it is.
  const script = new Blob([`import "app://pdfjs/${name}";`], { type: 'text/javascript' });
  return new Worker(URL.createObjectURL(script), { type: 'module' });
}

function startWorkers() {
  parser = startThread('pdf.worker.min.mjs');
  painter = startThread('pdf.renderer.min.mjs');
  worker = new pdfjs.PDFWorker({ port: parser });
}

function endWorkers() {
  worker.destroy();
  parser.terminate();
  painter.terminate();
  worker = undefined;
}

/** Resolves once the frame that is being made was drawn. */
function afterFrame() {
  return new Promise((resolve) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener('message', resolve);
      port1.start();
      port2.postMessage(null);
    }),
  );
}

/**
 * Fetches a PDF and paints its first page as wide as `widthPx` pixels of the canvas.
 * `isCold`: with workers that are yet to be started; otherwise with those of the last time.
 */
window.openPdf = async ({ url, widthPx, isCold, hasPainter }) => {
  await task?.destroy();
  document.body.replaceChildren();
  if (isCold && worker) endWorkers();
  const startedAt = performance.now();
  const data = new Uint8Array(await (await fetch(url)).arrayBuffer());
  const bytesAt = performance.now();
  if (!worker) startWorkers();
  pdfjs.GlobalWorkerOptions.rendererPorts = hasPainter ? [painter] : [];
  task = pdfjs.getDocument({ data, worker, disableWorkerRendering: !hasPainter });
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
