import { useEffect } from 'react';
import { useStore } from 'zustand';
import { noteOnScreen } from './failed-saves';
import type { Saved, SavedSession, SavedState } from './saved-session';

/**
 * Shows a session: its state, kept up with what main answers.
 *
 * @param known what main last answered
 * @param isHidden whether it is folded away, so that others have to say what it cannot: that it is not saved
 */
export function useSession<Content>(
  session: SavedSession<Content>,
  known: Saved<Content>,
  isHidden: boolean,
): SavedState<Content> {
  useEffect(() => void session.adopt(known), [session, known]);
  useEffect(() => (isHidden ? undefined : noteOnScreen(session)), [session, isHidden]);
  return useStore(session.store);
}
