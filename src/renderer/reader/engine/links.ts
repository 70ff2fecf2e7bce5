import type { EventBus, PDFLinkService } from 'pdfjs-dist/legacy/web/pdf_viewer.mjs';
import { toDestinationPage, toExplicitDestination } from './destinations';
import { toExternalUrl } from './external-url';
import type { Pdfjs } from './pdfjs';

/** What following a link asks of the reader. */
export interface LinkHooks {
  /** A link leads out of the paper. The address is http, https or mailto; nothing has been opened. */
  readonly onExternalLink: (url: string) => void;
  /** The view is about to jump: the place it leaves is worth coming back to. */
  readonly onJump: () => void;
  readonly onBack: () => void;
  readonly onForward: () => void;
}

/**
 * The link service of pdf.js with our rules: links inside the paper move the view and nothing else (pdf.js would
 * also pull the keyboard focus into the page, out of a form being typed in); links out of it carry no address
 * the browser could follow, whatever key or button is used.
 */
export function createLinkService(pdfjs: Pdfjs, eventBus: EventBus, hooks: LinkHooks): PDFLinkService {
  class InertLinkService extends pdfjs.viewer.PDFLinkService {
    override async goToDestination(dest: unknown): Promise<void> {
      const { pdfDocument } = this;
      if (!pdfDocument) return;
      const explicit = await toExplicitDestination(pdfDocument, dest);
      if (explicit === undefined) return;
      const pageNumber = await toDestinationPage(pdfDocument, explicit[0]);
      if (pageNumber === undefined || pdfDocument !== this.pdfDocument) return;
      hooks.onJump();
      try {
        this.pdfViewer.scrollPageIntoView({
          pageNumber,
          destArray: [...explicit],
          ignoreDestinationZoom: true,
        });
      } catch {
        // A malformed destination still names a page.
        this.pdfViewer.scrollPageIntoView({ pageNumber });
      }
    }

    override addLinkAttributes(link: HTMLAnchorElement, url: string): void {
      const target = toExternalUrl(url);
      link.setAttribute('role', 'link');
      if (target === undefined) {
        link.setAttribute('aria-disabled', 'true');
        link.title = 'This link is not opened';
        return;
      }
      link.tabIndex = 0;
      link.title = target;
      link.addEventListener('click', () => hooks.onExternalLink(target));
      link.addEventListener('keydown', (event) => {
        if (event.key === 'Enter') hooks.onExternalLink(target);
      });
    }

    override getDestinationHash(): string {
      return '';
    }

    override getAnchorUrl(): string {
      return '';
    }
  }

  const service = new InertLinkService({ eventBus, ignoreDestinationZoom: true });
  service.setHistory({
    push: () => undefined,
    pushPage: () => undefined,
    pushCurrentPosition: hooks.onJump,
    back: hooks.onBack,
    forward: hooks.onForward,
  });
  return service;
}
