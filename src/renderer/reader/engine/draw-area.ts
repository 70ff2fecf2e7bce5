import type { PDFViewer } from 'pdfjs-dist/legacy/web/pdf_viewer.mjs';
import type { Passage, Sides } from './mark';
import { pageOf, toQuad, toUpright, uprightOf } from './page-geometry';
import { labelOf } from './selection-quads';

/** A drag shorter than this, in pixels, was a press. */
const SHORTEST_PX = 5;

/** What drawing an area needs. */
export interface AreaDrawing {
  readonly container: HTMLElement;
  readonly viewer: PDFViewer;
  readonly pageNumber: number;
  /** The press that it starts with. */
  readonly start: PointerEvent;
  readonly signal: AbortSignal;
  readonly onDrawn: (passage: Passage) => void;
}

/** Draws a rectangle on a page while the pointer is down; Escape gives it up. */
export function drawArea({ container, viewer, pageNumber, start, signal, onDrawn }: AreaDrawing): void {
  const page = pageOf(viewer, pageNumber);
  if (page === undefined) return;
  const frame = document.createElement('div');
  frame.className = 'areaFrame';
  page.div.append(frame);
  const drawing = new AbortController();
  signal.addEventListener('abort', () => drawing.abort(), { signal: drawing.signal });
  drawing.signal.addEventListener('abort', () => frame.remove());

  const sidesAt = (event: PointerEvent): Sides => {
    const box = page.div.getBoundingClientRect();
    const within = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));
    const xs = [start.clientX, event.clientX].map((x) => within(x, box.left, box.right));
    const ys = [start.clientY, event.clientY].map((y) => within(y, box.top, box.bottom));
    return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
  };
  const onMove = (event: PointerEvent): void => {
    const box = page.div.getBoundingClientRect();
    const { left, top, right, bottom } = sidesAt(event);
    frame.style.left = `${left - box.left}px`;
    frame.style.top = `${top - box.top}px`;
    frame.style.width = `${right - left}px`;
    frame.style.height = `${bottom - top}px`;
  };
  const onUp = (event: PointerEvent): void => {
    drawing.abort();
    const sides = sidesAt(event);
    if (sides.right - sides.left < SHORTEST_PX || sides.bottom - sides.top < SHORTEST_PX) return;
    const upright = uprightOf(page, viewer.pagesRotation);
    const quad = toQuad(upright, toUpright(page, upright, sides));
    onDrawn({
      pages: [{ page: pageNumber, quads: [quad] }],
      pageLabel: labelOf(viewer, pageNumber),
      quote: null,
    });
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    drawing.abort();
  };
  container.setPointerCapture(start.pointerId);
  container.addEventListener('pointermove', onMove, { signal: drawing.signal });
  container.addEventListener('pointerup', onUp, { signal: drawing.signal });
  container.addEventListener('pointercancel', () => drawing.abort(), { signal: drawing.signal });
  document.addEventListener('keydown', onKey, { signal: drawing.signal, capture: true });
}
