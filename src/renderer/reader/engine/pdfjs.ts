import type * as core from 'pdfjs-dist/legacy/build/pdf.mjs';
import type * as viewer from 'pdfjs-dist/legacy/web/pdf_viewer.mjs';

/** The core library of pdf.js: documents, pages, workers. */
export type PdfjsCore = typeof core;

/** The viewer components of pdf.js: viewer, link service, find controller. */
export type PdfjsViewer = typeof viewer;

/** Both halves of pdf.js, loaded together and of one version. */
export interface Pdfjs {
  readonly core: PdfjsCore;
  readonly viewer: PdfjsViewer;
}

/** Where the files that pdf.js fetches by name at run time are: copied beside the page by the build. */
export interface PdfjsAssets {
  readonly cMapUrl: string;
  readonly standardFontDataUrl: string;
  readonly wasmUrl: string;
  readonly iccUrl: string;
}

let loading: Promise<Pdfjs> | undefined;

/**
 * Loads pdf.js, once. It is its own chunk, so a window without a paper never parses it.
 * A failed load is forgotten, so that the next call tries again.
 */
export function loadPdfjs(): Promise<Pdfjs> {
  loading ??= load().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load(): Promise<Pdfjs> {
  const pdfjsLib: PdfjsCore = await import('pdfjs-dist/legacy/build/pdf.mjs');
  // The viewer module reads its core from this global while it is evaluated, so the order matters.
  Object.assign(globalThis, { pdfjsLib });
  return { core: pdfjsLib, viewer: await import('pdfjs-dist/legacy/web/pdf_viewer.mjs') };
}

/** The addresses of the assets, absolute, because the workers that fetch them have another base. */
export function pdfjsAssets(): PdfjsAssets {
  const folder = (name: string): string => new URL(`pdfjs/${name}/`, document.baseURI).href;
  return {
    cMapUrl: folder('cmaps'),
    standardFontDataUrl: folder('standard_fonts'),
    wasmUrl: folder('wasm'),
    iccUrl: folder('iccs'),
  };
}
