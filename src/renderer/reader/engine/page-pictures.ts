import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Where a picture is on a page as it is written: parts of its width and height, from its upper left corner. */
export interface PictureArea {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The longest side of the canvas on which pages are painted to find their pictures. */
const LOOK_PX = 96;

/** Smaller than this part of the page is a sign, not a figure. */
const LEAST_AREA = 0.002;

/** Pictures that cover so much of a page are the page itself: a scan. */
const SCAN_AREA = 0.6;

const known = new WeakMap<PDFPageProxy, Promise<readonly PictureArea[]>>();

/**
 * The pictures (photographs, plots that are pixels) on a page, found by painting it very small. Empty for a scan, which is
 * a page and no figure, and for a page that cannot be painted.
 */
export function findPictures(page: PDFPageProxy): Promise<readonly PictureArea[]> {
  const found = known.get(page) ?? look(page).catch(() => []);
  known.set(page, found);
  return found;
}

async function look(page: PDFPageProxy): Promise<readonly PictureArea[]> {
  const whole = page.getViewport({ scale: 1, rotation: 0 });
  const viewport = page.getViewport({ scale: LOOK_PX / Math.max(whole.width, whole.height), rotation: 0 });
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil(viewport.width);
  canvas.height = Math.ceil(viewport.height);
  await page.render({ canvas, viewport, recordImages: true }).promise;
  const { imageCoordinates } = page as unknown as { readonly imageCoordinates: ArrayLike<number> | null };
  return toPictureAreas(imageCoordinates ?? []);
}

/** pdf.js's record (three corners of each picture, six numbers) as areas, without what is no figure. */
export function toPictureAreas(corners: ArrayLike<number>): readonly PictureArea[] {
  const areas: PictureArea[] = [];
  for (let start = 0; start + 6 <= corners.length; start += 6) {
    const at = (index: number): number => Math.min(1, Math.max(0, corners[start + index] ?? 0));
    const xs = [at(0), at(2), at(4)];
    const ys = [at(1), at(3), at(5)];
    const area = {
      left: Math.min(...xs),
      top: Math.min(...ys),
      right: Math.max(...xs),
      bottom: Math.max(...ys),
    };
    if (sizeOf(area) >= LEAST_AREA) areas.push(area);
  }
  const covered = areas.reduce((sum, area) => sum + sizeOf(area), 0);
  return covered >= SCAN_AREA ? [] : areas;
}

/** An area on the page turned clockwise by a quarter, so many times. */
export function turnArea(area: PictureArea, degrees: number): PictureArea {
  let { left, top, right, bottom } = area;
  for (let turned = 0; turned < ((degrees % 360) + 360) % 360; turned += 90) {
    [left, top, right, bottom] = [1 - bottom, left, 1 - top, right];
  }
  return { left, top, right, bottom };
}

const sizeOf = (area: PictureArea): number => (area.right - area.left) * (area.bottom - area.top);
