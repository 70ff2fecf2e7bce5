import type { EventBus } from 'pdfjs-dist/legacy/web/pdf_viewer.mjs';

interface TextOfPage {
  readonly source: { readonly textLayer?: { readonly div: HTMLElement } | null };
}

/**
 * Keeps the texts of pages as they are while somebody writes elsewhere. At each key and each change of the selection anywhere
 * in the window pdf.js (6.5.438) appends the end mark of every text, though it is the last already; each time all of them would
 * be laid out anew.
 */
export function keepTextStill(eventBus: EventBus): void {
  eventBus.on('textlayerrendered', ({ source }: TextOfPage) => {
    const text = source.textLayer?.div;
    if (text !== undefined) ignoreIdleAppends(text);
  });
}

/** Makes an element take no notice when its last child is appended to it once more. */
export function ignoreIdleAppends(element: HTMLElement): void {
  element.append = (...nodes) => {
    if (nodes.length === 1 && nodes[0] === element.lastChild) return;
    Element.prototype.append.apply(element, nodes);
  };
}
