import type { PDFViewer } from 'pdfjs-dist/legacy/web/pdf_viewer.mjs';
import type { PageQuads } from '@shared/model/annotation';
import type { Passage, Sides } from './mark';
import { mergeLines } from './merge-lines';
import { pageNumberAt, pageOf, toQuad, toUpright, uprightOf, type PageBox } from './page-geometry';
import { nodesOf, offsetsIn, toQuote } from './page-text';

/** As many quads as one page of an annotation may have, and as many pages. */
const MOST_QUADS = 1000;
const MOST_PAGES = 100;

/** The part of a selection that is on one page. */
interface PagePart {
  readonly pageNumber: number;
  readonly layer: Element;
  readonly range: Range;
}

/** The selected text of the pages in a container; undefined when none is selected there. */
export function readSelection(viewer: PDFViewer, container: HTMLElement): Passage | undefined {
  const range = selectedRange(container);
  return range === undefined ? undefined : toPassage(viewer, container, range);
}

/** The match of a search that is shown, as a range; undefined when there is none on a painted page. */
export function foundRange(container: HTMLElement): Range | undefined {
  const pieces = [...container.querySelectorAll('.textLayer .highlight.selected')];
  const [first, last] = [pieces[0], pieces.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const range = document.createRange();
  range.setStartBefore(first);
  range.setEndAfter(last);
  return range;
}

/** A range of the pages' text as a passage: a quad for each line, one annotation over page breaks. */
export function toPassage(viewer: PDFViewer, container: HTMLElement, range: Range): Passage | undefined {
  const parts = toParts(container, range);
  const pages: PageQuads[] = [];
  for (const part of parts) {
    const page = pageOf(viewer, part.pageNumber);
    const quads = page === undefined ? [] : quadsOf(page, viewer.pagesRotation, part.range);
    if (quads.length > 0) pages.push({ page: part.pageNumber, quads: quads.slice(0, MOST_QUADS) });
  }
  const first = pages[0];
  if (first === undefined) return undefined;
  return { pages, pageLabel: labelOf(viewer, first.page), quote: toQuote(parts) };
}

/** The label of a page, where the paper has labels. */
export function labelOf(viewer: PDFViewer, pageNumber: number): string | null {
  const label: string | null | undefined = viewer.getPageView(pageNumber - 1)?.pageLabel;
  return label?.slice(0, 40) ?? null;
}

/** The selection, when there is text of the pages in it. */
export function selectedRange(container: HTMLElement): Range | undefined {
  const selection = document.getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  return range.intersectsNode(container) && toParts(container, range).length > 0 ? range : undefined;
}

function toParts(container: HTMLElement, range: Range): readonly PagePart[] {
  const parts: PagePart[] = [];
  for (const layer of container.querySelectorAll('.page .textLayer')) {
    const pageNumber = pageNumberAt(layer);
    if (pageNumber === undefined || !range.intersectsNode(layer) || parts.length === MOST_PAGES) continue;
    const part = document.createRange();
    part.selectNodeContents(layer);
    if (layer.contains(range.startContainer)) part.setStart(range.startContainer, range.startOffset);
    if (layer.contains(range.endContainer)) part.setEnd(range.endContainer, range.endOffset);
    if (part.toString().trim() !== '') parts.push({ pageNumber, layer, range: part });
  }
  return parts;
}

function quadsOf(page: PageBox, turned: number, range: Range): PageQuads['quads'] {
  const upright = uprightOf(page, turned);
  const boxes = boxesOf(range).map((box) => toUpright(page, upright, box));
  return mergeLines(boxes).map((line) => toQuad(upright, line));
}

/** The boxes of a range's letters in the window: of the letters only, not of what holds them. */
function boxesOf(range: Range): readonly Sides[] {
  return nodesOf(range).flatMap((node) => {
    if (!(node instanceof Text) || node.data.trim() === '') return [];
    const [start, end] = offsetsIn(range, node);
    if (start >= end) return [];
    const piece = document.createRange();
    piece.setStart(node, start);
    piece.setEnd(node, end);
    return [...piece.getClientRects()];
  });
}
