import { expect, type Page } from '@playwright/test';

/** What was on its way to disk when a window died. */
export interface Acknowledgements {
  /** The newest value of a field that the form had shown as saved; null when none was. */
  readonly claimed: () => string | null;
}

/**
 * Reports each value of a text field to the test the moment the form says "Saved" of it, before anything else happens in
 * the page. A report that did not leave the page before it was killed counts for nobody: the person saw it no more than
 * the test did.
 */
export async function collectAcknowledgements(page: Page, field: string): Promise<Acknowledgements> {
  let newest: string | null = null;
  await page.exposeFunction('reportSaved', (value: string) => {
    newest = value;
  });
  const isWatching = await page.evaluate((id) => {
    const { reportSaved } = window as unknown as { reportSaved(value: string): void };
    const box = document.querySelector<HTMLTextAreaElement>(`[data-field="${id}"] textarea`);
    const phase = document.querySelector('[data-phase]');
    if (box === null || phase === null) return false;
    let reported: string | null = null;
    new MutationObserver(() => {
      if (phase.getAttribute('data-phase') !== 'settled' || !phase.textContent?.startsWith('Saved')) return;
      if (box.value === reported) return;
      reported = box.value;
      reportSaved(box.value);
    }).observe(phase, { attributes: true, childList: true, characterData: true, subtree: true });
    return true;
  }, field);
  expect(isWatching).toBe(true);
  return { claimed: () => newest };
}
