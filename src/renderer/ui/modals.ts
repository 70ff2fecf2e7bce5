/** How long a sheet's own way of handing the focus back may take, in milliseconds. */
const FOCUS_RETURN_MS = 50;

let openModals = 0;
let focusedBefore: HTMLElement | null = null;

/** Says, before a modal takes the focus, that one is about to open. */
export function noteFocusBeforeModal(): void {
  const { activeElement } = document;
  if (openModals === 0) focusedBefore = activeElement instanceof HTMLElement ? activeElement : null;
}

/**
 * Says that a modal has opened; the function returned says that it has closed. A sheet that gave way to another one does
 * not hand the focus back by itself, so a lost focus goes to where it was before the first of them.
 */
export function noteModal(): () => void {
  openModals += 1;
  // Kept: the page may be gone when the timer fires.
  const page = document;
  return () => {
    openModals -= 1;
    setTimeout(() => {
      const isLost = page.activeElement === null || page.activeElement === page.body;
      if (isLost && openModals === 0) focusedBefore?.focus();
    }, FOCUS_RETURN_MS);
  };
}

/** Whether a modal is open, so that what lies behind it must not be commanded. */
export function isModalOpen(): boolean {
  return openModals > 0;
}
