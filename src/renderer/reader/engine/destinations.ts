import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Where a link leads: a page, and as much of a point on it as the destination tells, in PDF points. */
export interface DestinationPoint {
  /** From 1. */
  readonly pageNumber: number;
  readonly left: number | undefined;
  readonly top: number | undefined;
}

/** Where `left` and `top` stand in each kind of destination (PDF 32000-1, table 151); a kind without them shows the whole page. */
const PLACES: Readonly<Record<string, readonly [left: number | undefined, top: number | undefined]>> = {
  XYZ: [2, 3],
  FitH: [undefined, 2],
  FitBH: [undefined, 2],
  FitV: [2, undefined],
  FitBV: [2, undefined],
  FitR: [2, 5],
};

/** The explicit form of a destination; undefined when it is damaged or names nothing. */
export async function toExplicitDestination(
  document: PDFDocumentProxy,
  destination: unknown,
): Promise<readonly unknown[] | undefined> {
  const explicit: unknown =
    typeof destination === 'string' ? await document.getDestination(destination) : await destination;
  return Array.isArray(explicit) ? explicit : undefined;
}

/** The page, from 1, that an explicit destination's first part names; undefined when there is no such page. */
export async function toDestinationPage(
  document: PDFDocumentProxy,
  target: unknown,
): Promise<number | undefined> {
  const toNumber = (index: number): number | undefined =>
    Number.isInteger(index) && index >= 0 && index < document.numPages ? index + 1 : undefined;
  if (typeof target === 'number') return toNumber(target);
  if (target === null || typeof target !== 'object') return undefined;
  try {
    return toNumber(await document.getPageIndex(target as never));
  } catch {
    return undefined;
  }
}

/** The point that an explicit destination on a page names. */
export function toDestinationPoint(explicit: readonly unknown[], pageNumber: number): DestinationPoint {
  const kind = explicit[1];
  const name = typeof kind === 'object' && kind !== null && 'name' in kind ? String(kind.name) : '';
  const [left, top] = PLACES[name] ?? [undefined, undefined];
  const numberAt = (index: number | undefined): number | undefined => {
    const value = index === undefined ? undefined : explicit[index];
    return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
  };
  return { pageNumber, left: numberAt(left), top: numberAt(top) };
}
