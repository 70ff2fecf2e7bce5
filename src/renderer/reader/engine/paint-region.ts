import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A rectangle on a page as it is shown unrotated: points from its upper left corner. */
export interface PageBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A part of a page, and how large to paint it. */
export interface PageRegion {
  /** From 1. */
  readonly pageNumber: number;
  /** The whole page when undefined. */
  readonly box?: PageBox | undefined;
  /** Pixels of the canvas to the point. */
  readonly scale: number;
  /** `print` paints at once, whatever the window is doing, and what is only meant for paper. */
  readonly intent?: 'display' | 'print';
}

/**
 * Paints a part of a page onto a canvas of its own.
 * @throws the signal's reason when it is aborted, pdf.js's error when the page cannot be painted
 */
export async function paintRegion(
  document: PDFDocumentProxy,
  { pageNumber, box, scale, intent = 'display' }: PageRegion,
  signal: AbortSignal,
): Promise<HTMLCanvasElement> {
  const page = await document.getPage(pageNumber);
  signal.throwIfAborted();
  const { left, top, width, height } = box ?? { left: 0, top: 0, ...sizeOf(page.getViewport({ scale: 1 })) };
  const canvas = globalThis.document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  const viewport = page.getViewport({ scale, offsetX: -left * scale, offsetY: -top * scale });
  const task = page.render({ canvas, viewport, intent });
  const cancel = (): void => task.cancel();
  signal.addEventListener('abort', cancel, { once: true });
  try {
    await task.promise;
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  } finally {
    signal.removeEventListener('abort', cancel);
  }
  return canvas;
}

function sizeOf({ width, height }: { readonly width: number; readonly height: number }): {
  readonly width: number;
  readonly height: number;
} {
  return { width, height };
}
