import { createStore, type StoreApi } from 'zustand/vanilla';
import type { RequestError } from '@renderer/bridge/client';
import type { Instant } from '@shared/model/time';
import { isSameData } from '../same-data';
import { SaveQueue, type QueueState } from './save-queue';

/** What is written, as it is on disk. */
export interface Saved<Content> {
  readonly content: Content;
  /** When the newest change was committed; null before the first. */
  readonly savedAt: Instant | null;
}

/** What is written, as it is on screen. */
export interface SavedState<Content> {
  /** Ahead of `saved` while a change is on its way. */
  readonly content: Content;
  /** As main last acknowledged it. */
  readonly saved: Saved<Content>;
  readonly saving: QueueState;
}

/** What can be asked of main about one piece of writing. */
export interface SavedRequests<Content> {
  /** As it is on disk. */
  readonly read: () => Promise<Saved<Content>>;
  /** Resolves when it is on disk. */
  readonly save: (content: Content) => Promise<Saved<Content>>;
  /** What no request can carry, said in words that a person can act on; null where nothing is wrong. */
  readonly refuse: (content: Content) => RequestError | null;
}

/** One piece of writing that is saved whole as it is written: lives on off the screen until everything is on disk. */
export interface SavedSession<Content> {
  readonly store: StoreApi<SavedState<Content>>;
  /** Changes some of it: shown at once, sent at once. */
  readonly edit: (changes: Partial<Content>) => void;
  /** Sends again what could not be saved. */
  readonly retry: () => void;
  /**
   * Takes over what changed elsewhere, when what somebody asked for says something else than is here. Such an answer may
   * be older than what was acknowledged since, so it is asked for afresh. Never rejects.
   */
  readonly adopt: (other: Saved<Content>) => Promise<void>;
  /** Whether anything is not on disk yet. */
  readonly hasUnsaved: () => boolean;
}

/** Starts a session on what is on disk. */
export function createSavedSession<Content extends object>(
  saved: Saved<Content>,
  requests: SavedRequests<Content>,
): SavedSession<Content> {
  const store = createStore<SavedState<Content>>(() => ({
    content: saved.content,
    saved,
    saving: { phase: 'settled', error: null },
  }));
  const { getState, setState } = store;
  const queue = new SaveQueue<'content', Content, Saved<Content>>({
    send: (_part, content) => {
      const error = requests.refuse(content);
      return error === null ? requests.save(content) : Promise.reject(error);
    },
    onAck: (acknowledged) => setState({ saved: acknowledged }),
    onState: (saving) => setState({ saving }),
  });
  const isSettled = (): boolean => queue.state.phase === 'settled';

  return {
    store,
    edit: (changes) => {
      const before = getState().content;
      const content = { ...before, ...changes };
      if (isSameData(before, content)) return;
      setState({ content });
      queue.push('content', content);
    },
    retry: () => queue.retry(),
    adopt: async (other) => {
      if (isSameData(other.content, getState().content) || !isSettled()) return;
      const { saved: before } = getState();
      try {
        const now = await requests.read();
        // What was typed meanwhile goes first.
        if (isSettled() && getState().saved === before) setState({ saved: now, content: now.content });
      } catch {
        // What is here stays; whoever asked for the rest is told why it cannot be read.
      }
    },
    hasUnsaved: () => !isSettled(),
  };
}
