import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { JumpHistory } from './jump-history';
import { DEFAULT_LAYOUT } from './layout';
import type { PageLayout, PagePoint } from './layout';
import { PageView } from './page-view';
import type { Pdfjs } from './pdfjs';

/** Where the second view is, and how large: plain JSON. */
export interface SecondPlace extends PagePoint {
  readonly scale: PageLayout['scale'];
}

/** What is shown of the second view. */
export interface SecondState {
  readonly pageNumber: number;
  readonly scaleFactor: number;
  readonly canGoBack: boolean;
  readonly canGoForward: boolean;
}

/** What a second view needs and tells. */
export interface SecondViewOptions {
  /** A positioned `div` whose first child is a `div`. */
  readonly container: HTMLDivElement;
  readonly place: SecondPlace;
  readonly onChange: (patch: Partial<SecondState>) => void;
  readonly onPlace: (place: SecondPlace) => void;
  readonly onExternalLink: (url: string) => void;
}

/** Another view of the open paper, with its own page, zoom and history: the references below the text that cites them. */
export class SecondView {
  readonly view: PageView;
  readonly #history: JumpHistory;
  readonly #container: HTMLElement;

  constructor(pdfjs: Pdfjs, document: PDFDocumentProxy, options: SecondViewOptions) {
    const { container, place, onChange } = options;
    this.#container = container;
    this.#history = new JumpHistory(() => this.view, onChange);
    this.view = new PageView(pdfjs, container, {
      onExternalLink: options.onExternalLink,
      onJump: () => this.#history.record(),
      onBack: () => this.goBack(),
      onForward: () => this.goForward(),
      onFind: () => undefined,
      onPagePainted: () => undefined,
      onMoved: () => {
        const { point, pageNumber, scaleFactor, layout } = this.view;
        onChange({ pageNumber, scaleFactor });
        if (point === undefined) return;
        this.#history.noteMoved(point);
        options.onPlace({ ...point, scale: layout.scale });
      },
      onReady: () => {
        this.view.setLayout({ ...DEFAULT_LAYOUT, scale: place.scale });
        this.view.goToPoint(place);
      },
    });
    this.view.show(document);
  }

  /** Whether the keyboard focus is in it, so that what is done with keys is done here. */
  get hasFocus(): boolean {
    return this.#container.closest('[data-second-view]')?.contains(document.activeElement) ?? false;
  }

  /** Goes back to where its last jump started. */
  goBack(): void {
    this.#history.goBack();
  }

  /** Undoes going back. */
  goForward(): void {
    this.#history.goForward();
  }

  /** Takes it away. */
  close(): void {
    this.view.close();
  }
}
