import type { EventBus, PDFViewer } from 'pdfjs-dist/legacy/web/pdf_viewer.mjs';
import type { PageQuads } from '@shared/model/annotation';
import { listenToMarking } from './overlay-gestures';
import type { MarkingHooks, MarkingTool } from './overlay-gestures';
import { OverlayPages } from './overlay-pages';
import type { PageMark, Passage } from './mark';
import { boxOfQuads, pageOf, toQuad, toPdfPoint, uprightOf } from './page-geometry';
import { foundRange, labelOf, readSelection, selectedRange, toPassage } from './selection-quads';

/** How long a mark that was gone to stands out, in milliseconds. */
const FLASH_MS = 1600;

/** The side of a note's sign, in points. */
const NOTE_POINTS = 16;

/** Marks on the pages of a view: shown, pressed, made by selecting and dragging. */
export class MarkOverlay {
  readonly #viewer: PDFViewer;
  readonly #container: HTMLElement;
  readonly #pages: OverlayPages;
  readonly #stop: () => void;
  #hooks: MarkingHooks | undefined;
  #tool: MarkingTool = 'none';
  #flashTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(container: HTMLElement, viewer: PDFViewer, eventBus: EventBus) {
    this.#viewer = viewer;
    this.#container = container;
    this.#pages = new OverlayPages(viewer, eventBus);
    this.#stop = listenToMarking(container, viewer, this.#pages, {
      tool: () => this.#tool,
      hooks: () => this.#hooks,
      noteAt: (pageNumber, x, y) => this.#noteAt(pageNumber, x, y),
    });
  }

  /** Takes gestures from now on; without hooks there are none. */
  listen(hooks: MarkingHooks | undefined): void {
    this.#hooks = hooks;
  }

  /** Shows these marks and no others. Those that are the same objects as before cost nothing. */
  set(marks: readonly PageMark[]): void {
    this.#pages.set(marks);
  }

  /** What a drag or a press on a page makes. */
  use(tool: MarkingTool): void {
    this.#tool = tool;
    if (tool === 'none') delete this.#container.dataset['markingTool'];
    else this.#container.dataset['markingTool'] = tool;
  }

  /** The selected text; else, with `isFoundToo`, the match that a search shows. */
  selection(isFoundToo = false): Passage | undefined {
    const selected = readSelection(this.#viewer, this.#container);
    if (selected !== undefined || !isFoundToo) return selected;
    const found = foundRange(this.#container);
    return found === undefined ? undefined : toPassage(this.#viewer, this.#container, found);
  }

  /** Where the selection is in the window; undefined when there is none. */
  selectionBox(): DOMRect | undefined {
    const range = selectedRange(this.#container) ?? foundRange(this.#container);
    const boxes = range === undefined ? [] : [...range.getClientRects()];
    // The end of a selection is where the hand is.
    return boxes.findLast((box) => box.width > 0 && box.height > 0);
  }

  /** Where a passage is in the window; undefined while its first page is not in place. */
  boxOf(pages: readonly PageQuads[]): DOMRect | undefined {
    const first = pages[0];
    const page = first === undefined ? undefined : pageOf(this.#viewer, first.page);
    return first === undefined || page === undefined ? undefined : boxOfQuads(page, first.quads);
  }

  /** Whether some of a passage is in view. */
  isInView(pages: readonly PageQuads[]): boolean {
    const box = this.boxOf(pages);
    const pane = this.#container.getBoundingClientRect();
    if (box === undefined || (box.width === 0 && box.height === 0)) return false;
    return box.bottom > pane.top && box.top < pane.bottom && box.right > pane.left && box.left < pane.right;
  }

  /** Brings a passage into view, a third from the top, and lets the mark with this id stand out for a moment. */
  show(pages: readonly PageQuads[], id: string): void {
    const first = pages[0];
    if (first === undefined || first.page > this.#viewer.pagesCount) return;
    const pane = this.#container.getBoundingClientRect();
    if (!this.#isComfortable(pages)) {
      this.#viewer.scrollPageIntoView({ pageNumber: first.page });
      const box = this.boxOf(pages);
      if (box !== undefined) {
        this.#container.scrollTop += box.top - pane.top - pane.height / 3;
        if (box.left < pane.left || box.right > pane.right)
          this.#container.scrollLeft += box.left - pane.left - pane.width / 4;
      }
    }
    this.flash(id);
  }

  /** Lets a mark stand out for a moment. */
  flash(id: string): void {
    clearTimeout(this.#flashTimer);
    this.#pages.flash(id);
    this.#flashTimer = setTimeout(() => this.#pages.flash(undefined), FLASH_MS);
  }

  /** A note's place in the margin of the page that is read, as high as the reading is. */
  placeHere(): Passage | undefined {
    const pane = this.#container.getBoundingClientRect();
    const pageNumber = this.#viewer.currentPageNumber;
    const box = pageOf(this.#viewer, pageNumber)?.div.getBoundingClientRect();
    if (box === undefined) return undefined;
    const top = Math.max(box.top, Math.min(pane.top + pane.height / 4, box.bottom - 2 * NOTE_POINTS));
    return this.#noteAt(pageNumber, Math.max(box.left, pane.left) + 2 * NOTE_POINTS, top + NOTE_POINTS);
  }

  /** Takes everything away and stops listening. */
  close(): void {
    clearTimeout(this.#flashTimer);
    this.#stop();
    this.#pages.clear();
  }

  #noteAt(pageNumber: number, x: number, y: number): Passage | undefined {
    const page = pageOf(this.#viewer, pageNumber);
    if (page === undefined) return undefined;
    const upright = uprightOf(page, this.#viewer.pagesRotation);
    const [left = 0, top = 0] = upright.convertToViewportPoint(...toPdfPoint(page, x, y));
    const half = NOTE_POINTS / 2;
    const quad = toQuad(upright, {
      left: left - half,
      top: top - half,
      right: left + half,
      bottom: top + half,
    });
    return {
      pages: [{ page: pageNumber, quads: [quad] }],
      pageLabel: labelOf(this.#viewer, pageNumber),
      quote: null,
    };
  }

  /** Whether a passage is in view and away from the edges. */
  #isComfortable(pages: readonly PageQuads[]): boolean {
    const box = this.boxOf(pages);
    const pane = this.#container.getBoundingClientRect();
    return box !== undefined && box.width > 0 && box.top > pane.top + 24 && box.bottom < pane.bottom - 24;
  }
}
