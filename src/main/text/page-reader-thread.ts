import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { setPriority } from 'node:os';
import { dirname, join } from 'node:path';
import { parentPort } from 'node:worker_threads';
import { getDocument, VerbosityLevel, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

// The thread that runs pdf.js over PDFs of strangers. It imports nothing of ours, so that it runs as it is in any Node;
// who started it bounds its time and memory, and ends it when it is stuck.

/** What the thread tells of the PDF it was given: its pages from first to last, then its end. */
export type PageReaderMessage =
  | { readonly type: 'page'; readonly text: string; readonly isDamaged: boolean; readonly pageCount: number }
  | { readonly type: 'end' }
  | { readonly type: 'failed'; readonly why: 'encrypted' | 'broken'; readonly detail: string };

/** How unimportant the thread is to the system: 0 is as others, 19 the least. */
const NICENESS = 10;

const port = parentPort;
if (port === null) throw new Error('this module is the start of a thread');
const tell = (message: PageReaderMessage): void => {
  port.postMessage(message);
};

// Only Linux has a priority for each thread; elsewhere this would slow the whole application.
if (process.platform === 'linux') setPriority(NICENESS);

const library = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

port.on('message', (path: string) => {
  void readPdf(path);
});

async function readPdf(path: string): Promise<void> {
  try {
    const data = new Uint8Array(await readFile(path));
    const task = getDocument({
      data,
      // Without its predefined character maps, text in Chinese, Japanese and Korean is lost.
      cMapUrl: join(library, 'cmaps/'),
      cMapPacked: true,
      standardFontDataUrl: join(library, 'standard_fonts/'),
      wasmUrl: join(library, 'wasm/'),
      disableFontFace: true,
      useSystemFonts: false,
      verbosity: VerbosityLevel.ERRORS,
    });
    try {
      await tellPages(await task.promise);
    } finally {
      await task.destroy();
    }
    tell({ type: 'end' });
  } catch (error) {
    const { name, message } = error as Error;
    tell({ type: 'failed', why: name === 'PasswordException' ? 'encrypted' : 'broken', detail: message });
  }
}

async function tellPages(document: PDFDocumentProxy): Promise<void> {
  const pageCount = document.numPages;
  for (let number = 1; number <= pageCount; number += 1) {
    const text = await readPage(document, number);
    tell({ type: 'page', text: text ?? '', isDamaged: text === null, pageCount });
  }
}

/** A page's text with its line ends; null when the page is damaged, which its neighbours need not be. */
async function readPage(document: PDFDocumentProxy, number: number): Promise<string | null> {
  try {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    page.cleanup();
    return items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('');
  } catch {
    return null;
  }
}
