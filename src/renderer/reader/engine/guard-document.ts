import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PdfjsCore } from './pdfjs';

/**
 * Narrows a document to what the reader lets out of it: of its annotations only the links reach the page. Form
 * fields, attachments, media, and the comments of earlier reviewers (with their names) are drawn as the page
 * shows them, and are nothing one can press, play, save or hover. Also reports the pages that cannot be had.
 */
export function guardDocument(
  core: PdfjsCore,
  document: PDFDocumentProxy,
  closing: AbortSignal,
  onPageFailed: (pageNumber: number, error: unknown) => void,
): void {
  const guarded = new WeakSet<PDFPageProxy>();
  const getPage = document.getPage.bind(document);
  document.getPage = async (pageNumber) => {
    try {
      const page = await getPage(pageNumber);
      if (!guarded.has(page)) {
        guarded.add(page);
        keepLinksOnly(core, page);
      }
      return page;
    } catch (error) {
      // The pages still asked for when a paper closes are nobody's failure: their askers wait, and are let go.
      if (closing.aborted) return new Promise(() => undefined);
      onPageFailed(pageNumber, error);
      throw error;
    }
  };
}

function keepLinksOnly(core: PdfjsCore, page: PDFPageProxy): void {
  const getAnnotations = page.getAnnotations.bind(page);
  page.getAnnotations = async (parameters) => {
    const annotations: readonly { readonly annotationType?: unknown }[] = await getAnnotations(parameters);
    return annotations.filter((annotation) => annotation.annotationType === core.AnnotationType.LINK);
  };
}
