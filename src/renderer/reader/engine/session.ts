import type { PDFDocumentLoadingTask, PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { writeAnnotatedPdf } from './annotated-pdf';
import type { WrittenMark } from './annotated-pdf';
import { toReaderFailure } from './failure';
import type { ReaderFailure } from './failure';
import { findPassages } from './find-passages';
import type { FormerPassage } from './find-passages';
import { guardDocument } from './guard-document';
import { JumpHistory } from './jump-history';
import type { PageLayout, PagePoint } from './layout';
import { fetchPaper, openDocument } from './open-document';
import { readOutline } from './outline';
import type { Passage } from './mark';
import { hasSelectableText, readPageLabels } from './paper-facts';
import { PageView } from './page-view';
import { PaperPictures } from './paper-pictures';
import type { PaperState } from './paper-state';
import { loadPdfjs } from './pdfjs';
import type { Pdfjs } from './pdfjs';
import { SecondView } from './second-view';
import type { SecondViewOptions } from './second-view';
import { startWatchdog } from './watchdog';
import type { Watchdog } from './watchdog';
import { endSpareWorkers, endWorkers, returnWorkers, takeWorkers, warmWorkers } from './workers';
import type { WorkerPair } from './workers';

/** What a session needs and tells. */
export interface SessionOptions {
  readonly url: string;
  /** A positioned `div` whose first child is a `div`. */
  readonly container: HTMLDivElement;
  readonly layout: PageLayout;
  /** Where to start; the top of the first page when undefined. */
  readonly point: PagePoint | undefined;
  /** How long opening and the first paint may take together. */
  readonly limitMs: number;
  readonly onChange: (patch: Partial<PaperState>) => void;
  /** The view moved, was zoomed, turned or laid out anew. */
  readonly onPlace: (point: PagePoint, layout: PageLayout) => void;
  readonly onFirstPagePainted: () => void;
  readonly onExternalLink: (url: string) => void;
}

/** Loads pdf.js and starts a pair of workers ahead of the first paper. Safe to call at any time, any number of times. */
export async function prewarmReader(): Promise<void> {
  warmWorkers(await loadPdfjs());
}

/** One paper, from its address to its pages, until it is closed. */
export class PaperSession {
  readonly #options: SessionOptions;
  readonly #closing = new AbortController();
  readonly #watchdog: Watchdog;
  #workers: WorkerPair | undefined;
  #task: PDFDocumentLoadingTask | undefined;
  #view: PageView | undefined;
  #submitPassword: ((password: string) => void) | undefined;
  #pictures: PaperPictures | undefined;
  #open: { readonly pdfjs: Pdfjs; readonly document: PDFDocumentProxy } | undefined;
  #second: SecondView | undefined;
  readonly #history: JumpHistory;
  #isPainted = false;
  #tellPainted: () => void = () => undefined;
  readonly #painted = new Promise<void>((resolve) => {
    this.#tellPainted = resolve;
  });

  /** Starts opening at once. */
  constructor(options: SessionOptions) {
    this.#options = options;
    this.#history = new JumpHistory(() => this.#view, options.onChange);
    this.#watchdog = startWatchdog(options.limitMs, () =>
      this.#fail({ kind: 'slow', detail: `not painted within ${options.limitMs} ms` }),
    );
    this.#start().catch((error: unknown) => this.#fail(toReaderFailure(error)));
  }

  /** The pages; undefined until pdf.js is loaded. */
  get view(): PageView | undefined {
    return this.#view;
  }

  /** Pictures of the paper besides its pages; undefined until it is open. */
  get pictures(): PaperPictures | undefined {
    return this.#pictures;
  }

  /** Opens a second view of the paper, in place of an earlier one; undefined before the paper is open. */
  openSecondView(options: SecondViewOptions): SecondView | undefined {
    this.closeSecondView();
    if (this.#open === undefined || this.#closing.signal.aborted) return undefined;
    this.#second = new SecondView(this.#open.pdfjs, this.#open.document, options);
    return this.#second;
  }

  /** A copy of the paper with marks in it as PDF annotations; undefined before the paper is open. */
  async writeAnnotated(marks: readonly WrittenMark[]): Promise<Uint8Array | undefined> {
    return this.#open === undefined ? undefined : writeAnnotatedPdf(this.#open.document, marks);
  }

  /** Finds passages of another version of the paper in this one, one answer for each; none before it is open. */
  async findPassages(former: readonly FormerPassage[]): Promise<readonly (Passage | undefined)[]> {
    return this.#open === undefined ? [] : findPassages(this.#open.document, former, this.#closing.signal);
  }

  /** Takes the second view away, if there is one. */
  closeSecondView(): void {
    this.#second?.close();
    this.#second = undefined;
  }

  /** Answers a request for the password. It is passed on and not kept. */
  submitPassword(password: string): void {
    const submit = this.#submitPassword;
    if (submit === undefined) return;
    this.#submitPassword = undefined;
    this.#options.onChange({ status: 'opening', isPasswordWrong: false });
    this.#watchdog.resume();
    submit(password);
  }

  /** Goes back to where the last jump started. */
  goBack(): void {
    this.#history.goBack();
  }

  /** Undoes going back. */
  goForward(): void {
    this.#history.goForward();
  }

  /** Ends the session and gives its memory back; what is still under way is abandoned. */
  close(): void {
    this.#close(false);
  }

  #close(isStuck: boolean): void {
    if (this.#closing.signal.aborted) return;
    this.#closing.abort();
    this.#watchdog.stop();
    const isPainterBusy = this.#view?.isPainting ?? false;
    this.closeSecondView();
    this.#view?.close();
    const workers = this.#workers;
    const letGo = this.#task?.destroy() ?? Promise.resolve();
    if (workers === undefined) return;
    // What was too slow to open is still at work, whatever it answers.
    if (isStuck) endWorkers(workers);
    else returnWorkers(workers, letGo, isPainterBusy);
  }

  async #start(): Promise<void> {
    const { url, container } = this.#options;
    const { signal } = this.#closing;
    const bytes = fetchPaper(url, signal);
    // Told apart below; this only keeps an early failure from counting as unheard.
    bytes.catch(() => undefined);
    const pdfjs = await loadPdfjs();
    if (signal.aborted) return;
    this.#view = this.#createView(pdfjs, container);
    const workers = await takeWorkers(pdfjs);
    if (signal.aborted) {
      returnWorkers(workers, Promise.resolve(), false);
      return;
    }
    this.#workers = workers;
    const data = await bytes;
    if (signal.aborted) return;
    this.#task = openDocument(pdfjs, workers, data, (submit, isWrong) => this.#askPassword(submit, isWrong));
    const document = await this.#task.promise;
    if (signal.aborted) return;
    if (document.numPages === 0) {
      this.#fail({ kind: 'empty', detail: 'no pages' });
      return;
    }
    guardDocument(pdfjs.core, document, signal, (pageNumber, error) =>
      this.#onPageMissing(pageNumber, error),
    );
    const view = this.#view;
    this.#open = { pdfjs, document };
    this.#pictures = new PaperPictures(document, () => view.isPainting, signal);
    view.show(document);
    this.#options.onChange({ pageCount: document.numPages });
    await this.#readFacts(document);
  }

  #createView(pdfjs: Pdfjs, container: HTMLDivElement): PageView {
    const { layout, point, onChange, onExternalLink } = this.#options;
    return new PageView(pdfjs, container, {
      onExternalLink,
      onJump: () => this.#history.record(),
      onBack: () => this.goBack(),
      onForward: () => this.goForward(),
      onFind: (find) => onChange({ find }),
      onPagePainted: (pageNumber, error) => this.#onPagePainted(pageNumber, error),
      onMoved: () => this.#onMoved(),
      onReady: () => {
        this.#view?.setLayout(layout);
        if (point !== undefined) this.#view?.goToPoint(point);
        else container.scrollTop = 0;
        onChange({ status: 'open' });
      },
    });
  }

  /** What is worth knowing but not worth waiting for: read once the pages are on their way. */
  async #readFacts(document: PDFDocumentProxy): Promise<void> {
    const { signal } = this.#closing;
    // The first paint goes first; a window that is hidden does not paint at all.
    await Promise.race([this.#painted, new Promise((resolve) => setTimeout(resolve, FACTS_LIMIT_MS))]);
    if (signal.aborted) return;
    const pageLabels = await readPageLabels(document);
    if (signal.aborted) return;
    this.#view?.setPageLabels(pageLabels);
    this.#options.onChange({ pageLabels });
    const outline = await readOutline(document);
    if (signal.aborted) return;
    this.#options.onChange({ outline });
    const hasText = await hasSelectableText(document);
    if (!signal.aborted) this.#options.onChange({ hasText });
  }

  #onPagePainted(pageNumber: number, error: unknown): void {
    if (error) this.#markPage(pageNumber);
    else this.#view?.layer.delete(pageNumber);
    if (this.#isPainted) return;
    this.#isPainted = true;
    this.#watchdog.stop();
    this.#tellPainted();
    endSpareWorkers();
    this.#options.onFirstPagePainted();
  }

  #onPageMissing(pageNumber: number, error: unknown): void {
    if (this.#closing.signal.aborted) return;
    // Later, because the viewer that is asking has yet to hear of it.
    if (pageNumber === 1 && !this.#isPainted) setTimeout(() => this.#fail(toReaderFailure(error)));
    else this.#markPage(pageNumber);
  }

  #markPage(pageNumber: number): void {
    const note = document.createElement('div');
    note.className = 'pageFailure';
    note.textContent = `Page ${pageNumber} is damaged and cannot be drawn, or not wholly.`;
    this.#view?.layer.set(pageNumber, note);
  }

  #onMoved(): void {
    const view = this.#view;
    if (view === undefined) return;
    const { layout, pageNumber, scaleFactor, point } = view;
    this.#options.onChange({ layout, pageNumber, scaleFactor });
    if (point === undefined) return;
    this.#history.noteMoved(point);
    this.#options.onPlace(point, layout);
  }

  #askPassword(submit: (password: string) => void, isPasswordWrong: boolean): void {
    if (this.#closing.signal.aborted) return;
    this.#watchdog.pause();
    this.#submitPassword = submit;
    this.#options.onChange({ status: 'password', isPasswordWrong });
  }

  #fail(failure: ReaderFailure): void {
    if (this.#closing.signal.aborted) return;
    this.#close(failure.kind === 'slow');
    this.#options.onChange({ status: 'failed', failure });
  }
}

/** How long what is worth knowing waits for the first paint. */
const FACTS_LIMIT_MS = 3_000;
