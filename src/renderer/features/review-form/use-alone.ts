import { useEffect, type RefObject } from 'react';
import { useStore } from 'zustand';
import type { FieldId } from '@shared/model/ids';
import type { ReviewSession } from './review-session';

/** The field that has the form in `root` to itself, or null. Escape within it then calls `showAll`. */
export function useAlone(
  root: RefObject<HTMLElement | null>,
  session: ReviewSession,
  showAll: () => void,
): FieldId | null {
  const alone = useStore(session.store, (state) => state.alone);
  const isAlone = alone !== null;
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
  return alone;
}
