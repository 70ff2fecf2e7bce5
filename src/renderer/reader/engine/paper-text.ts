import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PageQuads, Quad } from '@shared/model/annotation';
import { mergeLines } from './merge-lines';

/** A run of letters as a page has it: where it is in the paper's text, and on the page in PDF user space. */
export interface TextRun {
  readonly page: number;
  /** In the paper's text, in UTF-16 units. */
  readonly start: number;
  readonly length: number;
  /** Where its baseline starts, and the direction it runs in, of length one. */
  readonly origin: readonly [number, number];
  readonly direction: readonly [number, number];
  /** In points, along its direction and across it. */
  readonly width: number;
  readonly height: number;
}

/** The text of a whole paper, a line feed at each end of a line and of a page. */
export interface PaperText {
  readonly text: string;
  readonly runs: readonly TextRun[];
}

/** What letters have above and below their baseline, as parts of their height. */
const ABOVE = 0.8;
const BELOW = 0.22;

/** The most quads on a page of an annotation. */
const MOST_QUADS = 1000;

/** Reads the text of all pages, one after the other. A page that cannot be read counts as empty. */
export async function readPaperText(document: PDFDocumentProxy, signal: AbortSignal): Promise<PaperText> {
  let text = '';
  const runs: TextRun[] = [];
  for (let page = 1; page <= document.numPages && !signal.aborted; page += 1) {
    for (const item of await readItems(document, page)) {
      if (item.str !== '') runs.push(toRun(item, page, text.length));
      text += item.hasEOL ? `${item.str}\n` : item.str;
    }
    text += '\n';
  }
  return { text, runs };
}

/** Where a stretch of the text is on the pages: a quad for each line. `start` is inclusive, `end` exclusive. */
export function quadsAt({ runs }: PaperText, start: number, end: number): readonly PageQuads[] {
  const byPage = new Map<number, TextRun[]>();
  for (const run of runs) {
    if (run.start >= end || run.start + run.length <= start) continue;
    const part = clip(run, start, end);
    const known = byPage.get(run.page);
    if (known === undefined) byPage.set(run.page, [part]);
    else known.push(part);
  }
  return [...byPage].map(([page, parts]) => ({ page, quads: toQuads(parts).slice(0, MOST_QUADS) }));
}

interface TextItem {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly hasEOL: boolean;
}

async function readItems(document: PDFDocumentProxy, pageNumber: number): Promise<readonly TextItem[]> {
  try {
    const page = await document.getPage(pageNumber);
    const { items } = await page.getTextContent();
    return items.filter((item) => 'str' in item);
  } catch {
    return [];
  }
}

function toRun(item: TextItem, page: number, start: number): TextRun {
  const [a = 1, b = 0, , , e = 0, f = 0] = item.transform;
  const length = Math.hypot(a, b) || 1;
  return {
    page,
    start,
    length: item.str.length,
    origin: [e, f],
    direction: [a / length, b / length],
    width: item.width,
    height: item.height === 0 ? length : item.height,
  };
}

/** The part of a run that is in a stretch: letters are taken as equally wide. */
function clip(run: TextRun, start: number, end: number): TextRun {
  const from = Math.max(0, start - run.start);
  const to = Math.min(run.length, end - run.start);
  const [x, y] = run.origin;
  const [right, up] = run.direction;
  const shift = (run.width * from) / run.length;
  return {
    ...run,
    origin: [x + right * shift, y + up * shift],
    width: (run.width * (to - from)) / run.length,
  };
}

function toQuads(runs: readonly TextRun[]): readonly Quad[] {
  const isLevel = runs.every(({ direction: [right, up] }) => right > 0 && Math.abs(up) < 0.01);
  if (!isLevel) return runs.map(toTurnedQuad);
  // Sides count downwards.
  const boxes = runs.map(({ origin: [x, y], width, height }) => ({
    left: x,
    right: x + width,
    top: -(y + height * ABOVE),
    bottom: -(y - height * BELOW),
  }));
  return mergeLines(boxes).map(({ left, top, right, bottom }) =>
    [left, -top, right, -top, left, -bottom, right, -bottom].map(toHundredth),
  );
}

function toTurnedQuad({ origin: [x, y], direction: [right, up], width, height }: TextRun): Quad {
  const at = (along: number, across: number): readonly number[] => [
    x + right * along - up * across,
    y + up * along + right * across,
  ];
  const [above, below] = [height * ABOVE, -height * BELOW];
  return [...at(0, above), ...at(width, above), ...at(0, below), ...at(width, below)].map(toHundredth);
}

function toHundredth(value: number): number {
  return Math.round(value * 100) / 100;
}
