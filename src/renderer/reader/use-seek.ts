import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { goToPage, startFind } from './reader-actions';
import type { ReaderStore } from './reader-store';
import { selectIsOpen } from './reader-store';

/** A place to be led to, each time as a new object: a page, and the words to show on it. */
export interface ReaderSeek {
  /** From 1; null for wherever the words are first. */
  readonly page: number | null;
  /** What goes into the find bar. */
  readonly words: string;
}

/** Leads to a place once the paper is open: its page, with the find bar filled and the words marked. */
export function useSeek(store: ReaderStore, seek: ReaderSeek | undefined): void {
  const isOpen = useStore(store, selectIsOpen);
  const done = useRef<ReaderSeek | undefined>(undefined);
  useEffect(() => {
    if (!isOpen || seek === undefined || done.current === seek) return;
    done.current = seek;
    goToPage(store, seek.page ?? 1);
    store.setState({ isFindOpen: true });
    startFind(store, {
      query: seek.words,
      isCaseSensitive: false,
      isWholeWord: false,
      isMatchingAccents: false,
    });
  }, [store, isOpen, seek]);
}
