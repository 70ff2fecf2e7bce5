import { expect, type Locator } from '@playwright/test';

/**
 * The text in a text box of prose; runs in the page. The editor draws only what is near the screen, so the whole text is
 * read from what it holds; until it is loaded a plain field stands in its place.
 */
export const readProse = (box: Element): string => {
  if (box instanceof HTMLTextAreaElement) return box.value;
  interface Holder {
    readonly cmTile?: { readonly view?: { readonly state: { readonly doc: { toString(): string } } } };
  }
  const text = (box as Element & Holder).cmTile?.view?.state.doc;
  if (text === undefined) throw new Error('this is no text box of prose');
  return text.toString();
};

/** Waits until a text box of prose holds this text, or one like it. */
export async function expectProse(box: Locator, text: string | RegExp): Promise<void> {
  const read = expect.poll(() => box.evaluate(readProse));
  await (typeof text === 'string' ? read.toBe(text) : read.toMatch(text));
}
