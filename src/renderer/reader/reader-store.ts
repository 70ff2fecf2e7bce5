import { createContext, use } from 'react';
import { createStore, useStore } from 'zustand';
import type { StoreApi } from 'zustand';
import type { FindRequest } from './engine/find';
import { OPENING } from './engine/paper-state';
import type { PaperState } from './engine/paper-state';
import type { PaperSession } from './engine/session';
import type { PageTheme, ReaderSidebar } from './reader-place';

/** The whole view state of one reader. Several readers may be open at once, each with its own. */
export interface ReaderState extends PaperState {
  readonly title: string;
  readonly pageTheme: PageTheme;
  readonly sidebar: ReaderSidebar;
  readonly isFindOpen: boolean;
  readonly findRequest: FindRequest;
  /** Counts the attempts to open: another one opens the paper anew. */
  readonly attempt: number;
  /** The open paper; undefined before it opens and after it closed. */
  readonly session: PaperSession | undefined;
}

/** One reader's store. */
export type ReaderStore = StoreApi<ReaderState>;

/** An empty reader. */
export function createReaderStore(): ReaderStore {
  return createStore<ReaderState>(() => ({
    ...OPENING,
    title: '',
    pageTheme: 'light',
    sidebar: 'none',
    isFindOpen: false,
    findRequest: { query: '', isCaseSensitive: false, isWholeWord: false, isHighlightingAll: true },
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
