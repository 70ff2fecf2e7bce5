import type { PDFViewer } from 'pdfjs-dist/legacy/web/pdf_viewer.mjs';
import type { Quad } from '@shared/model/annotation';
import type { Sides } from './mark';

/** pdf.js's viewport, as far as places on a page go. */
export interface Viewport {
  readonly width: number;
  readonly height: number;
  readonly rotation: number;
  /** From PDF user space to the page as it is shown: a, b, c, d, e, f. */
  readonly transform: readonly number[];
  readonly convertToPdfPoint: (x: number, y: number) => readonly number[];
  readonly convertToViewportPoint: (x: number, y: number) => readonly number[];
  readonly clone: (changes: { readonly scale: number; readonly rotation?: number }) => Viewport;
}

/** pdf.js's view of a page, as far as places on it go. */
export interface PageBox {
  readonly div: HTMLElement;
  readonly viewport: Viewport;
}

/** A page of a viewer, from 1; undefined where there is none. */
export function pageOf(viewer: PDFViewer, pageNumber: number): PageBox | undefined {
  return viewer.getPageView(pageNumber - 1);
}

/** The page that an element is on. */
export function pageNumberAt(target: EventTarget | null): number | undefined {
  const page = target instanceof Element ? target.closest<HTMLElement>('.page[data-page-number]') : null;
  return page === null ? undefined : Number(page.dataset['pageNumber']);
}

/** A point of the window in the page's PDF user space. */
export function toPdfPoint({ div, viewport }: PageBox, x: number, y: number): readonly [number, number] {
  const box = div.getBoundingClientRect();
  const [pdfX = 0, pdfY = 0] = viewport.convertToPdfPoint(
    ((x - box.left) * viewport.width) / box.width,
    ((y - box.top) * viewport.height) / box.height,
  );
  return [pdfX, pdfY];
}

/** A box on the page as it would be shown upright at one pixel a point, from one in the window. */
export function toUpright(page: PageBox, upright: Viewport, box: Sides): Sides {
  const corners = [toPdfPoint(page, box.left, box.top), toPdfPoint(page, box.right, box.bottom)].map(
    ([x, y]) => upright.convertToViewportPoint(x, y),
  );
  return sidesOf(corners);
}

/** The page as it is written, not turned by the reader, at one pixel a point. `turned` is the reader's rotation in degrees. */
export function uprightOf(page: PageBox, turned: number): Viewport {
  return page.viewport.clone({ scale: 1, rotation: (page.viewport.rotation - turned + 360) % 360 });
}

/** A box on the upright page as a quad in PDF user space, to a hundredth. */
export function toQuad(upright: Viewport, { left, top, right, bottom }: Sides): Quad {
  return [
    [left, top],
    [right, top],
    [left, bottom],
    [right, bottom],
  ].flatMap(([x = 0, y = 0]) => upright.convertToPdfPoint(x, y).map(toHundredth));
}

/** Where quads are in the window, all together; undefined while they have no page. */
export function boxOfQuads({ div, viewport }: PageBox, quads: readonly Quad[]): DOMRect {
  const page = div.getBoundingClientRect();
  const points = quads.flatMap((quad) =>
    cornersOf(quad).map(([x, y]) => viewport.convertToViewportPoint(x, y)),
  );
  const { left, top, right, bottom } = sidesOf(points);
  const [scaleX, scaleY] = [page.width / viewport.width, page.height / viewport.height];
  return new DOMRect(
    page.left + left * scaleX,
    page.top + top * scaleY,
    (right - left) * scaleX,
    (bottom - top) * scaleY,
  );
}

/** The corners of a quad: top left, top right, bottom left, bottom right. */
export function cornersOf(quad: Quad): readonly (readonly [number, number])[] {
  return [0, 2, 4, 6].map((at) => [quad[at] ?? 0, quad[at + 1] ?? 0] as const);
}

function sidesOf(points: readonly (readonly number[])[]): Sides {
  const xs = points.map(([x = 0]) => x);
  const ys = points.map(([, y = 0]) => y);
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
}

function toHundredth(value: number): number {
  return Math.round(value * 100) / 100;
}
