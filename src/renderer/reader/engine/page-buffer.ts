import type { EventBus, PDFViewer } from 'pdfjs-dist/legacy/web/pdf_viewer.mjs';

const SETTLE_MS = 250;

interface VisiblePages {
  readonly first?: { readonly id: number };
  readonly last?: { readonly id: number };
}

/**
 * Keeps painted pages to those in view and one neighbour on each side (two with facing pages). pdf.js keeps ten,
 * which at two device pixels to one is four times the memory. Trims when scrolling has settled; a trimmed page
 * is an empty box of the right size and paints again in well under a tenth of a second.
 * @returns a function that stops the trimming
 */
export function trimPageBuffer(viewer: PDFViewer, eventBus: EventBus): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const trim = (): void => {
    timer = undefined;
    // Underscored in pdf.js, and the only source of what is in view: without it nothing is trimmed.
    const visible: VisiblePages | undefined = viewer._getVisiblePages?.();
    const first = visible?.first?.id;
    const last = visible?.last?.id;
    if (first === undefined || last === undefined) return;
    const margin = viewer.spreadMode === 0 ? 1 : 2;
    for (const page of viewer.getCachedPageViews()) {
      if (page.id < first - margin || page.id > last + margin) page.destroy();
    }
  };
  const schedule = (): void => {
    clearTimeout(timer);
    timer = setTimeout(trim, SETTLE_MS);
  };
  eventBus.on('updateviewarea', schedule);
  eventBus.on('pagerendered', schedule);
  return () => clearTimeout(timer);
}
