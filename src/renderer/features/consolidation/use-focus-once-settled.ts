import { useEffect, useRef, type RefObject } from 'react';

/**
 * Gives the focus to the review around the returned element once its conflict is gone and the sheet that settled it
 * has closed: the button that opened the sheet, where the focus would go back to, went with the conflict.
 */
export function useFocusOnceSettled(
  isConflict: boolean,
  isComparing: boolean,
): RefObject<HTMLElement | null> {
  const head = useRef<HTMLElement>(null);
  const wasComparing = useRef(false);
  useEffect(() => {
    if (isComparing) wasComparing.current = true;
    if (isComparing || isConflict) return;
    const hasNoFocus = document.activeElement === null || document.activeElement === document.body;
    if (wasComparing.current && hasNoFocus) head.current?.closest('article')?.focus();
    wasComparing.current = false;
  }, [isConflict, isComparing]);
  return head;
}
