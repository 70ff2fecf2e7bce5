import type { PDFViewer } from 'pdfjs-dist/legacy/web/pdf_viewer.mjs';

/** How long the old picture is stretched before the new size is painted, while zooming goes on. */
export const REPAINT_AFTER_ZOOM_MS = 300;

/** From this many pixels of one wheel event on it is a notch of a mouse wheel, not a pinch on a touchpad. */
const NOTCH_PX = 50;

/**
 * Zooms about the pointer with Ctrl+wheel and with a pinch (which Chromium reports as Ctrl+wheel with small steps),
 * and keeps links in pages from being dragged or opened with the middle button.
 * @returns a function that removes the listeners
 */
export function listenToGestures(container: HTMLElement, viewer: PDFViewer): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  let pinch = 1;

  const onWheel = (event: WheelEvent): void => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const origin = originOf(container, event);
    const drawingDelay = REPAINT_AFTER_ZOOM_MS;
    const isNotch = event.deltaMode !== WheelEvent.DOM_DELTA_PIXEL || Math.abs(event.deltaY) >= NOTCH_PX;
    if (isNotch) {
      viewer.updateScale({ steps: event.deltaY < 0 ? 1 : -1, origin, drawingDelay });
      return;
    }
    // The viewer rounds to hundredths; steps too small to count are saved up.
    const before = viewer.currentScale;
    pinch *= Math.exp(-event.deltaY / 100);
    if (Math.round(before * pinch * 100) === Math.round(before * 100)) return;
    viewer.updateScale({ scaleFactor: pinch, origin, drawingDelay });
    pinch *= before / viewer.currentScale;
    pinch = Math.min(1.02, Math.max(0.98, pinch));
  };

  const keepInside = (event: Event): void => {
    if (event.target instanceof Element && event.target.closest('a') !== null) event.preventDefault();
  };

  container.addEventListener('wheel', onWheel, { passive: false, signal });
  container.addEventListener('auxclick', keepInside, { capture: true, signal });
  container.addEventListener('dragstart', keepInside, { capture: true, signal });
  return () => listening.abort();
}

/** The pointer as the viewer counts it: from the container's offset parent, left first. */
function originOf(container: HTMLElement, event: WheelEvent): [number, number] {
  const box = container.getBoundingClientRect();
  return [event.clientX - box.left + container.offsetLeft, event.clientY - box.top + container.offsetTop];
}
