import type { EventBus, PDFViewer } from 'pdfjs-dist/legacy/web/pdf_viewer.mjs';
import type { PageMark } from './mark';
import { createMarks } from './overlay-batch';
import { createSvg } from './overlay-shapes';
import { pageOf } from './page-geometry';
import { PageLayer } from './page-layer';

const NONE: readonly PageMark[] = [];

interface DrawnPage {
  readonly svg: SVGSVGElement;
  readonly marks: readonly PageMark[];
  readonly rotation: number;
}

/**
 * Draws marks on the pages that are kept painted, and on no others, from their quads alone: nothing is measured. A page is
 * one SVG in PDF space, so that zooming changes nothing in it and turning only its frame; it is written in one go, and only
 * when its marks changed.
 */
export class OverlayPages {
  readonly #viewer: PDFViewer;
  readonly #layer: PageLayer;
  readonly #drawn = new Map<number, DrawnPage>();
  #byPage = new Map<number, readonly PageMark[]>();
  #flashing: string | undefined;

  constructor(viewer: PDFViewer, eventBus: EventBus) {
    this.#viewer = viewer;
    this.#layer = new PageLayer(viewer, eventBus);
    const one = ({ pageNumber }: { readonly pageNumber: number }): void => this.#draw(pageNumber);
    eventBus.on('pagerender', one);
    eventBus.on('pagerendered', one);
    eventBus.on('rotationchanging', () => this.#refresh());
    eventBus.on('updateviewarea', () => this.#prune());
  }

  /** The marks of a page. */
  on(pageNumber: number): readonly PageMark[] {
    return this.#byPage.get(pageNumber) ?? NONE;
  }

  /** Shows these marks and no others. */
  set(marks: readonly PageMark[]): void {
    const byPage = new Map<number, PageMark[]>();
    for (const mark of marks) {
      for (const { page } of mark.pages) {
        const known = byPage.get(page);
        if (known === undefined) byPage.set(page, [mark]);
        else known.push(mark);
      }
    }
    const before = this.#byPage;
    this.#byPage = new Map([...byPage].map(([page, next]) => [page, keepIfSame(before.get(page), next)]));
    this.#refresh();
  }

  /** Lets one mark stand out, or with undefined none. */
  flash(id: string | undefined): void {
    const ids = [this.#flashing, id];
    this.#flashing = id;
    for (const [pageNumber, { marks }] of this.#drawn) {
      if (!marks.some((mark) => ids.includes(mark.id))) continue;
      this.#write(pageNumber, marks);
    }
  }

  /** Takes everything off the pages. */
  clear(): void {
    this.#byPage = new Map();
    this.#drawn.clear();
    this.#layer.clear();
  }

  #refresh(): void {
    this.#prune();
    for (const page of this.#viewer.getCachedPageViews()) this.#draw(page.id);
  }

  /** Drops what was drawn on pages that are empty boxes by now. */
  #prune(): void {
    if (this.#drawn.size === 0) return;
    const kept = new Set([...this.#viewer.getCachedPageViews()].map((page) => page.id));
    for (const pageNumber of this.#drawn.keys()) if (!kept.has(pageNumber)) this.#forget(pageNumber);
  }

  #forget(pageNumber: number): void {
    this.#drawn.delete(pageNumber);
    this.#layer.delete(pageNumber);
  }

  #draw(pageNumber: number): void {
    const page = pageOf(this.#viewer, pageNumber);
    const marks = this.on(pageNumber);
    if (page === undefined || marks.length === 0) {
      if (this.#drawn.has(pageNumber)) this.#forget(pageNumber);
      return;
    }
    const before = this.#drawn.get(pageNumber);
    if (before?.marks !== marks || before.rotation !== page.viewport.rotation) this.#write(pageNumber, marks);
  }

  #write(pageNumber: number, marks: readonly PageMark[]): void {
    const page = pageOf(this.#viewer, pageNumber);
    if (page === undefined) return;
    const before = this.#drawn.get(pageNumber);
    const { rotation } = page.viewport;
    const { width, height, transform } = page.viewport.clone({ scale: 1 });
    const svg = before?.svg ?? createFrame();
    svg.setAttribute('viewBox', `0 0 ${width} ${height}`);
    const space = createSvg('g', { transform: `matrix(${transform.join(' ')})` });
    space.append(...createMarks(marks, pageNumber, this.#flashing));
    svg.replaceChildren(space);
    this.#drawn.set(pageNumber, { svg, marks, rotation });
    if (before === undefined) this.#layer.set(pageNumber, svg);
  }
}

/** The frame of a page's marks; the list of notes says all of them in words. */
function createFrame(): SVGSVGElement {
  return createSvg('svg', { class: 'marks', preserveAspectRatio: 'none', 'aria-hidden': 'true' });
}

function keepIfSame(before: readonly PageMark[] | undefined, next: readonly PageMark[]): readonly PageMark[] {
  const isSame = before?.length === next.length && next.every((mark, at) => mark === before[at]);
  return isSame && before !== undefined ? before : next;
}
