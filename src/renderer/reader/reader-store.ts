import { createContext, use } from 'react';
import { createStore, useStore } from 'zustand';
import type { StoreApi } from 'zustand';
import type { FindRequest } from './engine/find';
import type { LinkPreview } from './engine/link-preview';
import { OPENING } from './engine/paper-state';
import type { PaperState } from './engine/paper-state';
import type { SecondPlace, SecondState, SecondView } from './engine/second-view';
import type { PaperSession } from './engine/session';
import type { PageTheme, ReaderSidebar } from './reader-place';

/** A preview that is shown. */
export interface ShownPreview extends LinkPreview {
  /** The link it belongs to: it stands beside it, and the focus goes back to it. */
  readonly element: HTMLElement;
  /** Whether it was asked for with the keyboard, so that it takes the focus. */
  readonly isFocused: boolean;
}

/** A paper that is being made ready for the printer. */
export interface Printing {
  /** Pages that are ready. */
  readonly pages: number;
  readonly cancelling: AbortController;
}

/** The whole view state of one reader. Several readers may be open at once, each with its own. */
export interface ReaderState extends PaperState {
  readonly title: string;
  readonly pageTheme: PageTheme;
  readonly sidebar: ReaderSidebar;
  /** What the link that is pointed at leads to; undefined when none is shown. */
  readonly preview: ShownPreview | undefined;
  /** Where the second view is; undefined when there is none. */
  readonly split: SecondPlace | undefined;
  /** The second view itself, once it is there. */
  readonly second: SecondView | undefined;
  readonly secondState: SecondState;
  /** How far the paper is made ready for the printer; undefined when it is not. */
  readonly printing: Printing | undefined;
  readonly isFindOpen: boolean;
  readonly findRequest: FindRequest;
  /** Counts the attempts to open: another one opens the paper anew. */
  readonly attempt: number;
  /** The open paper; undefined before it opens and after it closed. */
  readonly session: PaperSession | undefined;
}

/** One reader's store. */
export type ReaderStore = StoreApi<ReaderState>;

/** Nothing is looked for; all matches will be marked. */
const NO_SEARCH: FindRequest = {
  query: '',
  isCaseSensitive: false,
  isWholeWord: false,
  isMatchingAccents: false,
  isHighlightingAll: true,
};

/** An empty reader. */
export function createReaderStore(): ReaderStore {
  return createStore<ReaderState>(() => ({
    ...OPENING,
    title: '',
    pageTheme: 'light',
    sidebar: 'none',
    preview: undefined,
    split: undefined,
    second: undefined,
    secondState: { pageNumber: 1, scaleFactor: 1, canGoBack: false, canGoForward: false },
    printing: undefined,
    isFindOpen: false,
    findRequest: NO_SEARCH,
    attempt: 0,
    session: undefined,
  }));
}

/** The store of the reader a component is in. */
export const ReaderStoreContext = createContext<ReaderStore | undefined>(undefined);

/** The store of the reader this component is in. */
export function useReaderStore(): ReaderStore {
  const store = use(ReaderStoreContext);
  if (store === undefined) throw new Error('used outside a Reader');
  return store;
}

/** A part of the state of the reader this component is in. */
export function useReader<Part>(select: (state: ReaderState) => Part): Part {
  return useStore(useReaderStore(), select);
}

/** Whether pages are shown, so that acts on them make sense. */
export const selectIsOpen = (state: ReaderState): boolean => state.status === 'open';
