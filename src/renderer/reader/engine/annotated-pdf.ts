import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Quad } from '@shared/model/annotation';
import type { PageMark } from './mark';
import { cornersOf } from './page-geometry';

/** A mark as it goes into a PDF: with what is written about it and by whom, in plain words. */
export interface WrittenMark extends Pick<PageMark, 'pages'> {
  readonly comment: string;
  readonly writer: string;
  /** Red, green, blue, 0 to 255. */
  readonly color: readonly [number, number, number];
}

/** pdf.js's name for a highlight among its editors. */
const HIGHLIGHT = 9;

/**
 * A copy of an open PDF in which marks are PDF highlights with comments (ISO 32000-2, 12.5.6.10), which any reader shows. The
 * open document stays as it is. A mark on two pages becomes two highlights, the comment on the first.
 *
 * The values put into pdf.js's storage are what its own editor puts there in 6.5.438: internal, and pinned by a test.
 */
export async function writeAnnotatedPdf(
  document: PDFDocumentProxy,
  marks: readonly WrittenMark[],
): Promise<Uint8Array> {
  const storage = document.annotationStorage;
  const keys: string[] = [];
  for (const mark of marks) {
    for (const [at, { page, quads }] of mark.pages.entries()) {
      if (page > document.numPages) continue;
      const key = `pdfjs_internal_editor_${keys.length}`;
      keys.push(key);
      storage.setValue(key, toStored(mark, page, quads, at === 0));
    }
  }
  try {
    return await document.saveDocument();
  } finally {
    for (const key of keys) storage.remove(key);
  }
}

function toStored(
  { color, comment, writer }: WrittenMark,
  page: number,
  quads: readonly Quad[],
  isFirst: boolean,
): object {
  const corners = quads.flatMap(cornersOf);
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  const rect = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  return {
    annotationType: HIGHLIGHT,
    color: [...color],
    opacity: 1,
    quadPoints: quads.flat(),
    outlines: quads.map(([ax, ay, bx, by, cx, cy, dx, dy]) => [ax, ay, bx, by, dx, dy, cx, cy]),
    pageIndex: page - 1,
    rect,
    rotation: 0,
    user: writer,
    ...(isFirst && comment !== '' ? { popup: { contents: comment, rect } } : {}),
  };
}
