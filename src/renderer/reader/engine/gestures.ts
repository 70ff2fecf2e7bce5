import type { PDFViewer } from 'pdfjs-dist/legacy/web/pdf_viewer.mjs';
import type { LinkHooks } from './links';

/** How long the old picture is stretched before the new size is painted, while zooming goes on. */
export const REPAINT_AFTER_ZOOM_MS = 300;

/** From this many pixels of one wheel event on it is a notch of a mouse wheel, not a pinch on a touchpad. */
const NOTCH_PX = 50;

/** Mouse buttons beside the three: browsers' back and forward. */
const BACK_BUTTON = 3;
const FORWARD_BUTTON = 4;

/**
 * Zooms about the pointer with Ctrl+wheel and with a pinch (which Chromium reports as Ctrl+wheel with small steps),
 * goes back and forward with the mouse's side buttons, and keeps links in pages from being dragged or opened with the
 * middle button.
 * @returns a function that removes the listeners
 */
export function listenToGestures(
  container: HTMLElement,
  viewer: PDFViewer,
  hooks: Pick<LinkHooks, 'onBack' | 'onForward'>,
): () => void {
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

  const onMouseUp = (event: MouseEvent): void => {
    if (event.button !== BACK_BUTTON && event.button !== FORWARD_BUTTON) return;
    event.preventDefault();
    if (event.button === BACK_BUTTON) hooks.onBack();
    else hooks.onForward();
  };

  const keepInside = (event: Event): void => {
    if (event.target instanceof Element && event.target.closest('a') !== null) event.preventDefault();
  };

  container.addEventListener('wheel', onWheel, { passive: false, signal });
  container.addEventListener('mouseup', onMouseUp, { signal });
  container.addEventListener('auxclick', keepInside, { capture: true, signal });
  container.addEventListener('dragstart', keepInside, { capture: true, signal });
  return () => listening.abort();
}

/** The pointer as the viewer counts it: from the container's offset parent, left first. */
function originOf(container: HTMLElement, event: WheelEvent): [number, number] {
  const box = container.getBoundingClientRect();
  return [event.clientX - box.left + container.offsetLeft, event.clientY - box.top + container.offsetTop];
}
