import { useEffect, useRef, type RefObject } from 'react';

/**
 * Keeps the focus inside an open sheet. A browser drops it on the page when what has it is disabled, and tells nobody;
 * Escape and Tab would reach the sheet no more. The sheet itself takes it then.
 *
 * @returns goes on an element inside the sheet
 */
export function useKeptFocus(): RefObject<HTMLSpanElement | null> {
  const inside = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const sheet = inside.current?.closest<HTMLElement>('[role=dialog], [role=alertdialog]');
    if (sheet == null) return undefined;
    const page = sheet.ownerDocument;
    const isLost = (): boolean => page.activeElement === null || page.activeElement === page.body;
    const isTopmost = (): boolean =>
      [...page.querySelectorAll('[role=dialog], [role=alertdialog]')].at(-1) === sheet;
    let frame = 0;
    const take = (): void => {
      if (isLost() && sheet.isConnected && isTopmost()) sheet.focus({ preventScroll: true });
    };
    const look = (): void => {
      cancelAnimationFrame(frame);
      // The browser takes the focus from a disabled control with the next frame.
      frame = requestAnimationFrame(() => {
        frame = requestAnimationFrame(take);
      });
    };
    const observer = new MutationObserver(look);
    observer.observe(sheet, {
      subtree: true,
      childList: true,
      attributeFilter: ['disabled', 'inert', 'hidden'],
    });
    // React Aria takes the focus from a sheet half a second after it opened, to give it back at once, for VoiceOver's sake;
    // while it believes that something still moves, it never does.
    sheet.addEventListener('focusout', look);
    return () => {
      sheet.removeEventListener('focusout', look);
      cancelAnimationFrame(frame);
      observer.disconnect();
    };
  }, []);
  return inside;
}
