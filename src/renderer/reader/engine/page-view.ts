import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { EventBus, PDFLinkService, PDFViewer } from 'pdfjs-dist/legacy/web/pdf_viewer.mjs';
import { listenToCopy } from './copy';
import { FindSession } from './find';
import type { FindProgress } from './find';
import { followSize } from './follow-size';
import { listenToGestures, REPAINT_AFTER_ZOOM_MS } from './gestures';
import {
  toRotation,
  toScale,
  toScrollMode,
  toScrollModeNumber,
  toSpreadMode,
  toSpreadModeNumber,
  toXyzDestination,
} from './layout';
import type { PageLayout, PagePoint } from './layout';
import { createLinkService } from './links';
import type { LinkHooks } from './links';
import { trimPageBuffer } from './page-buffer';
import { MarkOverlay } from './overlay';
import { PageLayer } from './page-layer';
import { PageTint } from './page-tint';
import type { Pdfjs } from './pdfjs';
import { QUIET_L10N } from './quiet-l10n';
import { keepTextStill } from './still-text';
import { watchHidden } from './suspend-hidden';

/** What the view tells while it is used. */
export interface PageViewHooks extends LinkHooks {
  /** The pages are in place, empty: the moment to lay out and to go somewhere. */
  readonly onReady: () => void;
  /** A page was painted; `error` when it could not be, or not wholly. */
  readonly onPagePainted: (pageNumber: number, error: unknown) => void;
  /** Page, point, zoom, rotation or modes have changed. */
  readonly onMoved: () => void;
  readonly onFind: (progress: FindProgress | undefined) => void;
}

/** The scrolling pages: pdf.js's viewer over one container, with our rules for links, memory, zoom and search. */
export class PageView {
  /** Our own elements on pages. */
  readonly layer: PageLayer;
  /** Marks on the pages, and how they are made. */
  readonly marks: MarkOverlay;
  /** The colour of the pages. */
  readonly tint: PageTint;
  /** The search in the paper. */
  readonly find: FindSession;
  readonly #viewer: PDFViewer;
  readonly #links: PDFLinkService;
  readonly #stops: (() => void)[] = [];
  readonly #recordJump: () => void;
  #point: PagePoint | undefined;

