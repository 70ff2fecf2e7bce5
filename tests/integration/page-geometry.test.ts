import { readFileSync } from 'node:fs';
import { getDocument, VerbosityLevel, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { toQuad, toUpright, uprightOf, type PageBox } from '@renderer/reader/engine/page-geometry';

let page: PDFPageProxy;
let destroy: () => Promise<void>;

beforeAll(async () => {
  const data = new Uint8Array(readFileSync('resources/sample/papers/paper-012.pdf'));
  const task = getDocument({ data, verbosity: VerbosityLevel.ERRORS });
  page = await (await task.promise).getPage(1);
  destroy = () => task.destroy();
});
afterAll(() => destroy());

/** A line of text in PDF space: top left, top right, bottom left, bottom right. */
const line = [72.13, 700.5, 300.25, 700.5, 72.13, 688.01, 300.25, 688.01];

/** The page as pdf.js shows it, somewhere in the window, its own rotation and the reader's both given in degrees. */
function shown(scale: number, own: number, turned: number): PageBox {
  const viewport = page.getViewport({ scale, rotation: (own + turned) % 360 });
  const box = { left: 40, top: -300, width: viewport.width, height: viewport.height };
  return { viewport, div: { getBoundingClientRect: () => box } } as never;
}

/** Where the line is in the window. */
function sidesOf({ viewport, div }: PageBox) {
  const { left, top } = div.getBoundingClientRect();
  const corners = [0, 2, 4, 6].map((at) => viewport.convertToViewportPoint(line[at] ?? 0, line[at + 1] ?? 0));
  const [xs, ys] = [corners.map(([x = 0]) => left + x), corners.map(([, y = 0]) => top + y)];
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
}

it.each([
  [1, 0],
  [1.37, 0],
  [4, 90],
  [0.5, 180],
  [2.2, 270],
])('finds the same quad in PDF space at zoom %f with the pages turned by %i degrees', (scale, turned) => {
  const box = shown(scale, 0, turned);
  const upright = uprightOf(box, turned);
  const quad = toQuad(upright, toUpright(box, upright, sidesOf(box)));
  expect(quad).toEqual(line);
});

it('counts corners from the top left as a page that is itself turned is read', () => {
  const box = shown(1.5, 90, 0);
  const upright = uprightOf(box, 0);
  const [ax, ay, bx, by, cx, cy] = toQuad(upright, toUpright(box, upright, sidesOf(box)));
  // Turned clockwise, the page's left edge is up: reading goes upwards in PDF space.
  expect([ax, ay]).toEqual([72.13, 688.01]);
  expect([bx, by]).toEqual([72.13, 700.5]);
  expect([cx, cy]).toEqual([300.25, 688.01]);
});
