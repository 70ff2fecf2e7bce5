import { useEffect, type RefObject } from 'react';
import { useStore } from 'zustand';
import type { ReviewSession } from './review-session';

/** Whether one field has the form in `root` to itself. Escape within it then calls `showAll`. */
export function useAlone(
  root: RefObject<HTMLElement | null>,
  session: ReviewSession,
  showAll: () => void,
): boolean {
  const isAlone = useStore(session.store, ({ alone }) => alone !== null);
  useEffect(() => {
    const element = root.current;
    if (element === null || !isAlone) return undefined;
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
      event.preventDefault();
      event.stopPropagation();
      showAll();
    };
    element.addEventListener('keydown', onKey);
    return () => element.removeEventListener('keydown', onKey);
  }, [root, isAlone, showAll]);
  return isAlone;
}
