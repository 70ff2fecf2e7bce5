import type { PageBox } from './paint-region';

/** A piece of text on a page, in points from the page's upper left corner. */
export interface TextPiece extends PageBox {
  readonly text: string;
}

/** A point on a page from its upper left corner; what is not known of it is undefined. */
export interface PreviewPoint {
  readonly left: number | undefined;
  readonly top: number | undefined;
}

/** Room around what is shown, in points. */
const MARGIN = 8;
/** How much is shown from a point on: a reference with the ones after it, an equation with its words. */
const USUAL_HEIGHT = 130;
/** How much is shown of a figure: all of most. */
const FIGURE_HEIGHT = 280;
const CAPTION_HEIGHT = 60;
/** With no text for so long under the point, a picture is there. */
const PICTURE_GAP = 36;

/** The widest gap between words of a line, in points; between columns there is more. */
const WORD_GAP = 11;

const FIGURE_CAPTION = /^\s*(?:fig(?:ure|\.)?|scheme|plate)\s*\.?\s*[\dA-Z]/i;

/**
 * The part of a page worth showing for a link to a point on it: the column that the point is in, from the point on; with a
 * figure the picture and its caption, whichever of them the point is at.
 */
export function toPreviewBox(
  pieces: readonly TextPiece[],
  point: PreviewPoint,
  page: { readonly width: number; readonly height: number },
): PageBox {
  const from = Math.min(Math.max(point.top ?? 0, 0), Math.max(0, page.height - MARGIN));
  const column = toColumn(
    pieces.filter((piece) => piece.top + piece.height > from - 40 && piece.top < from + FIGURE_HEIGHT),
    point.left ?? 0,
    page.width,
  );
  const inColumn = pieces.filter(
    (piece) => centreOf(piece) >= column.left && centreOf(piece) <= column.right,
  );
  const below = inColumn
    .filter((piece) => piece.text.trim() !== '' && piece.top + piece.height * 0.7 > from)
    .toSorted((a, b) => a.top - b.top);
  const { top, bottom } = toRows(below, from);
  const shown = inColumn.filter((piece) => piece.top < bottom && piece.top + piece.height > top);
  const isPicture = bottom - top > USUAL_HEIGHT + 2 * MARGIN;
  const left = isPicture ? column.left : Math.min(...shown.map((piece) => piece.left), column.right - MARGIN);
  const right = isPicture ? column.right : Math.max(...shown.map(rightOf), left + 160);
  const box = { left: Math.max(0, left - MARGIN), top: Math.max(0, top) };
  return {
    ...box,
    width: Math.min(page.width, right + MARGIN) - box.left,
    height: Math.max(40, Math.min(page.height, bottom) - box.top),
  };
}

/** From where to where on the page. */
function toRows(
  below: readonly TextPiece[],
  from: number,
): { readonly top: number; readonly bottom: number } {
  const first = below[0];
  if (first === undefined) return { top: from - MARGIN, bottom: from + FIGURE_HEIGHT };
  const line = below.filter((piece) => Math.abs(piece.top - first.top) < piece.height / 2);
  const words = line
    .toSorted((a, b) => a.left - b.left)
    .map((piece) => piece.text)
    .join('');
  const isNear = first.top - from < PICTURE_GAP;
  if (isNear && FIGURE_CAPTION.test(words)) {
    return { top: first.top - FIGURE_HEIGHT + CAPTION_HEIGHT, bottom: first.top + CAPTION_HEIGHT };
  }
  const caption = below.find(
    (piece) => FIGURE_CAPTION.test(piece.text) && piece.top - from < 1.5 * FIGURE_HEIGHT,
  );
  const isAtPicture = !isNear || (caption !== undefined && first.height < 8);
  if (isAtPicture) {
    const end = caption === undefined ? from + FIGURE_HEIGHT : caption.top + CAPTION_HEIGHT;
    return { top: from - MARGIN, bottom: end };
  }
  return { top: Math.min(from, first.top) - MARGIN, bottom: first.top + USUAL_HEIGHT };
}

/** The left and right edge of the column around `left`: half of the page where no line of text runs over its middle. */
function toColumn(
  pieces: readonly TextPiece[],
  left: number,
  width: number,
): { readonly left: number; readonly right: number } {
  const middle = width / 2;
  const runs = toRuns(pieces);
  const crossing = runs.filter((run) => run.left < middle - 6 && run.right > middle + 6);
  const isParted =
    crossing.length * 10 <= runs.length &&
    runs.some((run) => run.right < middle + 6) &&
    runs.some((run) => run.left > middle - 6);
  if (!isParted) return { left: 0, right: width };
  return left < middle - 24 ? { left: 0, right: middle } : { left: middle, right: width };
}

/** Pieces (lines, words, letters: PDFs differ) as lines, each up to the next gap that is wider than between words. */
function toRuns(pieces: readonly TextPiece[]): readonly { readonly left: number; readonly right: number }[] {
  const inOrder = pieces
    .filter((piece) => piece.text.trim() !== '')
    .toSorted((a, b) => baseOf(a) - baseOf(b) || a.left - b.left);
  const runs: { left: number; right: number; base: number }[] = [];
  for (const piece of inOrder) {
    const run = runs.findLast(
      (one) =>
        Math.abs(one.base - baseOf(piece)) < 3 &&
        piece.left < one.right + WORD_GAP &&
        rightOf(piece) > one.left - WORD_GAP,
    );
    if (run === undefined) runs.push({ left: piece.left, right: rightOf(piece), base: baseOf(piece) });
    else {
      run.left = Math.min(run.left, piece.left);
      run.right = Math.max(run.right, rightOf(piece));
    }
  }
  return runs;
}

const baseOf = (piece: PageBox): number => Math.round(piece.top + piece.height);
const rightOf = (piece: PageBox): number => piece.left + piece.width;
const centreOf = (piece: PageBox): number => piece.left + piece.width / 2;
