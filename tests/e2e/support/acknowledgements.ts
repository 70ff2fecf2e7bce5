import { expect, type Page } from '@playwright/test';
import { readProse } from './prose';

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
  // As words, so that the function that reads a text can go with it.
  const isWatching: unknown = await page.evaluate(
    `(${watchSaves.toString()})(${JSON.stringify(field)}, ${readProse.toString()})`,
  );
  expect(isWatching).toBe(true);
  return { claimed: () => newest };
}

/** Runs in the page. Answers whether there is such a field and a form that says what is saved. */
function watchSaves(id: string, read: (box: Element) => string): boolean {
  const { reportSaved } = window as unknown as { reportSaved(value: string): void };
  const box = (): Element | null => document.querySelector(`[data-field="${id}"] [data-prose]`);
  const phase = document.querySelector('[data-phase]');
  if (box() === null || phase === null) return false;
  let reported: string | null = null;
  new MutationObserver(() => {
    if (phase.getAttribute('data-phase') !== 'settled' || !phase.textContent?.startsWith('Saved')) return;
    const shown = box();
    const value = shown === null ? null : read(shown);
    if (value === null || value === reported) return;
    reported = value;
    reportSaved(value);
  }).observe(phase, { attributes: true, childList: true, characterData: true, subtree: true });
  return true;
}
