import { useEffect, useRef, type RefObject } from 'react';

/**
 * Gives the focus back where a sheet has closed that did away with the button that opened it: to the returned element, or
 * to the nearest one around it that takes the focus.
 *
 * @param isGone whether what the sheet was about is done with, and the button with it
 * @param isOpen whether the sheet is open
 */
export function useFocusOnceGone<Element extends HTMLElement>(
  isGone: boolean,
  isOpen: boolean,
): RefObject<Element | null> {
  const place = useRef<Element>(null);
  const wasOpen = useRef(false);
  useEffect(() => {
    if (isOpen) wasOpen.current = true;
    if (isOpen || !isGone) return;
    const hasNoFocus = document.activeElement === null || document.activeElement === document.body;
    if (wasOpen.current && hasNoFocus) place.current?.closest<HTMLElement>('[tabindex="-1"]')?.focus();
    wasOpen.current = false;
  }, [isGone, isOpen]);
  return place;
}
