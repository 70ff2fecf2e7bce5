import type { EventBus, PDFViewer } from 'pdfjs-dist/legacy/web/pdf_viewer.mjs';

/**
 * Elements of ours on top of pages. pdf.js empties a page whenever it redraws it, so each element is put back on
 * every event that may have taken it away; it was then in place in every frame through zooms and rotations. An
 * element belongs to us, never to pdf.js: what is inside it survives.
 */
export class PageLayer {
  readonly #viewer: PDFViewer;
  readonly #elements = new Map<number, Element>();

  constructor(viewer: PDFViewer, eventBus: EventBus) {
    this.#viewer = viewer;
    const one = ({ pageNumber }: { readonly pageNumber: number }): void => this.#attach(pageNumber);
    const all = (): void => {
      for (const pageNumber of this.#elements.keys()) this.#attach(pageNumber);
    };
    eventBus.on('pagerender', one);
    eventBus.on('pagerendered', one);
    eventBus.on('scalechanging', all);
    eventBus.on('rotationchanging', all);
  }

  /** Puts an element on a page, in place of an earlier one. */
  set(pageNumber: number, element: Element): void {
    this.delete(pageNumber);
    this.#elements.set(pageNumber, element);
    this.#attach(pageNumber);
  }

  /** Takes the element off a page, if there is one. */
  delete(pageNumber: number): void {
    this.#elements.get(pageNumber)?.remove();
    this.#elements.delete(pageNumber);
  }

  /** Takes every element away. */
  clear(): void {
    for (const pageNumber of this.#elements.keys()) this.delete(pageNumber);
  }

  #attach(pageNumber: number): void {
    const element = this.#elements.get(pageNumber);
    const page: HTMLElement | undefined = this.#viewer.getPageView(pageNumber - 1)?.div;
    if (element !== undefined && page !== undefined && element.parentNode !== page) page.append(element);
  }
}