  /** `container` is a positioned `div` whose first child is a `div`. */
  constructor(pdfjs: Pdfjs, container: HTMLDivElement, hooks: PageViewHooks) {
    const eventBus: EventBus = new pdfjs.viewer.EventBus();
    this.#links = createLinkService(pdfjs, eventBus, hooks);
    this.find = new FindSession(pdfjs, eventBus, this.#links, () => this.#viewer.pagesCount, hooks.onFind);
    this.#viewer = new pdfjs.viewer.PDFViewer({
      container,
      eventBus,
      linkService: this.#links,
      findController: this.find.controller,
      annotationMode: pdfjs.core.AnnotationMode.ENABLE,
      annotationEditorMode: pdfjs.core.AnnotationEditorType.DISABLE,
      l10n: QUIET_L10N as never,
    });
    this.#links.setViewer(this.#viewer);
    this.#recordJump = hooks.onJump;
    this.layer = new PageLayer(this.#viewer, eventBus);
    this.marks = new MarkOverlay(container, this.#viewer, eventBus);
    this.tint = new PageTint(this.#viewer, eventBus);
    keepTextStill(eventBus);
    this.#listen(eventBus, hooks);
    this.#stops.push(
      trimPageBuffer(this.#viewer, eventBus),
      listenToCopy(container),
      listenToGestures(container, this.#viewer, hooks),
      followSize(container, { onResize: (isWidthSame) => this.#fit(isWidthSame) }),
      watchHidden(
        () => this.#suspend(),
        () => this.#viewer.update(),
      ),
    );
  }

  /** Shows a document; `onReady` follows. */
  show(document: PDFDocumentProxy): void {
    this.#viewer.setDocument(document);
    this.#links.setDocument(document);
    // The queue's idle moment is pdf.js's own place to let go of what the painted pages no longer need.
    const queue = this.#viewer.renderingQueue;
    if (queue !== undefined) {
      (queue as { onIdle: (() => void) | null }).onIdle = () => {
        this.#viewer.cleanup();
        document.cleanup().catch(() => undefined);
      };
    }
    // A first page that cannot be had rejects this; the failure is told through the document's own getPage.
    this.#viewer.pagesPromise?.catch(() => undefined);
  }

  /** Takes the document away and stops listening. The container is empty afterwards. */
  close(): void {
    for (const stop of this.#stops) stop();
    this.layer.clear();
    this.marks.close();
    this.#viewer.setDocument(null);
    this.#links.setDocument(null);
  }

  /** The point at the top left; undefined before the first paint. */
  get point(): PagePoint | undefined {
    return this.#point;
  }

  /** Whether a page is being painted at this moment. */
  get isPainting(): boolean {
    return [...this.#viewer.getCachedPageViews()].some((page) => page.renderingState === PAINTING);
  }

  /** The page that most of the pane shows, from 1. */
  get pageNumber(): number {
    return this.#viewer.currentPageNumber;
  }

  /** The zoom as a factor, whatever preset it comes from. */
  get scaleFactor(): number {
    return this.#viewer.currentScale;
  }

  /** How the pages are laid out now. */
  get layout(): PageLayout {
    const viewer = this.#viewer;
    return {
      scale: toScale(viewer.currentScaleValue, viewer.currentScale),
      rotation: toRotation(viewer.pagesRotation),
      scrollMode: toScrollMode(viewer.scrollMode),
      spreadMode: toSpreadMode(viewer.spreadMode),
    };
  }

  /** Lays the pages out; what stays the same costs nothing. */
  setLayout(layout: Partial<PageLayout>): void {
    const viewer = this.#viewer;
    if (layout.rotation !== undefined) viewer.pagesRotation = layout.rotation;
    if (layout.scrollMode !== undefined) viewer.scrollMode = toScrollModeNumber(layout.scrollMode);
    if (layout.spreadMode !== undefined) viewer.spreadMode = toSpreadModeNumber(layout.spreadMode);
    if (layout.scale !== undefined) viewer.currentScaleValue = String(layout.scale);
  }

  /** Zooms by steps of about a tenth, in or out. */
  zoomBy(steps: number): void {
    this.#viewer.updateScale({ steps, drawingDelay: REPAINT_AFTER_ZOOM_MS });
  }

  /** Brings a point to the top left, keeping the zoom. A page that is not there is ignored. */
  goToPoint(point: PagePoint): void {
    if (point.page < 1 || point.page > this.#viewer.pagesCount) return;
    this.#viewer.scrollPageIntoView({
      pageNumber: point.page,
      destArray: [...toXyzDestination(point)],
      allowNegativeOffset: true,
    });
  }

  /** Takes the place that is read for one to come back to, before a jump. */
  recordJump(): void {
    this.#recordJump();
  }

  /** Goes to a page's top, as a jump that can be gone back from. */
  goToPage(pageNumber: number): void {
    this.#links.goToPage(pageNumber);
  }

  /** Goes to a destination of the paper, named or explicit, as a jump. */
  async goToDestination(destination: string | readonly unknown[]): Promise<void> {
    await this.#links.goToDestination(typeof destination === 'string' ? destination : [...destination]);
  }

  /** Width by height of a page as it is written; the first page's until the page is loaded. */
  pageRatio(pageNumber: number): number | undefined {
    const viewport: { readonly rawDims: RawSize; readonly rotation: number } | undefined =
      this.#viewer.getPageView(pageNumber - 1)?.viewport;
    if (viewport === undefined) return undefined;
    const ratio = viewport.rawDims.pageWidth / viewport.rawDims.pageHeight;
    const isAcross = (viewport.rotation - this.#viewer.pagesRotation) % 180 !== 0;
    return isAcross ? 1 / ratio : ratio;
  }

  /** Selects the text of the current page; nothing while it is not painted. */
  selectPageText(): void {
    const page: HTMLElement | undefined = this.#viewer.getPageView(this.pageNumber - 1)?.div;
    const text = page?.querySelector('.textLayer');
    if (text !== undefined && text !== null) document.getSelection()?.selectAllChildren(text);
  }

  /** Turns one page (or one spread) on or back; not a jump. */
  turnPage(direction: 'next' | 'previous'): void {
    if (direction === 'next') this.#viewer.nextPage();
    else this.#viewer.previousPage();
  }

  /** Names the pages for the page box and for assistive technology. */
  setPageLabels(labels: readonly string[] | undefined): void {
    this.#viewer.setPageLabels((labels ?? null) as never);
    this.#namePages();
  }

  /** Whether all pages have the size of the first; known once all are loaded. */
  get hasEqualPageSizes(): boolean {
    return this.#viewer.hasEqualPageSizes;
  }

  #listen(eventBus: EventBus, hooks: PageViewHooks): void {
    eventBus.on('pagesinit', () => {
      this.#namePages();
      hooks.onReady();
    });
    eventBus.on('pagesloaded', () => this.#settle());
    eventBus.on('pagerendered', (event: PageRenderedEvent) => {
      if (!event.cssTransform && !event.isDetailView) hooks.onPagePainted(event.pageNumber, event.error);
    });
    eventBus.on('updateviewarea', ({ location }: { readonly location: ViewLocation }) => {
      this.#point = { page: location.pageNumber, top: location.top, left: location.left };
      hooks.onMoved();
    });
    for (const name of [
      'pagechanging',
      'scalechanging',
      'rotationchanging',
      'scrollmodechanged',
      'spreadmodechanged',
    ]) {
      eventBus.on(name, hooks.onMoved);
    }
  }

  /** Pages of other sizes than the first have shifted what is below them while they loaded. */
  #settle(): void {
    if (this.#point !== undefined && !this.hasEqualPageSizes) this.goToPoint(this.#point);
  }

  /** Each page is a named group; pdf.js makes it a landmark, of which there would be hundreds. */
  #namePages(): void {
    for (let index = 0; index < this.#viewer.pagesCount; index += 1) {
      const page = this.#viewer.getPageView(index);
      page.div.setAttribute('role', 'group');
      page.div.setAttribute('aria-label', `Page ${page.pageLabel ?? index + 1}`);
    }
  }

  /** Fit width and fit page follow the pane; the point at the top left stays. */
  #fit(isWidthSame: boolean): void {
    const { scale } = this.layout;
    if (scale === 'page-fit' || (scale === 'page-width' && !isWidthSame)) this.setLayout({ scale });
    this.#viewer.update();
  }

  /** Lets go of everything painted: the pages are empty boxes until they are seen again. */
  #suspend(): void {
    for (const page of this.#viewer.getCachedPageViews()) page.destroy();
    this.#viewer.cleanup();
  }
}

/** pdf.js's state of a page that is on its way to the canvas. */
const PAINTING = 1;

interface PageRenderedEvent {
  readonly pageNumber: number;
  readonly cssTransform: boolean;
  readonly isDetailView: boolean;
  readonly error: unknown;
}

interface RawSize {
  readonly pageWidth: number;
  readonly pageHeight: number;
}

interface ViewLocation {
  readonly pageNumber: number;
  readonly top: number;
  readonly left: number;
}
