import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** How many pages are looked at before a paper counts as one without text (a scan). */
const PAGES_LOOKED_AT = 5;

/** The printed page numbers; undefined when there are none or they say only 1, 2, 3, ... */
export async function readPageLabels(document: PDFDocumentProxy): Promise<readonly string[] | undefined> {
  const labels: readonly string[] | null = await document.getPageLabels().catch(() => null);
  return labels === null ? undefined : toTellingLabels(labels);
}

/** The labels, if they tell more than the position of the page does. */
export function toTellingLabels(labels: readonly string[]): readonly string[] | undefined {
  const isTelling = labels.some((label, index) => label !== '' && label !== String(index + 1));
  return isTelling ? labels : undefined;
}

/** Whether the first pages hold any text that can be selected. A page that cannot be read counts as one without. */
export async function hasSelectableText(document: PDFDocumentProxy): Promise<boolean> {
  const last = Math.min(PAGES_LOOKED_AT, document.numPages);
  for (let pageNumber = 1; pageNumber <= last; pageNumber += 1) {
    try {
      const page = await document.getPage(pageNumber);
      const { items } = await page.getTextContent();
      if (items.some((item) => 'str' in item && item.str.trim() !== '')) return true;
    } catch {
      continue;
    }
  }
  return false;
}
