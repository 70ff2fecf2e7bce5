import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { paintLinkPreview } from './link-preview';
import type { LinkPreview, PageLink } from './link-preview';
import { PaintQueue } from './paint-queue';
import { paintRegion } from './paint-region';
import { printPaper } from './print-paper';
import type { PrintHooks } from './print-paper';

/** The width of a thumbnail in CSS pixels. */
const THUMBNAIL_WIDTH_PX = 112;

/** How often it is looked whether the pages in view are painted. */
const LOOK_MS = 60;

/** Pictures of an open paper besides its pages: thumbnails, what links lead to. Pages in view are painted first. */
export class PaperPictures {
  readonly #document: PDFDocumentProxy;
  readonly #thumbnails: PaintQueue;

  /** `isBusy` tells whether a page in view is being painted. */
  constructor(document: PDFDocumentProxy, isBusy: () => boolean, closing: AbortSignal) {
    this.#document = document;
    this.#thumbnails = new PaintQueue(async () => {
      while (isBusy() && !closing.aborted) await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    });
  }

  /**
   * A page in small.
   * @throws the signal's reason when it is aborted, pdf.js's error when the page cannot be painted
   */
  thumbnail(pageNumber: number, signal: AbortSignal): Promise<HTMLCanvasElement> {
    return this.#thumbnails.add(async () => {
      const page = await this.#document.getPage(pageNumber);
      const { width } = page.getViewport({ scale: 1 });
      const scale = (THUMBNAIL_WIDTH_PX / width) * globalThis.devicePixelRatio;
      return paintRegion(this.#document, { pageNumber, scale }, signal);
    }, signal);
  }

  /**
   * What a link inside the paper leads to; undefined when it leads nowhere in it.
   * @throws the signal's reason when it is aborted, pdf.js's error when the page cannot be painted
   */
  preview(link: PageLink, signal: AbortSignal): Promise<LinkPreview | undefined> {
    return paintLinkPreview(this.#document, link, signal);
  }

  /**
   * Makes every page ready and opens the print dialog; resolves when it is closed.
   * @throws the signal's reason when it is aborted, pdf.js's error when a page cannot be painted
   */
  print(hooks: PrintHooks): Promise<void> {
    return printPaper(this.#document, hooks);
  }
}
