import { useEffect, useRef, type RefObject } from 'react';

/**
 * Keeps keys inside an open sheet that has lost the focus: the next key goes to the sheet. A browser drops the focus on the
 * page when what has it is disabled, and tells nobody; and React Aria takes it from a sheet half a second after it opened,
 * for VoiceOver's sake, and does not give it back while it believes that something still moves.
 *
 * @returns goes on an element inside the sheet
 */
export function useKeptFocus(): RefObject<HTMLSpanElement | null> {
  const inside = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const sheet = inside.current?.closest<HTMLElement>('[role=dialog], [role=alertdialog]');
    if (sheet == null) return undefined;
    const page = sheet.ownerDocument;
    const onKeyDown = (event: KeyboardEvent): void => {
      const isLost = page.activeElement === null || page.activeElement === page.body;
      const topmost = [...page.querySelectorAll('[role=dialog], [role=alertdialog]')].at(-1);
      if (!isLost || topmost !== sheet) return;
      sheet.focus({ preventScroll: true });
      // What a key does by itself, Tab above all, begins at the sheet now; who listens there has not heard of it.
      event.stopPropagation();
      if (!sheet.dispatchEvent(new KeyboardEvent('keydown', event))) event.preventDefault();
    };
    page.addEventListener('keydown', onKeyDown, { capture: true });
    return () => page.removeEventListener('keydown', onKeyDown, { capture: true });
  }, []);
  return inside;
}
