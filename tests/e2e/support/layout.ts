import type { Page } from '@playwright/test';

/** What is wrong with the layout of the screen as it stands, a line each: what runs over, is cut, or lies outside. */
export async function measureLayout(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const problems: string[] = [];
    const root = document.documentElement;
    if (root.scrollWidth > innerWidth) problems.push(`the page is ${root.scrollWidth} wide in ${innerWidth}`);
    if (root.scrollHeight > innerHeight)
      problems.push(`the page is ${root.scrollHeight} high in ${innerHeight}`);
    const nameOf = (element: Element): string =>
      `${element.tagName.toLowerCase()} "${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 40)}"`;
    const isShown = (element: Element): boolean =>
      element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
      element.closest('[inert], [aria-hidden=true]') === null;
    /** Whether something around it scrolls or cuts on purpose, so that being out of its sight is no fault. */
    const isInScroller = (element: Element): boolean => {
      for (let one = element.parentElement; one !== null && one !== root; one = one.parentElement) {
        const { overflowX, overflowY } = getComputedStyle(one);
        if (/auto|scroll|hidden|clip/.test(overflowX + overflowY)) return true;
      }
      return false;
    };
    for (const element of document.querySelectorAll(
      'button, [role=radio], [role=tab], input, textarea, a[href]',
    )) {
      if (!isShown(element)) continue;
      const box = element.getBoundingClientRect();
      if (box.width <= 1 || box.height <= 1) continue;
      const isOutside =
        box.left < -1 || box.top < -1 || box.right > innerWidth + 1 || box.bottom > innerHeight + 1;
      if (isOutside && !isInScroller(element)) problems.push(`${nameOf(element)} lies outside the window`);
    }
    for (const button of document.querySelectorAll<HTMLElement>('button')) {
      if (!isShown(button) || button.closest('[role=row], [role=option]') !== null) continue;
      const isCut =
        button.scrollWidth > button.clientWidth + 1 && getComputedStyle(button).textOverflow !== 'ellipsis';
      if (isCut) problems.push(`the words of ${nameOf(button)} are cut`);
    }
    return problems;
  });
}
