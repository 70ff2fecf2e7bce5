import { randomBytes } from 'node:crypto';
import { session, WebContentsView, type Session } from 'electron';
import { AppError } from '@shared/contract/errors';
import { PRINT_PATHS, type PrintedDocument } from '@shared/contract/printed-document';
import type { PagePrinter } from '../services/page-printer';
import { hideProgram } from '../services/pdf-metadata';
import { APP_ORIGIN, plain } from './own-scheme';
import { servePage } from './protocol';
import { hardenSession } from './security';

/** How long a document may take to stand on its page, milliseconds: longer than any review takes on a busy machine. */
const PATIENCE_MS = 60_000;

/** Of the page's foot, which has a document of its own without the page's styles. */
const FOOT_STYLE =
  'width:100%;margin:0 18mm;font:7.5px sans-serif;display:flex;justify-content:space-between;gap:12mm;color:#333';

/**
 * Prints documents on pages out of sight: sandboxed, without a preload script, in a session of their own in memory that
 * serves the application's own files and the one document and refuses everything else. One document at a time.
 */
export function createPrinter(rendererFolder: string): PagePrinter {
  let last: Promise<unknown> = Promise.resolve();
  return {
    print(document) {
      const printed = last.catch(() => undefined).then(async () => printOne(rendererFolder, document));
      last = printed;
      return printed;
    },
    close: () => undefined,
  };
}

async function printOne(rendererFolder: string, document: PrintedDocument): Promise<Uint8Array> {
  const own = session.fromPartition(`print-${randomBytes(8).toString('hex')}`);
  hardenSession(own);
  const standing = serveDocument(own, rendererFolder, document);
  // Where the page itself cannot be loaded, nobody waits for the document any more.
  standing.catch(() => undefined);
  // A page that is in no window: it needs no display, and no request of the window's can come from it.
  const view = new WebContentsView({
    webPreferences: {
      session: own,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      backgroundThrottling: false,
    },
  });
  try {
    await view.webContents.loadURL(`${APP_ORIGIN}${PRINT_PATHS.page}`);
    await standing;
    const pdf = await view.webContents.printToPDF({
      pageSize: document.pageSize,
      margins: { top: 0.8, bottom: 0.9, left: 0.85, right: 0.85 },
      displayHeaderFooter: true,
      headerTemplate: '<span></span>',
      footerTemplate: `<div style="${FOOT_STYLE}"><span>${escapeHtml(document.footer)}</span><span><span class="pageNumber"></span> / <span class="totalPages"></span></span></div>`,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    });
    return hideProgram(pdf);
  } finally {
    view.webContents.close();
  }
}

/** Serves the page and its document. The promise is kept once the page says that it stands, broken if it cannot. */
async function serveDocument(own: Session, rendererFolder: string, document: PrintedDocument): Promise<void> {
  const nonce = randomBytes(16).toString('base64');
  return new Promise((resolve, reject) => {
    const fail = (): void => {
      reject(new AppError('INTERNAL', 'The page could not be typeset. Try again, or save it as plain text.'));
    };
    const timer = setTimeout(fail, PATIENCE_MS);
    own.protocol.handle('app', async (request) => {
      const { host, pathname } = new URL(request.url);
      if (request.method !== 'GET' || host !== 'referee') return plain(404);
      switch (pathname) {
        case PRINT_PATHS.document:
          return Response.json(document);
        case PRINT_PATHS.ready:
          clearTimeout(timer);
          resolve();
          return plain(204);
        case PRINT_PATHS.failed:
          clearTimeout(timer);
          fail();
          return plain(204);
        default:
          return servePage(rendererFolder, pathname, nonce);
      }
    });
  });
}

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`);
}
