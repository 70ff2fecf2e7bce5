import { expect, type Page } from '@playwright/test';

/** Where the focus is, in words. */
export interface FocusPlace {
  /** The role or tag with the accessible name as far as attributes tell it. */
  readonly what: string;
  /** The form field around it, by id. */
  readonly field: string | null;
  /** Whether a person sees where it is: the ring is drawn, by the control or by what stands for it. */
  readonly isSeen: boolean;
}

/** Where the focus is now. */
export async function focusPlace(page: Page): Promise<FocusPlace> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (element === null || element === document.body) return { what: 'nothing', field: null, isSeen: false };
    const label = element.getAttribute('aria-label') ?? (element.textContent ?? '').trim().slice(0, 60);
    const isDrawn = (one: Element): boolean => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
      return (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
    };
    const box = element.getBoundingClientRect();
    const isInView = box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth;
    const standIns = [element, element.closest('label'), element.nextElementSibling, element.parentElement];
    return {
      what: `${element.getAttribute('role') ?? element.tagName.toLowerCase()} ${label}`,
      field: element.closest<HTMLElement>('[data-field]')?.dataset['field'] ?? null,
      isSeen:
        isInView && element.matches(':focus-visible') && standIns.some((one) => one !== null && isDrawn(one)),
    };
  });
}

/** Presses a key, and expects that the focus is somewhere afterwards and can be seen there. */
export async function press(page: Page, key: string): Promise<FocusPlace> {
  await page.keyboard.press(key);
  let place = await focusPlace(page);
  // A sheet that closes hands the focus back a moment later.
  for (let waits = 0; !place.isSeen && waits < 20; waits += 1) {
    await page.waitForTimeout(50);
    place = await focusPlace(page);
  }
  expect(place, `the focus after ${key}: ${place.what}, in field ${place.field}`).toMatchObject({
    isSeen: true,
  });
  return place;
}

/** Presses Tab (or another key) until the focus is where it is wanted, at most so many times. */
export async function pressUntil(
  page: Page,
  key: string,
  isThere: (place: FocusPlace) => boolean,
  limit = 60,
): Promise<FocusPlace> {
  const seen: string[] = [];
  for (let count = 0; count < limit; count += 1) {
    const place = await press(page, key);
    if (isThere(place)) return place;
    seen.push(place.what);
  }
  throw new Error(`${key} did not lead there in ${limit} steps: ${seen.join(' > ')}`);
}
