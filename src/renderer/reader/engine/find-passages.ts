import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { findQuote } from '@shared/anchor/find-quote';
import { foldText } from '@shared/anchor/fold-text';
import type { Quote } from '@shared/model/annotation';
import { toCleanText } from './clean-text';
import type { Passage } from './mark';
import { readPageLabels } from './paper-facts';
import { quadsAt, readPaperText } from './paper-text';

/** A passage of another version of the paper, to be found in this one. */
export interface FormerPassage {
  readonly quote: Quote;
  /** The page it was on, from 1. */
  readonly page: number;
}

/** How much of the text around a quote is kept, in characters. */
const AROUND = 32;

/** As much as a quote may hold. */
const LONGEST = 20_000;

/**
 * Finds passages of another version of a paper by their words, one answer for each, undefined where it cannot be told. Gives
 * way to the window between them.
 */
export async function findPassages(
  document: PDFDocumentProxy,
  former: readonly FormerPassage[],
  signal: AbortSignal,
): Promise<readonly (Passage | undefined)[]> {
  const paper = await readPaperText(document, signal);
  const labels = await readPageLabels(document);
  const folded = foldText(paper.text);
  const found: (Passage | undefined)[] = [];
  for (const { quote, page } of former) {
    await new Promise((resolve) => setTimeout(resolve));
    if (signal.aborted) return [];
    const place = findQuote(folded, quote, (page - 1) / document.numPages);
    const pages = place === undefined ? [] : quadsAt(paper, place.start, place.end);
    const [first] = pages;
    if (place === undefined || first === undefined) {
      found.push(undefined);
      continue;
    }
    const { start, end } = place;
    found.push({
      pages,
      pageLabel: labels?.[first.page - 1]?.slice(0, 40) ?? null,
      quote: {
        exact: toCleanText(paper.text.slice(start, end)).slice(0, LONGEST) || quote.exact,
        prefix: toOneLine(paper.text.slice(Math.max(0, start - 5 * AROUND), start)).slice(-AROUND),
        suffix: toOneLine(paper.text.slice(end, end + 5 * AROUND)).slice(0, AROUND),
      },
    });
  }
  return found;
}

function toOneLine(text: string): string {
  return toCleanText(text).replaceAll(/\s+/g, ' ');
}
