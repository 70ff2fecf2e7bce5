import type { EventBus, PDFFindController, PDFLinkService } from 'pdfjs-dist/legacy/web/pdf_viewer.mjs';
import type { Pdfjs } from './pdfjs';

/** What is looked for, and how. */
export interface FindRequest {
  readonly query: string;
  readonly isCaseSensitive: boolean;
  readonly isWholeWord: boolean;
  /** Whether "e" and "é" are different letters. */
  readonly isMatchingAccents: boolean;
  readonly isHighlightingAll: boolean;
}

/** How far a search has come. */
export interface FindProgress {
  /** The match shown, from 1; 0 when none is. */
  readonly current: number;
  /** The matches found so far. */
  readonly total: number;
  /** Whether every page has been searched, so that `total` will not grow. */
  readonly isSettled: boolean;
  /** Which end of the paper the last step went over, if it did. */
  readonly wrapped: 'top' | 'bottom' | undefined;
}

const POLL_MS = 120;
const START_DELAY_MS = 100;

/** pdf.js's states of a search. */
const STATE = { found: 0, notFound: 1, wrapped: 2, pending: 3 } as const;

interface MatchesCount {
  readonly current: number;
  readonly total: number;
}

/** The search in one paper: pdf.js's find controller with a count that says whether it is final. */
export class FindSession {
  readonly #eventBus: EventBus;
  readonly #controller: PDFFindController;
  readonly #pageCount: () => number;
  readonly #onProgress: (progress: FindProgress | undefined) => void;
  #request: FindRequest | undefined;
  #progress: FindProgress = { current: 0, total: 0, isSettled: false, wrapped: undefined };
  #isPending = false;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(
    pdfjs: Pdfjs,
    eventBus: EventBus,
    linkService: PDFLinkService,
    pageCount: () => number,
    onProgress: (progress: FindProgress | undefined) => void,
  ) {
    this.#eventBus = eventBus;
    this.#pageCount = pageCount;
    this.#onProgress = onProgress;
    this.#controller = new pdfjs.viewer.PDFFindController({ eventBus, linkService, delay: START_DELAY_MS });
    eventBus.on('updatefindmatchescount', (event: { readonly matchesCount: MatchesCount }) =>
      this.#report(event.matchesCount, this.#progress.wrapped),
    );
    eventBus.on(
      'updatefindcontrolstate',
      (event: {
        readonly state: number;
        readonly previous: boolean;
        readonly matchesCount: MatchesCount;
      }) => {
        this.#isPending = event.state === STATE.pending;
        const wrapped = event.state === STATE.wrapped ? (event.previous ? 'top' : 'bottom') : undefined;
        this.#report(event.matchesCount, wrapped);
      },
    );
  }

  /** What the viewer asks for its marks. */
  get controller(): PDFFindController {
    return this.#controller;
  }

  /** Starts a search, or goes on with the changed way of searching. An empty query ends it. */
  start(request: FindRequest): void {
    const before = this.#request;
    this.#request = request;
    if (request.query === '') {
      this.stop();
      return;
    }
    const isHighlightOnly =
      before?.query === request.query &&
      before.isCaseSensitive === request.isCaseSensitive &&
      before.isWholeWord === request.isWholeWord &&
      before.isMatchingAccents === request.isMatchingAccents;
    if (!isHighlightOnly) this.#forget();
    this.#dispatch(isHighlightOnly ? 'highlightallchange' : '', false);
    this.#watch();
  }

  /** Goes to the next match, or to the one before. */
  step(direction: 'next' | 'previous'): void {
    if (this.#request === undefined || this.#request.query === '') return;
    this.#dispatch('again', direction === 'previous');
    this.#watch();
  }

  /** Ends the search and takes its marks off the pages. */
  stop(): void {
    this.#request = undefined;
    clearInterval(this.#timer);
    this.#eventBus.dispatch('findbarclose', { source: this });
    this.#onProgress(undefined);
  }

  /** What was found before is not what is looked for now: nothing is known until the controller's first result. */
  #forget(): void {
    this.#isPending = true;
    this.#progress = { current: 0, total: 0, isSettled: false, wrapped: undefined };
    this.#onProgress(this.#progress);
  }

  #dispatch(type: string, findPrevious: boolean): void {
    const request = this.#request;
    if (request === undefined) return;
    this.#eventBus.dispatch('find', {
      source: this,
      type,
      query: request.query,
      caseSensitive: request.isCaseSensitive,
      entireWord: request.isWholeWord,
      highlightAll: request.isHighlightingAll,
      matchDiacritics: request.isMatchingAccents,
      findPrevious,
    });
  }

  /** The controller says nothing about pages without a match, so the end of the search has to be looked for. */
  #watch(): void {
    clearInterval(this.#timer);
    this.#timer = setInterval(() => {
      if (!this.#isSettled()) return;
      clearInterval(this.#timer);
      this.#report(this.#progress, this.#progress.wrapped);
    }, POLL_MS);
  }

  #isSettled(): boolean {
    // Until the first result the controller still holds the pages of the search before.
    if (this.#isPending) return false;
    const matches: readonly unknown[] = this.#controller.pageMatches ?? [];
    let searched = 0;
    for (const page of matches) if (page !== undefined) searched += 1;
    return searched >= this.#pageCount();
  }

  #report(count: MatchesCount, wrapped: FindProgress['wrapped']): void {
    if (this.#request === undefined) return;
    this.#progress = { current: count.current, total: count.total, isSettled: this.#isSettled(), wrapped };
    this.#onProgress(this.#progress);
  }
}
