import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { toDestinationPage, toDestinationPoint, toExplicitDestination } from './destinations';
import { findPictures, turnArea } from './page-pictures';
import type { PictureArea } from './page-pictures';
import { paintRegion } from './paint-region';
import type { PageBox } from './paint-region';
import { toPreviewBox } from './preview-box';
import type { TextPiece } from './preview-box';

/** A link on a page: the page, from 1, and pdf.js's id of the annotation. */
export interface PageLink {
  readonly pageNumber: number;
  readonly annotationId: string;
}

/** What a link leads to, painted. */
export interface LinkPreview {
  /** The picture, with its size on the screen, and its words for those who do not see it. */
  readonly canvas: HTMLCanvasElement;
  /** From 1. */
  readonly pageNumber: number;
  readonly destination: string | readonly unknown[];
}

const MOST_WIDTH_PX = 460;
const MOST_HEIGHT_PX = 340;
const MOST_ZOOM = 1.4;
const MOST_SIGNS = 600;

/** Paints what a link inside the paper leads to; undefined when it leads nowhere in it. */
export async function paintLinkPreview(
  document: PDFDocumentProxy,
  link: PageLink,
  signal: AbortSignal,
): Promise<LinkPreview | undefined> {
  const from = await document.getPage(link.pageNumber);
  const annotations: readonly RawLink[] = await from.getAnnotations();
  const destination = annotations.find((annotation) => annotation.id === link.annotationId)?.dest;
  if (destination === undefined || destination === null || destination === '') return undefined;
  const explicit = await toExplicitDestination(document, destination);
  if (explicit === undefined) return undefined;
  const pageNumber = await toDestinationPage(document, explicit[0]);
  if (pageNumber === undefined) return undefined;
  const page = await document.getPage(pageNumber);
  signal.throwIfAborted();
  const viewport = page.getViewport({ scale: 1 });
  const pieces = await readPieces(page);
  signal.throwIfAborted();
  const point = toDestinationPoint(explicit, pageNumber);
  const [left, top] = viewport.convertToViewportPoint(point.left ?? 0, point.top ?? viewport.height) as [
    number,
    number,
  ];
  const box = toPreviewBox(pieces, { left, top }, viewport);
  const zoom = Math.min(MOST_ZOOM, MOST_WIDTH_PX / box.width, MOST_HEIGHT_PX / box.height);
  const scale = zoom * globalThis.devicePixelRatio;
  const [canvas, pictures] = await Promise.all([
    paintRegion(document, { pageNumber, box, scale }, signal),
    findPictures(page),
  ]);
  if (pictures.some((area) => isIn(box, turnArea(area, page.rotate), viewport)))
    canvas.dataset['hasPictures'] = '';
  const text = pieces
    .filter((piece) => piece.top >= box.top && piece.top < box.top + box.height)
    .filter((piece) => piece.left >= box.left && piece.left < box.left + box.width)
    .map((piece) => piece.text)
    .join(' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  canvas.style.inlineSize = `${box.width * zoom}px`;
  canvas.style.blockSize = `${box.height * zoom}px`;
  canvas.setAttribute('role', 'img');
  canvas.setAttribute('aria-label', text.slice(0, MOST_SIGNS) || 'A part of the page without text');
  return { canvas, pageNumber, destination };
}

interface RawLink {
  readonly id?: string;
  readonly dest?: string | readonly unknown[] | null;
}

/** Whether a picture on a page reaches into a part of it. */
function isIn(
  box: PageBox,
  area: PictureArea,
  page: { readonly width: number; readonly height: number },
): boolean {
  const isAcross = area.left * page.width < box.left + box.width && area.right * page.width > box.left;
  return isAcross && area.top * page.height < box.top + box.height && area.bottom * page.height > box.top;
}

/** The texts of a page with their places on it. */
async function readPieces(page: PDFPageProxy): Promise<readonly TextPiece[]> {
  const viewport = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent();
  return items.flatMap((item) => {
    if (!('str' in item)) return [];
    const [, , , , x, y] = item.transform as readonly number[];
    const [left, base] = viewport.convertToViewportPoint(x ?? 0, y ?? 0) as [number, number];
    const { width, height } = item;
    return [{ left, top: base - height, width, height, text: item.str }];
  });
}
