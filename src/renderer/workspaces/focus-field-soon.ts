import type { FieldId, PaperNumber } from '@shared/model/ids';

/** How long the form of a paper that is being opened is waited for, in milliseconds. */
const PATIENCE_MS = 5_000;

/** Puts the focus in a field of a paper's review form as soon as that form is there; not when it does not come. */
export function focusFieldSoon(paper: PaperNumber, field: FieldId): void {
  const focus = (): boolean => {
    const element = document.querySelector<HTMLElement>(
      `[aria-label="Review of paper ${paper}"] [data-field="${field}"]`,
    );
    const control =
      element?.querySelector<HTMLElement>('[contenteditable=true], textarea') ??
      element?.querySelector<HTMLElement>('input') ??
      element?.querySelector<HTMLElement>('button');
    if (element === null || control == null) return false;
    element.scrollIntoView({ block: 'center' });
    control.focus({ preventScroll: true });
    return true;
  };
  // After the sheet that led here has given the focus back, and the paper before has gone.
  requestAnimationFrame(() => {
    requestAnimationFrame(() => {
      if (focus()) return;
      const watcher = new MutationObserver(() => {
        if (focus()) stop();
      });
      const timer = setTimeout(() => stop(), PATIENCE_MS);
      const stop = (): void => {
        watcher.disconnect();
        clearTimeout(timer);
      };
      watcher.observe(document.body, { childList: true, subtree: true });
    });
  });
}
