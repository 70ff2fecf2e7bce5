import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { EventBus, PDFViewer } from 'pdfjs-dist/legacy/web/pdf_viewer.mjs';
import { findPictures, turnArea } from './page-pictures';
import type { PictureArea } from './page-pictures';

/**
 * Colours pages that hold pictures, with the pictures left as they are. `page-colours.css` colours the canvas of every other
 * page; here a pane of coloured glass lies over the canvas, with a hole for each picture. It belongs to the canvas's
 * own box, under the text, the marks and the links.
 */
export class PageTint {
  readonly #viewer: PDFViewer;
  readonly #panes = new Map<number, HTMLElement>();
  readonly #areas = new Map<number, readonly PictureArea[]>();
  #isOn = false;

  constructor(viewer: PDFViewer, eventBus: EventBus) {
    this.#viewer = viewer;
    eventBus.on('pagerender', ({ pageNumber }: { readonly pageNumber: number }) => this.#attach(pageNumber));
    eventBus.on('pagerendered', ({ pageNumber }: { readonly pageNumber: number }) => this.#look(pageNumber));
    const all = (): void => {
      for (const pageNumber of this.#panes.keys()) this.#attach(pageNumber);
    };
    eventBus.on('scalechanging', all);
    eventBus.on('rotationchanging', all);
  }

  /** Whether pages have another colour than their own. */
  turn(isOn: boolean): void {
    if (isOn === this.#isOn) return;
    this.#isOn = isOn;
    if (isOn) for (const page of this.#viewer.getCachedPageViews()) this.#look(page.id);
  }

  #look(pageNumber: number): void {
    const page: PDFPageProxy | undefined = this.#viewer.getPageView(pageNumber - 1)?.pdfPage;
    if (!this.#isOn || page === undefined || page === null) return;
    if (this.#areas.has(pageNumber)) {
      this.#attach(pageNumber);
      return;
    }
    void findPictures(page).then((areas) => {
      this.#areas.set(pageNumber, areas);
      this.#attach(pageNumber);
    });
  }

  #attach(pageNumber: number): void {
    const areas = this.#areas.get(pageNumber) ?? [];
    const view = this.#viewer.getPageView(pageNumber - 1);
    const wrapper: HTMLElement | null | undefined = view?.div.querySelector('.canvasWrapper');
    if (areas.length === 0 || wrapper === null || wrapper === undefined) return;
    const pane = this.#panes.get(pageNumber) ?? document.createElement('div');
    pane.className = 'pageTint';
    pane.style.clipPath = toHoles(areas.map((area) => turnArea(area, view.viewport.rotation)));
    this.#panes.set(pageNumber, pane);
    view.div.dataset.hasPictures = '';
    if (pane.parentNode !== wrapper) wrapper.append(pane);
  }
}

/** A CSS shape of the whole box without the areas. */
export function toHoles(areas: readonly PictureArea[]): string {
  const at = (x: number, y: number): string => `${(x * 100).toFixed(2)}% ${(y * 100).toFixed(2)}%`;
  const holes = areas.map(({ left, top, right, bottom }) =>
    // Each hole is entered from the corner and left to it again, so that the lines between them enclose nothing.
    [at(left, top), at(left, bottom), at(right, bottom), at(right, top), at(left, top), at(0, 0)].join(', '),
  );
  return `polygon(evenodd, ${[at(0, 0), at(1, 0), at(1, 1), at(0, 1), at(0, 0), ...holes].join(', ')})`;
}
