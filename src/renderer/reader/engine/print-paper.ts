import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { paintRegion } from './paint-region';

/** Dots to the inch: sharp on paper, and a page still takes less than 10 MiB while it is painted. */
const DOTS_PER_INCH = 150;
const POINTS_PER_INCH = 72;

/** What printing tells. */
export interface PrintHooks {
  /** So many pages are ready. */
  readonly onProgress: (pages: number) => void;
  readonly signal: AbortSignal;
}

/**
 * Paints every page as a picture, one at a time, and opens the system's print dialog with them.
 * @throws the signal's reason when it is aborted, pdf.js's error when a page cannot be painted
 */
export async function printPaper(paper: PDFDocumentProxy, { onProgress, signal }: PrintHooks): Promise<void> {
  const sheet = new CSSStyleSheet();
  const pages = document.createElement('div');
  pages.className = 'paperPrint';
  const pictures: string[] = [];
  try {
    for (let pageNumber = 1; pageNumber <= paper.numPages; pageNumber += 1) {
      const scale = DOTS_PER_INCH / POINTS_PER_INCH;
      const canvas = await paintRegion(paper, { pageNumber, scale, intent: 'print' }, signal);
      if (pageNumber === 1) sheet.replaceSync(toPageRule(canvas.width / scale, canvas.height / scale));
      const url = URL.createObjectURL(await toPicture(canvas));
      pictures.push(url);
      canvas.width = 0;
      const picture = new Image();
      picture.src = url;
      await picture.decode();
      pages.append(picture);
      signal.throwIfAborted();
      onProgress(pageNumber);
    }
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    document.body.append(pages);
    // Returns when the dialog is closed.
    globalThis.print();
  } finally {
    pages.remove();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
    for (const url of pictures) URL.revokeObjectURL(url);
  }
}

function toPageRule(width: number, height: number): string {
  return `@page { size: ${width.toFixed(1)}pt ${height.toFixed(1)}pt; margin: 0 }`;
}

function toPicture(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob === null ? reject(new Error('the page is too large')) : resolve(blob)));
  });
}
